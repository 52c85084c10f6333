//! What a service answers to requests that aren't as documented.

use http::{Request, Response, StatusCode};
use serde_json::json;

use super::bodies::unreadable;
use super::homeserver::service;
use crate::runtime::{Body, JsonValue, Service};

const LOGIN: &str = "/_matrix/client/api/v1/login";
const STATUS: &str = "/api/presence/@bob:localhost/status?access_token=x";

async fn ask(
    service: &Service,
    request: http::request::Builder,
    body: &'static str,
) -> (Response<()>, JsonValue) {
    let (parts, body) = service.respond(request.body(Body::from(body)).unwrap()).await.into_parts();
    let bytes = body.collect(usize::MAX).await.unwrap();
    if parts.status.is_client_error() || parts.status.is_server_error() {
        assert_eq!(parts.headers["content-type"], "application/problem+json");
    }
    (Response::from_parts(parts, ()), serde_json::from_slice(&bytes).unwrap_or_default())
}

async fn post(path: &str, content_type: Option<&str>, body: &'static str) -> (StatusCode, JsonValue) {
    let mut request = Request::post(path);
    if let Some(content_type) = content_type {
        request = request.header("content-type", content_type);
    }
    let (response, problem) = ask(&service(), request, body).await;
    (response.status(), problem)
}

#[tokio::test]
async fn a_body_that_is_wrong_is_400_and_names_the_member() {
    let (status, problem) = post(LOGIN, None, r#"{"username": "a"}"#).await;
    assert_eq!(status, 400);
    assert_eq!(
        problem,
        json!({
            "type": "about:blank",
            "title": "Bad Request",
            "status": 400,
            "detail": "The request is not as documented.",
            "errors": [{ "location": "body", "pointer": "/password", "detail": "is missing" }],
        })
    );
    let (_, problem) = post(LOGIN, None, r#"{"username": 7, "password": "hunter2"}"#).await;
    let error =
        json!({ "location": "body", "pointer": "/username", "detail": "expected a string, found a number" });
    assert_eq!(problem["errors"], json!([error]));
    let (status, problem) = post(LOGIN, None, r#"{"username": "#).await;
    assert_eq!((status, &problem["errors"][0]["pointer"]), (StatusCode::BAD_REQUEST, &json!("")));
}

#[tokio::test]
async fn all_that_is_wrong_with_the_parameters_is_in_one_answer() {
    let request = Request::get("/api/rooms/%FF/messages?limit=many&presence=a&presence=b")
        .header("x-language", "\u{e9}");
    let (response, problem) = ask(&service(), request, "").await;
    assert_eq!(response.status(), 400);
    assert_eq!(
        problem["errors"],
        json!([
            { "location": "path", "name": "roomId", "detail": "is not UTF-8" },
            { "location": "query", "name": "limit", "detail": "expected an integer of 64 bits" },
            { "location": "query", "name": "presence", "detail": "is given more than once" },
            { "location": "header", "name": "X-Language", "detail": "is not text" },
        ])
    );
}

#[tokio::test]
async fn the_media_type_must_be_json_where_it_is_said() {
    let body = r#"{"username": "a", "password": "ilovebananas"}"#;
    for json in
        [None, Some("application/json; charset=utf-8"), Some("APPLICATION/JSON"), Some("application/a+json")]
    {
        assert_eq!(post(LOGIN, json, body).await.0, 200, "{json:?}");
    }
    for other in ["text/plain", "application/x-www-form-urlencoded", "application/jsonp", "", "\u{e9}"] {
        assert_eq!(post(LOGIN, Some(other), body).await.0, 415, "{other:?}");
    }
}

#[tokio::test]
async fn a_form_that_is_wrong_is_400_and_names_the_field() {
    let ask = async |content_type, body| {
        let request =
            Request::post("/api/report").header("authorization", "bearer b").header("x-device-key", "d");
        let request = request.header("cookie", "a=1; session=s").header("content-type", content_type);
        ask(&service(), request, body).await
    };
    let (response, problem) = ask("application/x-www-form-urlencoded", "score=1.5&events=%FF").await;
    assert_eq!(response.status(), 400);
    assert_eq!(
        problem["errors"],
        json!([
            { "location": "body", "pointer": "/reason", "detail": "is missing" },
            { "location": "body", "pointer": "/score", "detail": "expected an integer of 32 bits" },
            { "location": "body", "pointer": "/events", "detail": "is not UTF-8" },
        ])
    );
    let (response, _) = ask("application/json", "{}").await;
    assert_eq!(response.status(), 415);
    assert_eq!(response.headers()["accept"], "application/x-www-form-urlencoded");
}

#[tokio::test]
async fn a_body_over_the_limit_is_413() {
    let limited = service().with_body_limit(16);
    let (response, problem) =
        ask(&limited, Request::post(LOGIN), r#"{"username": "a", "password": "b"}"#).await;
    assert_eq!((response.status(), &problem["status"]), (StatusCode::PAYLOAD_TOO_LARGE, &json!(413)));
}

#[tokio::test]
async fn missing_credentials_are_401_before_the_body_is_read() {
    for (path, challenges) in [
        ("/api/presence/a/status", vec![r#"ApiKey realm="media", in="query", name="access_token""#]),
        (
            "/api/presence/a/status?access_token=",
            vec![r#"ApiKey realm="media", in="query", name="access_token""#],
        ),
        ("/api/alias/a", vec![r#"Basic realm="media", charset="UTF-8""#]),
    ] {
        let request = Request::put(path).body(unreadable()).unwrap();
        let response = service().respond(request).await;
        assert_eq!(response.status(), 401);
        let actual: Vec<_> = response.headers().get_all("www-authenticate").iter().collect();
        assert_eq!(actual, challenges);
    }
    let malformed = Request::put("/api/alias/a").header("authorization", "Basic !");
    assert_eq!(ask(&service(), malformed, "").await.0.status(), 401);
    let both = ask(&service(), Request::post("/api/upload"), "").await.0;
    assert_eq!(both.headers().get_all("www-authenticate").iter().count(), 2);
}

#[tokio::test]
async fn a_handler_that_panics_is_500_and_the_service_goes_on() {
    let (status, problem) = post(LOGIN, None, r#"{"username": "panics", "password": ""}"#).await;
    assert_eq!(
        (status, &problem["detail"]),
        (StatusCode::INTERNAL_SERVER_ERROR, &json!("The server failed."))
    );
    // One of put_status's assertions fails: the token is another.
    let (response, _) = ask(&service(), Request::put(STATUS), r#"{"presence": "online"}"#).await;
    assert_eq!(response.status(), 500);
    assert_eq!(post(LOGIN, None, r#"{"username": "a", "password": "ilovebananas"}"#).await.0, 200);
}

#[tokio::test]
async fn rejections_can_be_rendered_in_the_api_s_own_way() {
    let service = service().with_rejections(|rejection| {
        let mut response = Response::new(Body::from("{\"errcode\":\"M_UNKNOWN\"}"));
        *response.status_mut() = rejection.status();
        response
    });
    let response = service.respond(Request::get(LOGIN).body(Body::empty()).unwrap()).await;
    assert_eq!(response.status(), 405);
    assert_eq!(response.headers()["allow"], "POST");
    assert_eq!(response.into_body().try_into_bytes().unwrap(), "{\"errcode\":\"M_UNKNOWN\"}");
}
