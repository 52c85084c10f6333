//! Middleware, axum and reqwest around the same operations.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use http::{Request, Response};
use tower::{ServiceBuilder, ServiceExt as _, service_fn};

use super::bodies::of_unknown_length;
use super::homeserver::{service, token};
use crate::client::Client;
use crate::login::post_login;
use crate::media::{put_status, upload};
use crate::runtime::{
    Body, BoxError, CallError, Metadata, Next, OperationError as _, TowerTransport, TransportErrorKind,
};
use crate::types::Presence;

#[tokio::test]
async fn middleware_sees_the_operation_and_the_service_is_a_transport() {
    let seen = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&seen);
    let stack = ServiceBuilder::new()
        .map_request(move |request: Request<Body>| {
            let metadata = request.extensions().get::<&'static Metadata>().unwrap();
            assert_eq!(metadata.name, "post_login");
            assert_eq!(request.uri().scheme_str(), Some("https"));
            counted.fetch_add(1, Ordering::Relaxed);
            request
        })
        .service(service());
    let client = Client::with_transport("https://h", TowerTransport::new(stack)).unwrap();
    client.post_login(post_login::Request::new("bob", "ilovebananas")).await.unwrap();
    assert_eq!(seen.load(Ordering::Relaxed), 1);
}

#[tokio::test]
async fn what_middleware_fails_with_is_a_transport_error() {
    let fails = service_fn(|_: Request<Body>| async { Err::<Response<Body>, BoxError>("no route".into()) });
    let client = Client::with_transport("https://h", TowerTransport::new(fails)).unwrap();
    let error = client.post_login(post_login::Request::new("a", "b")).await.unwrap_err();
    assert!(matches!(error, CallError::Transport(error) if error.kind() == TransportErrorKind::Other));
}

#[tokio::test]
async fn an_answer_over_the_limit_is_an_error() {
    let client = Client::with_transport("https://h", service()).unwrap().with_response_limit(8);
    let error = client.post_login(post_login::Request::new("bob", "ilovebananas")).await.unwrap_err();
    assert!(matches!(error, CallError::Transport(error) if error.kind() == TransportErrorKind::Body));
}

#[tokio::test]
async fn an_answer_that_does_not_say_its_length_has_the_same_limit() {
    let endless = || of_unknown_length(r#"{"user_id": "@bob"}"#);
    let next = Next::of(move |_| Box::pin(async move { Ok(Response::new(endless())) }));
    let client = Client::with_transport("https://h", next).unwrap();
    let login = |client: Client| client.post_login(post_login::Request::new("bob", "b"));
    login(client.clone()).await.unwrap();
    let error = login(client.with_response_limit(8)).await.unwrap_err();
    assert!(matches!(error, CallError::Transport(error) if error.kind() == TransportErrorKind::Body));
}

#[tokio::test]
async fn the_service_mounts_in_axum() {
    let router = axum::Router::new().merge(service().into_router());
    let request = Request::post("/_matrix/client/api/v1/login").body(axum::body::Body::from("{}")).unwrap();
    let response = router.oneshot(request).await.unwrap();
    assert_eq!(response.status(), 400);
    assert_eq!(response.headers()["content-type"], "application/problem+json");
}

/// Answers every request with a redirect to the given place, and keeps the paths that were asked for.
async fn redirecting(to: &'static str) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = axum::Router::new().merge(service().with_base_path("media", "/moved").into_router());
    let router = router.layer(axum::middleware::map_response(
        move |response: Response<axum::body::Body>| async move {
            match response.status().as_u16() {
                404 => Response::builder()
                    .status(307)
                    .header("location", to)
                    .body(axum::body::Body::empty())
                    .unwrap(),
                _ => response,
            }
        },
    ));
    tokio::spawn(async move { axum_serve(listener, router).await });
    format!("http://{address}")
}

/// axum's own `serve` is left out of its features.
async fn axum_serve(listener: tokio::net::TcpListener, router: axum::Router) {
    use hyper_util::rt::TokioIo;
    while let Ok((stream, _)) = listener.accept().await {
        let router = router.clone();
        let service = hyper::service::service_fn(move |request| router.clone().oneshot(request));
        tokio::spawn(
            hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(stream), service),
        );
    }
}

#[tokio::test]
async fn redirects_stay_within_the_origin() {
    let put = || put_status::Request::new("@bob:localhost", Presence::Online);
    let base = redirecting("/moved/presence/@bob:localhost/status?access_token=s3cret%20%26%2B%25").await;
    let client = Client::new(&base).unwrap().with_credential(&token());
    client.put_status(put()).await.unwrap();

    let base = redirecting("http://127.0.0.2:9/").await;
    let client = Client::new(&base).unwrap().with_credential(&token());
    let error = client.put_status(put()).await.unwrap_err();
    assert_eq!(error.status().expect("the redirect is the answer"), 307);
}

#[tokio::test]
async fn nothing_is_sent_where_the_request_can_not_be_encoded() {
    let never = service_fn(|_: Request<Body>| async { panic!("sent") as Result<Response<Body>, BoxError> });
    let client = Client::with_transport("https://h", TowerTransport::new(never)).unwrap();
    let error = client.upload(upload::Request::new("").with_content_type("a\nb")).await.unwrap_err();
    assert!(matches!(error, CallError::Encode(_)));
}

#[tokio::test]
async fn the_prefix_of_the_base_url_comes_before_the_path() {
    let echo = service_fn(|request: Request<Body>| async move {
        let response = Response::builder().status(418).body(Body::from(request.uri().to_string()));
        Ok::<_, BoxError>(response.unwrap())
    });
    for (base, place) in [
        ("https://matrix.example", "https://matrix.example"),
        ("http://localhost:8008/proxy/", "http://localhost:8008/proxy"),
    ] {
        let client = Client::with_transport(base, TowerTransport::new(echo)).unwrap();
        let error = client.post_login(post_login::Request::new("a", "b")).await.unwrap_err();
        let response = error.answer().and_then(|error| error.undocumented()).expect("418 is not documented");
        assert_eq!(response.body(), &format!("{place}/_matrix/client/api/v1/login"));
    }
}

#[test]
fn what_is_not_a_place_is_no_base_url() {
    for wrong in ["", "matrix.example", "/x", "ftp://h", "https://u:p@h", "https://h?q", "https://h/#f"] {
        assert!(Client::with_transport(wrong, service()).is_err(), "{wrong}");
    }
}
