//! The seams of a client: what an operation can do, and what carries it.

use crate::runtime::{Body, BoxFuture, EncodeError, Operation};

use super::{DecodeError, TransportError};

/// The client's side of an operation. Nothing here does IO.
pub trait Outgoing: Operation {
    /// The request: the path with the base path before it, the query, the headers, the body.
    fn encode(self) -> Result<http::Request<Body>, EncodeError>;

    /// What the response says. Its body must be whole, except where
    /// [`Metadata::streams_response`](crate::runtime::Metadata::streams_response) says otherwise.
    #[allow(clippy::type_complexity, reason = "the two layers are two different failures")]
    fn decode(response: http::Response<Body>) -> Result<Result<Self::Response, Self::Error>, DecodeError>;
}

/// What carries requests to a server: a connection pool, a stack of middleware, a service in process.
///
/// The URI of a request is absolute. Its extensions hold the `&'static Metadata` of the operation.
pub trait Transport: Send + Sync + 'static {
    /// Sends one request. Every status is a response; only what kept a response from coming is an error.
    fn send(&self, request: http::Request<Body>) -> BoxFuture<Result<http::Response<Body>, TransportError>>;
}

impl<T: Transport + ?Sized> Transport for std::sync::Arc<T> {
    fn send(&self, request: http::Request<Body>) -> BoxFuture<Result<http::Response<Body>, TransportError>> {
        (**self).send(request)
    }
}
