//! The seams of a client: what an operation can do, and what carries it.

use crate::runtime::{Body, BoxFuture, EncodeError, Metadata, Operation};

use super::{Answer, DecodeError, TransportError};

/// The client's side of an operation. Nothing here does IO.
pub trait Outgoing: Operation {
    /// The request: the path with the base path before it, the query, the headers, the body.
    fn encode(self) -> Result<http::Request<Body>, EncodeError>;

    /// What the response says. Its body must be whole, except where
    /// [`Metadata::streams_response`](crate::runtime::Metadata::streams_response) says otherwise.
    #[allow(clippy::type_complexity, reason = "the two layers are two different failures")]
    fn decode(response: http::Response<Body>) -> Result<Result<Self::Response, Self::Error>, DecodeError> {
        Self::read(Answer::new(response, Self::METADATA)?)
    }

    /// What the answer says, by its status.
    #[allow(clippy::type_complexity, reason = "the two layers are two different failures")]
    fn read(answer: Answer) -> Result<Result<Self::Response, Self::Error>, DecodeError>;
}

/// What carries requests to a server: a connection pool, a stack of middleware, a service in process.
pub trait Transport: Send + Sync + 'static {
    /// Sends one request. Every status is a response; only what kept a response from coming is an error.
    ///
    /// The URI of the request is absolute. Its extensions hold the `&'static Metadata` of the operation.
    fn send(&self, request: http::Request<Body>) -> BoxFuture<Result<http::Response<Body>, TransportError>>;

    /// Sends the request of an operation, which is what clients call. It puts the metadata into the
    /// extensions of the request for [`send`](Self::send); a transport that looks for nothing else there
    /// spares the allocations.
    fn send_operation(
        &self,
        mut request: http::Request<Body>,
        operation: &'static Metadata,
    ) -> BoxFuture<Result<http::Response<Body>, TransportError>> {
        request.extensions_mut().insert(operation);
        self.send(request)
    }
}

impl<T: Transport + ?Sized> Transport for std::sync::Arc<T> {
    fn send(&self, request: http::Request<Body>) -> BoxFuture<Result<http::Response<Body>, TransportError>> {
        (**self).send(request)
    }

    fn send_operation(
        &self,
        request: http::Request<Body>,
        operation: &'static Metadata,
    ) -> BoxFuture<Result<http::Response<Body>, TransportError>> {
        (**self).send_operation(request, operation)
    }
}
