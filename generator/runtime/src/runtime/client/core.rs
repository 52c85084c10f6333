//! What every generated client is a thin layer over.

use std::fmt;
use std::future::ready;
use std::sync::Arc;

use http::{Request, Response, StatusCode};

use crate::runtime::{Body, BoxFuture, EncodeError, Location, Metadata, Middleware, Next, Operation};

use super::credentials::authorize;
use super::pending::Failure;
use super::repeat::copy;
use super::{
    BaseUrl, BuildError, CredentialSource, Outgoing, Pending, StaticCredentials, Transport, TransportError,
};

/// How many bytes of an answer are collected, unless
/// [`with_response_limit`](ClientCore::with_response_limit) says otherwise.
const RESPONSE_LIMIT: usize = 32 << 20;

/// What every generated client is a thin layer over. Cloning it is cheap.
///
/// [`Debug`](fmt::Debug) prints the base URL only.
#[derive(Clone)]
pub struct ClientCore(Arc<Inner>);

/// One count of references for all of it, since each call holds one.
#[derive(Clone)]
struct Inner {
    base: BaseUrl,
    transport: Arc<dyn Transport>,
    credentials: Arc<dyn CredentialSource>,
    response_limit: usize,
}

impl ClientCore {
    /// A client of the server at `http(s)://host[:port][/prefix]`, over the given transport.
    pub fn new(base: &str, transport: impl Transport) -> Result<Self, BuildError> {
        Ok(Self(Arc::new(Inner {
            base: BaseUrl::new(base)?,
            transport: Arc::new(transport),
            credentials: Arc::new(StaticCredentials::new()),
            response_limit: RESPONSE_LIMIT,
        })))
    }

    /// Takes credentials from another source.
    pub fn with_credentials(mut self, source: impl CredentialSource) -> Self {
        Arc::make_mut(&mut self.0).credentials = Arc::new(source);
        self
    }

    /// Collects at most so many bytes of an answer. Streams have no limit here: their readers set one.
    pub fn with_response_limit(mut self, bytes: usize) -> Self {
        Arc::make_mut(&mut self.0).response_limit = bytes;
        self
    }

    /// Puts a layer around the transport and the layers that are there already.
    pub fn with_layer(mut self, layer: impl Middleware) -> Self {
        let inner = Arc::make_mut(&mut self.0);
        let transport = Arc::clone(&inner.transport);
        let next = Next::of(move |request| {
            let answer = transport.send(request);
            Box::pin(async move { answer.await.map_err(Into::into) })
        });
        inner.transport = Arc::new(layer.around(next));
        self
    }

    /// Calls an operation. Nothing is sent until the future is polled.
    pub fn call<O: Outgoing>(&self, operation: O) -> Pending<O::Response, O::Error> {
        Pending::new(self.start(operation.encode(), <O as Operation>::METADATA), O::decode)
    }

    /// The same code for every operation.
    fn start(
        &self,
        request: Result<Request<Body>, EncodeError>,
        operation: &'static Metadata,
    ) -> BoxFuture<Result<Response<Body>, Failure>> {
        let inner = Arc::clone(&self.0);
        match request {
            // Most calls of many APIs, and a small future.
            Ok(request) if operation.security.is_empty() => Box::pin(async move {
                let mut response = inner.exchange(request, operation)?.await?;
                inner.collect(&mut response, operation).await?;
                Ok(response)
            }),
            Ok(request) => Box::pin(inner.authorized(request, operation)),
            Err(error) => Box::pin(ready(Err(Failure::Encode(error)))),
        }
    }
}

impl Inner {
    /// With the credentials that the operation takes.
    async fn authorized(
        self: Arc<Self>,
        mut request: Request<Body>,
        operation: &'static Metadata,
    ) -> Result<Response<Body>, Failure> {
        let again = copy(&request);
        let applied = authorize(&mut request, operation, &*self.credentials).await?;
        let mut response = self.exchange(request, operation)?.await?;
        if response.status() == StatusCode::UNAUTHORIZED
            && let Some(mut again) = again
            && applied.renew(&mut again, &*self.credentials).await?
        {
            response = self.exchange(again, operation)?.await?;
        }
        self.collect(&mut response, operation).await?;
        Ok(response)
    }

    fn exchange(
        &self,
        mut request: Request<Body>,
        operation: &'static Metadata,
    ) -> Result<BoxFuture<Result<Response<Body>, TransportError>>, Failure> {
        let uri = std::mem::take(request.uri_mut());
        *request.uri_mut() = self
            .base
            .resolve(uri)
            .map_err(|error| Failure::Encode(EncodeError::new(Location::Path, "", error)))?;
        Ok(self.transport.send_operation(request, operation))
    }

    async fn collect(
        &self,
        response: &mut Response<Body>,
        operation: &Metadata,
    ) -> Result<(), TransportError> {
        if !(operation.streams_response)(response.status().as_u16()) {
            let body = std::mem::take(response.body_mut());
            *response.body_mut() = body.collect(self.response_limit).await?.into();
        }
        Ok(())
    }
}

impl fmt::Debug for ClientCore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientCore").field("base", &self.0.base).finish_non_exhaustive()
    }
}
