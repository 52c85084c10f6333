//! What the generated server answers to requests that are not as documented: a status from 400 to 499 and
//! Problem Details (RFC 9457) that name the field, and nothing of how the server is made.

use http::{Method, Request, StatusCode};
use matrix_client_server::runtime::{Body, Service};
use serde_json::{Value, json};

use crate::stub::service;

const LOGIN: &str = "/_matrix/client/api/v1/login";
const NAME: &str = "/_matrix/client/api/v1/profile/@a:b/displayname";
const CREDENTIALS: &str = r#"{"username": "alice", "password": "ilovebananas"}"#;

/// A request, as JSON where it is not said otherwise.
struct Sent {
    method: Method,
    target: &'static str,
    content_type: &'static str,
    body: Vec<u8>,
}

fn post(target: &'static str, body: impl Into<Vec<u8>>) -> Sent {
    Sent { method: Method::POST, target, content_type: "application/json", body: body.into() }
}

fn put(target: &'static str, body: impl Into<Vec<u8>>) -> Sent {
    Sent { method: Method::PUT, ..post(target, body) }
}

async fn answer(service: &Service, sent: Sent) -> http::Response<Vec<u8>> {
    let request = Request::builder().method(sent.method).uri(sent.target);
    let request = request.header("content-type", sent.content_type).body(Body::from(sent.body));
    let (parts, body) = service.respond(request.expect("a request")).await.into_parts();
    let body = body.collect(usize::MAX).await.expect("a body");
    http::Response::from_parts(parts, body.to_vec())
}

/// The answer to a request that has to be refused, and the problem in it.
async fn refused(sent: Sent) -> (http::Response<Vec<u8>>, Value) {
    let response = answer(&service(), sent).await;
    assert!(response.status().is_client_error(), "{response:?}");
    assert_eq!(response.headers()["content-type"], "application/problem+json");
    let text = String::from_utf8(response.body().clone()).expect("text");
    for internal in ["::", "struct", "serde", "matrix_client_server", "post_login", "Option", "panic", ".rs"]
    {
        assert!(!text.contains(internal), "`{internal}` is in {text}");
    }
    let problem: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(problem["status"], response.status().as_u16());
    (response, problem)
}

/// A `400` says all that is wrong: where, and what.
async fn violations(sent: Sent, expected: &[(&str, &str, &str)]) {
    let (response, problem) = refused(sent).await;
    assert_eq!(response.status(), StatusCode::BAD_REQUEST);
    let expected: Vec<_> = expected
        .iter()
        .map(|(location, name, detail)| {
            let key = if *location == "body" { "pointer" } else { "name" };
            json!({ "location": location, key: name, "detail": detail })
        })
        .collect();
    assert_eq!(problem["errors"], Value::Array(expected));
}

#[tokio::test]
async fn invalid_json() {
    let bodies = [r#"{"username": "alice", "#.into(), vec![], b"{\"username\": \"\xff\"}".to_vec()];
    for body in bodies.into_iter().chain([format!("{CREDENTIALS} true").into_bytes()]) {
        let (response, problem) = refused(post(LOGIN, body)).await;
        assert_eq!(response.status(), StatusCode::BAD_REQUEST);
        let error = &problem["errors"][0];
        assert_eq!((&error["location"], &error["pointer"]), (&json!("body"), &json!("")));
        let detail = error["detail"].as_str().unwrap_or_default();
        assert!(detail.starts_with("not JSON: ") && detail.contains(" at line 1 column "), "{detail}");
    }
}

#[tokio::test]
async fn a_missing_field() {
    violations(post(LOGIN, r#"{"username": "alice"}"#), &[("body", "/password", "is missing")]).await;
}

#[tokio::test]
async fn a_wrong_type() {
    let number = r#"{"username": 7, "password": "ilovebananas"}"#;
    violations(post(LOGIN, number), &[("body", "/username", "expected a string, found a number")]).await;
    violations(post(LOGIN, "[]"), &[("body", "", "expected an object, found an array")]).await;
    let list = "/_matrix/client/api/v1/presence/list/@a:b?access_token=abc123";
    let inner = r#"{"invite": ["@c:d", {}]}"#;
    violations(post(list, inner), &[("body", "/invite/1", "expected a string, found an object")]).await;
    let get =
        Sent { method: Method::GET, ..post("/_matrix/client/api/v1/events?access_token=a&timeout=soon", "") };
    violations(get, &[("query", "timeout", "expected an integer of 64 bits")]).await;
}

#[tokio::test]
async fn a_missing_token_whatever_the_body_is() {
    for target in [NAME, "/_matrix/client/api/v1/profile/@a:b/displayname?access_token="] {
        let (response, problem) = refused(put(target, "{")).await;
        assert_eq!(response.status(), StatusCode::UNAUTHORIZED);
        let challenge = response.headers()["www-authenticate"].to_str().expect("text");
        assert!(challenge.contains(r#"in="query", name="access_token""#), "{challenge}");
        assert_eq!(problem["detail"], "This takes credentials: accessToken.");
    }
}

#[tokio::test]
async fn an_unknown_route() {
    for target in
        ["/", "/login", "/_matrix/client/api/v1/login/", "/_matrix/client/api/v2/login", "/%ff", "/../"]
    {
        assert_eq!(refused(post(target, CREDENTIALS)).await.0.status(), StatusCode::NOT_FOUND, "{target}");
    }
}

#[tokio::test]
async fn a_wrong_method() {
    let sent = Sent { method: Method::DELETE, ..post(NAME, "") };
    let (response, _) = refused(sent).await;
    assert_eq!(response.status(), StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(response.headers()["allow"], "GET, HEAD, PUT");
}

#[tokio::test]
async fn a_body_over_the_limit() {
    let (response, problem) = refused(post(LOGIN, vec![b' '; (2 << 20) + 1])).await;
    assert_eq!(response.status(), StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(problem["detail"], "The body has more than 2097152 bytes.");
    // At the limit it is read.
    let mut body = CREDENTIALS.as_bytes().to_vec();
    body.resize(2 << 20, b' ');
    assert_eq!(answer(&service(), post(LOGIN, body)).await.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_wrong_media_type() {
    let (response, problem) = refused(Sent { content_type: "text/plain", ..post(LOGIN, CREDENTIALS) }).await;
    assert_eq!(response.status(), StatusCode::UNSUPPORTED_MEDIA_TYPE);
    assert!(problem["detail"].as_str().is_some_and(|text| text.contains("application/json")), "{problem}");
}

/// JSON that is nested without end is refused like any other, and the stack survives it.
#[tokio::test]
async fn nesting_without_end() {
    let (response, _) = refused(post(LOGIN, "[".repeat(1 << 20))).await;
    assert_eq!(response.status(), StatusCode::BAD_REQUEST);
    let unknown = format!(r#"{{"username": "a", "password": "b", "extra": {}"#, "[".repeat(1 << 20));
    assert_eq!(refused(post(LOGIN, unknown)).await.0.status(), StatusCode::BAD_REQUEST);
}
