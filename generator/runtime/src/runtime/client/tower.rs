//! Any `tower::Service` as a transport: a stack of middleware, hyper-util's client, a mock.

use bytes::Bytes;
use http::{Request, Response};
use tower_service::Service;

use crate::runtime::{Body, BoxError, BoxFuture, Next};

use super::{Transport, TransportError};

/// Any `tower::Service` as a transport.
#[derive(Debug, Clone)]
pub struct TowerTransport(Next);

impl TowerTransport {
    /// Sends each request through a clone of the service.
    pub fn new<S, B>(service: S) -> Self
    where
        S: Service<Request<Body>, Response = Response<B>> + Clone + Send + 'static,
        S::Error: Into<BoxError>,
        S::Future: Send,
        B: http_body::Body<Data = Bytes> + Send + 'static,
        B::Error: Into<BoxError>,
    {
        Self(Next::new(service))
    }
}

impl Transport for TowerTransport {
    fn send(&self, request: Request<Body>) -> BoxFuture<Result<Response<Body>, TransportError>> {
        self.0.send(request)
    }
}

impl Transport for Next {
    fn send(&self, request: Request<Body>) -> BoxFuture<Result<Response<Body>, TransportError>> {
        let answer = self.run(request);
        Box::pin(async move { answer.await.map_err(TransportError::from) })
    }
}
