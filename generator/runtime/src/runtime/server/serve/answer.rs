//! A tower service as one of hyper's.
//!
//! hyper's connections are generic over what answers them. They are compiled once for all services,
//! because what they get is a box.

use std::convert::Infallible;
use std::future::poll_fn;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use http::{Request, Response, StatusCode};
use hyper::body::Incoming;

use super::super::panic::{CatchPanic, catch};
use super::pulse::{Pulse, Turn};
use super::request_body::RequestBody;
use super::response_body::ResponseBody;
use super::{PeerAddress, ServeLimits};
use crate::runtime::{Body, BoxFuture};

type Answering = BoxFuture<Result<Response<ResponseBody>, Infallible>>;
type Answer = dyn Fn(Request<Body>, Turn) -> Answering + Send;

/// What answers the requests of one connection.
pub(super) struct Handler {
    answer: Box<Answer>,
    peer: PeerAddress,
    wait: Duration,
    pulse: Arc<Pulse>,
}

impl Handler {
    /// Answers with a service.
    pub(super) fn new<S>(service: S, peer: PeerAddress, limits: &ServeLimits) -> Self
    where
        S: tower_service::Service<Request<Body>, Response = Response<Body>, Error = Infallible>,
        S: Clone + Send + 'static,
        S::Future: Send,
    {
        let answer = Box::new(move |request, turn| answering(service.clone(), request, turn));
        Self { answer, peer, wait: limits.body, pulse: Arc::new(Pulse::new()) }
    }

    /// The pulse of the connection.
    pub(super) fn pulse(&self) -> Arc<Pulse> {
        Arc::clone(&self.pulse)
    }
}

fn answering<S>(mut service: S, request: Request<Body>, turn: Turn) -> Answering
where
    S: tower_service::Service<Request<Body>, Response = Response<Body>, Error = Infallible>,
    S: Clone + Send + 'static,
    S::Future: Send,
{
    Box::pin(async move {
        // Not in a future of its own, into which the request would be copied.
        let ready = CatchPanic(poll_fn(|cx| service.poll_ready(cx))).await;
        let response = match ready.and_then(|_| catch(|| service.call(request))) {
            Ok(answer) => CatchPanic(pin!(answer)).await,
            Err(panicked) => Err(panicked),
        };
        let response = response.map_or_else(|_| failed(), |Ok(response)| response);
        Ok(response.map(|body| ResponseBody::new(body, turn)))
    })
}

impl hyper::service::Service<Request<Incoming>> for Handler {
    type Response = Response<ResponseBody>;
    type Error = Infallible;
    type Future = Answering;

    fn call(&self, request: Request<Incoming>) -> Answering {
        let turn = Turn::new(&self.pulse);
        let mut request = request.map(|body| RequestBody::within(self.wait, body));
        request.extensions_mut().insert(self.peer);
        (self.answer)(request, turn)
    }
}

/// The answer of middleware that panics. A [`Service`](super::super::Service) has its own.
#[cold]
fn failed() -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
    response
}
