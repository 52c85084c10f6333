//! How a refusal looks on the wire: as a Matrix error, whoever refuses.

use bytes::Bytes;
use http::{Response, StatusCode};
use matrix_client_server::runtime::{Body, Location, RawBody, Rejection, UndocumentedResponse, Violation};
use matrix_client_server::{r0, types};

use crate::homeserver::failure::Failure;

/// Turns a [`Failure`] into the errors of operations, each as its document says: a status with an arm
/// becomes that arm, and any other one is undocumented.
macro_rules! refusals {
    ($($operation:ident { $($status:literal => $arm:ident),* })*) => {$(
        impl From<$crate::homeserver::failure::Failure> for $operation::Error {
            fn from(failure: $crate::homeserver::failure::Failure) -> Self {
                match failure.status.as_u16() {
                    $($status => Self::$arm(failure.into()),)*
                    _ => Self::Undocumented(failure.into()),
                }
            }
        }
    )*};
}
pub(super) use refusals;

impl From<Failure> for types::Error {
    fn from(failure: Failure) -> Self {
        Self::new(failure.errcode).with_error(failure.message)
    }
}

impl From<Failure> for r0::types::Error {
    fn from(failure: Failure) -> Self {
        Self::new(failure.errcode).with_error(failure.message)
    }
}

impl From<Failure> for r0::types::RateLimited {
    fn from(failure: Failure) -> Self {
        Self::new(failure.errcode).with_error(failure.message)
    }
}

impl From<Failure> for RawBody {
    fn from(failure: Failure) -> Self {
        Self::new("application/json", failure.body())
    }
}

impl From<Failure> for UndocumentedResponse {
    fn from(failure: Failure) -> Self {
        Response::<Bytes>::from(failure).into()
    }
}

/// Renders what the generated service refuses before an operation sees it.
pub(super) fn render(rejection: &Rejection) -> Response<Body> {
    let wrong: String = rejection.violations().iter().map(sentence).collect();
    let message = format!("{}{wrong}", rejection.detail());
    Response::<Bytes>::from(Failure::new(rejection.status(), errcode(rejection), message)).map(Body::from)
}

fn sentence(Violation { location, name, detail, .. }: &Violation) -> String {
    match name.as_str() {
        "" => format!(" The {location}: {detail}."),
        name => format!(" The {location}'s `{name}`: {detail}."),
    }
}

fn errcode(rejection: &Rejection) -> &'static str {
    match rejection.status() {
        StatusCode::BAD_REQUEST => rejection.violations().first().map_or("M_UNKNOWN", errcode_of),
        StatusCode::UNAUTHORIZED => "M_MISSING_TOKEN",
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => "M_UNRECOGNIZED",
        StatusCode::PAYLOAD_TOO_LARGE => "M_TOO_LARGE",
        StatusCode::UNSUPPORTED_MEDIA_TYPE => "M_NOT_JSON",
        _ => "M_UNKNOWN",
    }
}

fn errcode_of(violation: &Violation) -> &'static str {
    match violation.location {
        Location::Body if violation.detail.starts_with("not JSON") => "M_NOT_JSON",
        Location::Body => "M_BAD_JSON",
        _ => "M_INVALID_PARAM",
    }
}

#[cfg(test)]
mod tests {
    use http::{Method, Request};
    use serde_json::Value;

    use super::super::service;
    use super::*;
    use crate::homeserver::Homeserver;

    const LOGIN: &str = "/_matrix/client/api/v1/login";

    /// The status, the `errcode` and the text that a request is refused with.
    async fn refusal(method: Method, path: &str, body: impl Into<Body>) -> (u16, String, String) {
        let service = service(Homeserver::in_memory("localhost").expect("a database"));
        let mut request = Request::new(body.into());
        *request.method_mut() = method;
        *request.uri_mut() = path.parse().expect("a path");
        let response = service.respond(request).await;
        assert_eq!(response.headers()["content-type"], "application/json");
        let status = response.status().as_u16();
        let body = response.into_body().collect(1000).await.expect("a short body");
        let error: Value = serde_json::from_slice(&body).expect("JSON");
        let text = |member: &str| error[member].as_str().expect("a text").to_owned();
        (status, text("errcode"), text("error"))
    }

    #[tokio::test]
    async fn a_wrong_body_is_refused_by_the_member_that_is_wrong() {
        let (status, errcode, _) = refusal(Method::POST, LOGIN, "{").await;
        assert_eq!((status, &*errcode), (400, "M_NOT_JSON"));
        let (status, errcode, text) = refusal(Method::POST, LOGIN, r#"{"username": "a"}"#).await;
        assert_eq!((status, &*errcode), (400, "M_BAD_JSON"));
        assert_eq!(text, "The request is not as documented. The body's `/password`: is missing.");
        let (_, _, text) = refusal(Method::POST, LOGIN, r#"{"username": "a", "password": 1}"#).await;
        assert!(text.ends_with("The body's `/password`: expected a string, found a number."), "{text}");
        let large = "a".repeat(super::super::MAX_REQUEST_BYTES + 1);
        let (status, errcode, _) = refusal(Method::POST, LOGIN, large).await;
        assert_eq!((status, &*errcode), (413, "M_TOO_LARGE"));
    }

    #[tokio::test]
    async fn what_is_not_there_and_who_is_not_known_are_refused_in_the_words_of_matrix() {
        let (status, errcode, _) = refusal(Method::GET, "/_matrix/client/api/v1/initialSync", "").await;
        assert_eq!((status, &*errcode), (401, "M_MISSING_TOKEN"));
        let guessed = "/_matrix/client/api/v1/initialSync?access_token=guessed";
        let (status, errcode, _) = refusal(Method::GET, guessed, "").await;
        assert_eq!((status, &*errcode), (401, "M_UNKNOWN_TOKEN"));
        let (status, errcode, _) = refusal(Method::GET, "/unknown", "").await;
        assert_eq!((status, &*errcode), (404, "M_UNRECOGNIZED"));
        let (status, errcode, _) = refusal(Method::DELETE, LOGIN, "").await;
        assert_eq!((status, &*errcode), (405, "M_UNRECOGNIZED"));
    }
}
