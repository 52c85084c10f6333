//! Media types, codings, charsets, and answers without bodies (RFC 9110, sections 6.4, 8, 9.3.2 and 12).

use http::{Method, Request, StatusCode, header};

use super::homeserver::service;
use super::serving::{exchange, start};
use crate::runtime::{Body, ServeLimits};

const MESSAGES: &str = "/api/rooms/a/messages";
const LOGIN: &str = "/_matrix/client/api/v1/login";
const CREDENTIALS: &str = r#"{"username": "bob", "password": "ilovebananas"}"#;

async fn status(request: http::request::Builder, body: &'static str) -> StatusCode {
    service().respond(request.body(Body::from(body)).unwrap()).await.status()
}

#[tokio::test]
async fn a_client_that_takes_nothing_of_what_there_is_is_told_so() {
    let get = async |accept: &str| status(Request::get(MESSAGES).header("accept", accept), "").await;
    for taken in [
        "application/json",
        "text/html, application/*;q=0.1",
        "*/*;q=0.01",
        "APPLICATION/JSON; charset=utf-8",
        "application/vnd.matrix+json",
        "nonsense",
        "",
    ] {
        assert_eq!(get(taken).await, StatusCode::OK, "{taken}");
    }
    for not_taken in ["text/html", "image/*, text/*", "application/json;q=0", "application/json;q=0.0, */*"] {
        assert_eq!(get(not_taken).await, StatusCode::NOT_ACCEPTABLE, "{not_taken}");
    }
    // What acts is not refused for what it says in the end.
    let post = Request::post(LOGIN).header("accept", "text/html");
    assert_eq!(status(post, CREDENTIALS).await, StatusCode::OK);
}

#[tokio::test]
async fn a_body_in_a_coding_is_not_read_as_what_it_is_not() {
    let post = |coding: &str| Request::post(LOGIN).header("content-encoding", coding);
    let refused = service().respond(post("gzip").body(Body::from("\u{1f}")).unwrap()).await;
    assert_eq!(refused.status(), StatusCode::UNSUPPORTED_MEDIA_TYPE);
    assert_eq!(refused.headers()[header::ACCEPT_ENCODING], "identity");
    assert_eq!(status(post("Identity"), CREDENTIALS).await, StatusCode::OK);
}

#[tokio::test]
async fn parameters_of_a_media_type_do_not_change_what_it_is() {
    let json = async |media_type: &str| {
        status(Request::post(LOGIN).header("content-type", media_type), CREDENTIALS).await
    };
    assert_eq!(json("application/json;charset=\"UTF-8\"").await, StatusCode::OK);
    assert_eq!(json("Application/JSON ; odd=1").await, StatusCode::OK);
    assert_eq!(json("application/jsonp").await, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    let form = async |charset: &str| {
        let media_type = format!("multipart/form-data; boundary=b; charset={charset}");
        let request = Request::post("/api/attachment").header("content-type", media_type);
        status(request, "--b\r\nContent-Disposition: form-data; name=title\r\n\r\na\r\n--b--\r\n").await
    };
    // The file is missing.
    assert_eq!(form("utf-8").await, StatusCode::BAD_REQUEST);
    assert_eq!(form("iso-8859-1").await, StatusCode::UNSUPPORTED_MEDIA_TYPE);
}

#[tokio::test]
async fn an_empty_body_is_nothing_where_nothing_will_do() {
    let put = |path| Request::put(path).header("authorization", "Basic YTpi");
    assert_eq!(status(put("/api/alias/a"), "").await, StatusCode::CREATED);
    assert_eq!(status(Request::post(LOGIN), "").await, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn head_has_the_length_of_get_and_no_body() {
    let address = start(ServeLimits::default()).await;
    let ask = async |method: Method, path: &str| {
        let text = format!("{method} {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        let answer = exchange(address, &text).await.to_ascii_lowercase();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
        (head.lines().next().unwrap().to_owned(), length.map(str::to_owned), body.to_owned())
    };
    for path in [MESSAGES, "/api/download/a/1000.zeros", "/nowhere"] {
        let (get, head) = (ask(Method::GET, path).await, ask(Method::HEAD, path).await);
        assert_eq!((&get.0, &get.1), (&head.0, &head.1), "{path}");
        assert_eq!(get.1, Some(get.2.len().to_string()), "{path}");
        assert_eq!(head.2, "", "{path}");
    }
}

/// Nothing that a handler does makes the next answer on the connection begin in the wrong place.
#[tokio::test]
async fn statuses_without_a_body_have_none_whatever_the_handler_says() {
    use http::Response;
    use tower::service_fn;
    for status in [204, 304] {
        let answer = move |_: Request<Body>| async move {
            let response = Response::builder().status(status).body(Body::from("a body"));
            Ok::<_, std::convert::Infallible>(response.unwrap())
        };
        let address = super::serving::start_with(service_fn(answer), ServeLimits::default()).await;
        let text = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
        let answer = exchange(address, text).await;
        assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{answer}");
        assert!(answer.ends_with("\r\n\r\n"), "{answer}");
    }
}
