//! The lean transport: hyper-util's client and its pool of connections, with nothing around it.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::{Request, Response};
use http_body::Body as _;
use hyper_util::client::legacy::connect::{Connect, HttpConnector};
use hyper_util::client::legacy::{Client, Error, ResponseFuture};
use hyper_util::rt::{TokioExecutor, TokioTimer};

use crate::runtime::deadline::Deadline;
use crate::runtime::{Body, BoxFuture, Metadata};

use super::at_once::AtOnce;
use super::{Transport, TransportError, TransportErrorKind};

const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
const TOTAL_TIMEOUT: Duration = Duration::from_secs(60);

/// The lean transport: hyper-util's client and its pool of connections.
///
/// It follows no redirects, knows no proxies and keeps no cookies. Without a connector it speaks `http`
/// only, which is enough within a cluster, and for a sidecar that does TLS. An exchange, its body included,
/// takes at most 60 seconds. It takes a runtime of tokio.
#[derive(Clone)]
pub struct HyperTransport {
    exchange: Arc<dyn Fn(Request<Body>) -> ResponseFuture + Send + Sync>,
    total: Duration,
}

impl HyperTransport {
    /// A transport for `http`. Connecting takes at most 10 seconds.
    pub fn new() -> Self {
        let mut connector = HttpConnector::new();
        connector.set_nodelay(true);
        connector.set_connect_timeout(Some(CONNECT_TIMEOUT));
        Self::with_connector(connector)
    }

    /// A transport over connections of another kind: TLS (that of hyper-rustls, for example), sockets of
    /// Unix. How long connecting may take is the connector's own business, within the time of the exchange.
    pub fn with_connector(connector: impl Connect + Clone + Send + Sync + 'static) -> Self {
        let client: Client<_, Body> =
            Client::builder(TokioExecutor::new()).pool_timer(TokioTimer::new()).build(connector);
        Self { exchange: Arc::new(move |request| client.request(request)), total: TOTAL_TIMEOUT }
    }

    /// Exchanges take at most so long; [`Duration::MAX`] is no limit.
    #[must_use]
    pub fn with_timeout(mut self, total: Duration) -> Self {
        self.total = total;
        self
    }
}

impl Default for HyperTransport {
    fn default() -> Self {
        Self::new()
    }
}

impl HyperTransport {
    fn exchange(
        &self,
        request: Request<Body>,
        at_once: AtOnce,
    ) -> BoxFuture<Result<Response<Body>, TransportError>> {
        let answer = (self.exchange)(request);
        // A time too far to be told is none.
        let Some(deadline) = Deadline::after(self.total) else {
            return Box::pin(async { Ok(answer.await.map_err(transport_error)?.map(Body::stream)) });
        };
        Box::pin(async move {
            let response = deadline.limit(answer).await?.map_err(transport_error)?;
            if at_once.allows(response.status(), response.body().size_hint().exact()) {
                let (parts, body) = response.into_parts();
                let body = deadline.limit(Body::of_small(body)).await??;
                return Ok(Response::from_parts(parts, body));
            }
            Ok(response.map(|body| Body::stream(deadline.limit_body(body))))
        })
    }
}

impl Transport for HyperTransport {
    fn send(&self, request: Request<Body>) -> BoxFuture<Result<Response<Body>, TransportError>> {
        let at_once = AtOnce::of(&request);
        self.exchange(request, at_once)
    }

    fn send_operation(
        &self,
        request: Request<Body>,
        operation: &'static Metadata,
    ) -> BoxFuture<Result<Response<Body>, TransportError>> {
        self.exchange(request, AtOnce::of_operation(operation))
    }
}

/// It holds no URL, unlike reqwest's.
fn transport_error(error: Error) -> TransportError {
    let kind = if error.is_connect() { TransportErrorKind::Connect } else { TransportErrorKind::Other };
    TransportError::new(kind, error)
}

impl fmt::Debug for HyperTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HyperTransport")
    }
}
