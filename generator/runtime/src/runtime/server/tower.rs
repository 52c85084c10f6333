//! What a service can be put into: tower stacks, servers, and a client in the same process.

use std::convert::Infallible;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http::{Request, Response};

use crate::runtime::{Body, BoxError, BoxFuture};

use super::Service;

impl<B> tower_service::Service<Request<B>> for Service
where
    B: http_body::Body<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    type Response = Response<Body>;
    type Error = Infallible;
    type Future = Responding;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Responding {
        Responding(self.respond(request.map(Body::stream)))
    }
}

/// In process: a client calls the service without a socket between them.
#[cfg(feature = "client")]
impl crate::runtime::Transport for Service {
    fn send(
        &self,
        request: Request<Body>,
    ) -> BoxFuture<Result<Response<Body>, crate::runtime::TransportError>> {
        let responding = self.respond(request);
        Box::pin(async move { Ok(responding.await) })
    }
}

/// An answer of a [`Service`] that is on its way.
pub struct Responding(BoxFuture<Response<Body>>);

impl Future for Responding {
    type Output = Result<Response<Body>, Infallible>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        self.0.as_mut().poll(cx).map(Ok)
    }
}

impl fmt::Debug for Responding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Responding")
    }
}
