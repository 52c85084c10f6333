//! What goes around a client's exchanges and a server's operations: tower layers.

use std::fmt;
use std::future::poll_fn;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use bytes::Bytes;
use http::{Request, Response};
use tower_layer::Layer;
use tower_service::Service;

use super::{Body, BoxError, BoxFuture};

/// What comes of a request, with errors of whatever type.
type Outcome = Result<Response<Body>, BoxError>;

/// The rest of the way to a response: what a [`Middleware`] goes around. It is a tower service.
///
/// The extensions of the requests that it takes hold the `&'static Metadata` of their operation.
#[derive(Clone)]
pub struct Next(Arc<dyn Fn(Request<Body>) -> BoxFuture<Outcome> + Send + Sync>);

impl Next {
    /// A service of any type. Each request goes through a clone of it.
    pub fn new<S, B>(service: S) -> Self
    where
        S: Service<Request<Body>, Response = Response<B>> + Clone + Send + 'static,
        S::Error: Into<BoxError>,
        S::Future: Send,
        B: http_body::Body<Data = Bytes> + Send + 'static,
        B::Error: Into<BoxError>,
    {
        let service = Mutex::new(service);
        Self::of(move |request| {
            let mut service = service.lock().unwrap_or_else(PoisonError::into_inner).clone();
            Box::pin(async move {
                poll_fn(|cx| service.poll_ready(cx)).await.map_err(Into::into)?;
                Ok(service.call(request).await.map_err(Into::into)?.map(Body::stream))
            })
        })
    }

    /// What a function makes of requests.
    pub fn of(call: impl Fn(Request<Body>) -> BoxFuture<Outcome> + Send + Sync + 'static) -> Self {
        Self(Arc::new(call))
    }

    /// Goes on with a request.
    pub fn run(&self, request: Request<Body>) -> BoxFuture<Outcome> {
        (self.0)(request)
    }
}

impl Service<Request<Body>> for Next {
    type Response = Response<Body>;
    type Error = BoxError;
    type Future = BoxFuture<Outcome>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Body>) -> Self::Future {
        self.run(request)
    }
}

impl fmt::Debug for Next {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Next")
    }
}

/// What can go around [`Next`]: any tower layer whose service takes and gives messages of HTTP.
pub trait Middleware {
    /// Goes around `next`.
    fn around(self, next: Next) -> Next;
}

impl<L, B> Middleware for L
where
    L: Layer<Next>,
    L::Service: Service<Request<Body>, Response = Response<B>> + Clone + Send + 'static,
    <L::Service as Service<Request<Body>>>::Error: Into<BoxError>,
    <L::Service as Service<Request<Body>>>::Future: Send,
    B: http_body::Body<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    fn around(self, next: Next) -> Next {
        Next::new(self.layer(next))
    }
}
