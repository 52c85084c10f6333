//! Layers around a client and around a server.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use http::{Request, StatusCode};
use tower::ServiceBuilder;
use tower::limit::ConcurrencyLimitLayer;

use super::homeserver::{in_process, service};
use crate::login::post_login;
use crate::runtime::{Body, CallError, Metadata, Next, Observe, Observer, Timeout, TransportErrorKind};

fn login(name: &str) -> post_login::Request {
    post_login::Request::new(name, "ilovebananas")
}

/// Writes down what it is told.
#[derive(Clone, Default)]
struct Notes(Arc<Mutex<Vec<String>>>);

impl Notes {
    fn taken(&self) -> Vec<String> {
        std::mem::take(&mut *self.0.lock().unwrap())
    }
}

impl Observer for Notes {
    fn started(&self, metadata: &'static Metadata) {
        self.0.lock().unwrap().push(format!("{} {}", metadata.name, metadata.path));
    }

    fn finished(&self, metadata: &'static Metadata, status: Option<StatusCode>, took: Duration) {
        assert!(took < Duration::from_secs(60));
        self.0.lock().unwrap().push(format!("{} {status:?}", metadata.name));
    }
}

#[tokio::test]
async fn an_observer_of_a_client_sees_what_it_calls() {
    let notes = Notes::default();
    let client = in_process().with_layer(Observe::new(notes.clone()));
    client.post_login(login("bob")).await.unwrap();
    assert_eq!(notes.taken(), ["post_login /login", "post_login Some(200)"]);
    client.post_login(login("limited")).await.unwrap_err();
    assert_eq!(notes.taken(), ["post_login /login", "post_login Some(429)"]);
}

#[tokio::test]
async fn an_observer_of_a_server_sees_what_is_asked_of_its_operations() {
    let notes = Notes::default();
    let service = service().with_layer(Observe::new(notes.clone()));
    for (path, status) in [
        ("/_matrix/client/api/v1/login", 400),
        ("/api/alias/a?token=hunter2", 405),
        ("/api/report", 401),
        ("/unknown", 404),
    ] {
        let request = Request::post(path).body(Body::from("{}")).unwrap();
        assert_eq!(service.respond(request).await.status(), status);
    }
    assert_eq!(
        notes.taken(),
        ["post_login /login", "post_login Some(400)", "post_report /report", "post_report Some(401)"]
    );
    let panics = r#"{"username": "panics", "password": ""}"#;
    let request = Request::post("/_matrix/client/api/v1/login").body(Body::from(panics)).unwrap();
    assert_eq!(service.respond(request).await.status(), 500);
    assert_eq!(notes.taken(), ["post_login /login", "post_login Some(500)"]);
}

#[tokio::test]
async fn a_call_that_is_given_up_is_finished_too() {
    let notes = Notes::default();
    let stuck = Next::of(|_| Box::pin(std::future::pending()));
    let client = crate::client::Client::with_transport("http://a", stuck).unwrap();
    let client = client.with_layer(Observe::new(notes.clone()));
    let call = tokio::spawn(client.post_login(login("bob")));
    tokio::task::yield_now().await;
    call.abort();
    let _ = call.await;
    assert_eq!(notes.taken(), ["post_login /login", "post_login None"]);
}

#[tokio::test(start_paused = true)]
async fn a_call_that_takes_too_long_is_a_timeout() {
    let slow = Next::of(|_| {
        Box::pin(async {
            tokio::time::sleep(Duration::from_secs(3)).await;
            Ok(http::Response::new(Body::from("{}")))
        })
    });
    let client = crate::client::Client::with_transport("http://a", slow).unwrap();
    let within = |limit| client.clone().with_layer(Timeout::new(limit)).post_login(login("bob"));
    within(Duration::from_secs(4)).await.unwrap();
    within(Duration::MAX).await.unwrap();
    let CallError::Transport(error) = within(Duration::from_secs(2)).await.unwrap_err() else { panic!() };
    assert_eq!(error.kind(), TransportErrorKind::Timeout);
}

#[tokio::test(start_paused = true)]
async fn a_body_that_never_ends_is_a_timeout() {
    let endless = Next::of(|_| Box::pin(async { Ok(http::Response::new(super::bodies::endless())) }));
    let client = crate::client::Client::with_transport("http://a", endless).unwrap();
    let call = client.with_layer(Timeout::new(Duration::from_secs(2))).post_login(login("bob"));
    let CallError::Transport(error) = call.await.unwrap_err() else { panic!() };
    assert_eq!(error.kind(), TransportErrorKind::Timeout);
}

#[tokio::test(start_paused = true)]
async fn a_limit_of_concurrency_holds_around_a_client_and_around_a_server() {
    let slow = || {
        tower::layer::layer_fn(|next: Next| {
            tower::service_fn(move |request| {
                let next = next.clone();
                async move {
                    tokio::time::sleep(Duration::from_secs(1)).await;
                    next.run(request).await
                }
            })
        })
    };
    let two = || ConcurrencyLimitLayer::new(2);
    let client = in_process().with_layer(slow()).with_layer(two());
    let limited = service().with_layer(slow()).with_layer(two());
    let server = crate::client::Client::with_transport("http://a", limited).unwrap();
    for client in [client, server] {
        let start = tokio::time::Instant::now();
        let calls: Vec<_> = (0..6).map(|_| tokio::spawn(client.post_login(login("bob")))).collect();
        for call in calls {
            call.await.unwrap().unwrap();
        }
        assert_eq!(start.elapsed().as_secs(), 3);
    }
}

#[tokio::test]
async fn a_layer_that_fails_is_503_on_a_server() {
    let fails = tower::layer::layer_fn(|_: Next| {
        tower::service_fn(|_: Request<Body>| async { Err::<http::Response<Body>, _>("hunter2") })
    });
    let service = service().with_layer(fails);
    let request = Request::post("/_matrix/client/api/v1/login").body(Body::empty()).unwrap();
    let response = service.respond(request).await;
    assert_eq!(response.status(), 503);
    let body = response.into_body().collect(1000).await.unwrap();
    assert!(!String::from_utf8_lossy(&body).contains("hunter2"));
}

#[tokio::test]
async fn a_service_with_layers_still_goes_into_a_stack() {
    let service = ServiceBuilder::new().layer(ConcurrencyLimitLayer::new(1)).service(service());
    let request = Request::get("/unknown").body(Body::empty()).unwrap();
    let response = tower::ServiceExt::oneshot(service, request).await.unwrap();
    assert_eq!(response.status(), 404);
}
