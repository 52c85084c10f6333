//! Layers around a client and around a server: the code of the README's section on resilience.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use http::{Response, StatusCode};
use matrix_client_server::Client;
use matrix_client_server::login::post_login;
use matrix_client_server::runtime::{
    Body, Metadata, Next, Observe, Observer, Retry, Service, Timeout, Trace,
};
use tower::layer::layer_fn;
use tower::limit::ConcurrencyLimitLayer;
use tower::service_fn;

use crate::stub;

/// How often operations ended with which status.
#[derive(Clone, Default)]
struct Metrics(Arc<Mutex<BTreeMap<(&'static str, u16), u64>>>);

impl Observer for Metrics {
    fn started(&self, _: &'static Metadata) {}

    fn finished(&self, operation: &'static Metadata, status: Option<StatusCode>, _took: Duration) {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *counts.entry((operation.name, status.map_or(0, |status| status.as_u16()))).or_default() += 1;
    }
}

impl Metrics {
    fn counts(&self) -> BTreeMap<(&'static str, u16), u64> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

fn client(server: Service, metrics: Metrics) -> Client {
    let client = Client::with_transport("http://homeserver.test", server).expect("a client");
    client
        .with_layer(Retry::new().repeating_refused())
        .with_layer(Timeout::new(Duration::from_secs(20)))
        .with_layer(ConcurrencyLimitLayer::new(16))
        .with_layer(Observe::new(metrics))
        .with_layer(Trace::new())
}

/// The first so many requests are too many.
fn limited(service: Service, refused: usize) -> Service {
    let asked = Arc::new(AtomicUsize::new(0));
    service.with_layer(layer_fn(move |next: Next| {
        let asked = Arc::clone(&asked);
        service_fn(move |request| {
            let (early, next) = (asked.fetch_add(1, Ordering::Relaxed) < refused, next.clone());
            async move {
                if !early {
                    return next.run(request).await;
                }
                let response = Response::builder().status(429).header("content-type", "application/json");
                let body = r#"{"errcode": "M_LIMIT_EXCEEDED", "retry_after_ms": 20}"#;
                Ok(response.body(Body::from(body))?)
            }
        })
    }))
}

#[tokio::test]
async fn a_login_that_is_refused_for_a_while_gets_through() {
    let (calls, asked) = (Metrics::default(), Metrics::default());
    let server = limited(stub::service(), 2).with_layer(Observe::new(asked.clone())).with_layer(Trace::new());
    let client = client(server, calls.clone());
    client.post_login(post_login::Request::new("alice", "ilovebananas")).await.expect("in the end");
    assert_eq!(calls.counts(), [(("post_login", 200), 1)].into());
    assert_eq!(asked.counts(), [(("post_login", 429), 2), (("post_login", 200), 1)].into());
}

#[tokio::test]
async fn a_login_that_is_refused_for_ever_is_refused() {
    let calls = Metrics::default();
    let client = client(limited(stub::service(), usize::MAX), calls.clone());
    let error =
        client.post_login(post_login::Request::new("alice", "ilovebananas")).await.expect_err("refused");
    assert_eq!(error.status(), Some(StatusCode::TOO_MANY_REQUESTS));
    assert_eq!(calls.counts(), [(("post_login", 429), 1)].into());
}
