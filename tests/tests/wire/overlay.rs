//! What the two readings of `login.yaml` are on the wire: the document's own, and the corrected one.
//!
//! `tests/codegen/overlay.rs` shows that the two differ in `METADATA.security` and in the handler's
//! argument. The reading without the overlay is written here by hand, against the same runtime.

use std::sync::Arc;

use http::{Request, StatusCode};
use matrix_client_server::login::post_login;
use matrix_client_server::runtime::{
    Body, EncodeError, Incoming, Metadata, Operation, PathArguments, Payload, Rejection, Route, Routes,
    SchemeUse, Service, never,
};
use matrix_client_server::security::{ACCESS_TOKEN, AccessToken};

use crate::stub;

/// `POST /login` as the document has it: `security: [{accessToken: []}]`.
struct AsPublished(post_login::Request);

impl Operation for AsPublished {
    const METADATA: &'static Metadata = &Metadata {
        name: "post_login",
        operation_id: None,
        document: "login",
        method: http::Method::POST,
        base_path: "/_matrix/client/api/v1",
        path: "/login",
        fixed_query: &[],
        security: &[&[SchemeUse::of(&ACCESS_TOKEN)]],
        request_body: Payload::Json,
        accept: "application/json",
        streams_request: false,
        streams_response: never,
    };
    type Response = post_login::Response;
    type Error = post_login::Error;
}

impl Incoming for AsPublished {
    fn decode(request: Request<Body>, path: &PathArguments) -> Result<Self, Rejection> {
        <post_login::Request as Incoming>::decode(request, path).map(Self)
    }

    fn encode(
        outcome: Result<post_login::Response, post_login::Error>,
    ) -> Result<http::Response<Body>, EncodeError> {
        <post_login::Request as Incoming>::encode(outcome)
    }
}

/// A server whose handler lets nobody in but those who have a token already.
fn as_published() -> Service {
    let route = Route::new(|_: Arc<()>, login: AsPublished, token: AccessToken| async move {
        assert_eq!(token, stub::token(), "the handler is called without a token");
        Ok(post_login::Response::new().with_user_id(login.0.username))
    });
    Service::new().with(Routes::new(vec![route]), Arc::new(()))
}

async fn log_in(service: Service, query: &str) -> http::Response<Body> {
    let request = Request::post(format!("/_matrix/client/api/v1/login{query}"));
    let body = Body::from(r#"{"username": "alice", "password": "ilovebananas"}"#);
    service.respond(request.body(body).expect("a request")).await
}

#[tokio::test]
async fn with_it_a_login_needs_no_token_and_may_have_one() {
    assert_eq!(log_in(stub::service(), "").await.status(), StatusCode::OK);
    assert_eq!(log_in(stub::service(), "?access_token=abc123").await.status(), StatusCode::OK);
}

#[tokio::test]
async fn without_it_a_login_without_a_token_is_refused_before_the_handler() {
    let refused = log_in(as_published(), "").await;
    assert_eq!(refused.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(refused.headers()["content-type"], "application/problem+json");
    assert_eq!(log_in(as_published(), "?access_token=abc123").await.status(), StatusCode::OK);
}
