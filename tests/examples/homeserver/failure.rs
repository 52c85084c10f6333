//! Why a request was refused, in the words of Matrix: an HTTP status, an `errcode`, a sentence.

use std::fmt;

use bytes::Bytes;
use http::{StatusCode, header};

/// A refusal. It becomes a response body such as `{"errcode": "M_FORBIDDEN", "error": "…"}`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Failure {
    pub(crate) status: StatusCode,
    pub(crate) errcode: &'static str,
    pub(crate) message: String,
}

impl Failure {
    pub(crate) fn new(status: StatusCode, errcode: &'static str, message: impl Into<String>) -> Self {
        Self { status, errcode, message: message.into() }
    }

    /// `400`: a value is of the right type and still cannot be.
    pub(crate) fn invalid(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "M_INVALID_PARAM", message)
    }

    /// `401`: the token belongs to no session.
    pub(crate) fn unknown_token() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "M_UNKNOWN_TOKEN", "The access token is not known here.")
    }

    /// `403`: the caller may not do this.
    pub(crate) fn forbidden(message: impl Into<String>) -> Self {
        Self::new(StatusCode::FORBIDDEN, "M_FORBIDDEN", message)
    }

    /// `404`: there is no such thing, or the caller may not know of it.
    pub(crate) fn not_found(message: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, "M_NOT_FOUND", message)
    }

    /// `429`: too many requests in a short time.
    pub(crate) fn rate_limited(wait: std::time::Duration) -> Self {
        let message = format!("Too many requests. Try again in {} s.", wait.as_secs_f64().ceil());
        Self::new(StatusCode::TOO_MANY_REQUESTS, "M_LIMIT_EXCEEDED", message)
    }

    /// `500`: our own fault. The cause goes to the log, never to the caller.
    pub(crate) fn internal(cause: impl fmt::Display) -> Self {
        eprintln!("error: {cause}");
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "M_UNKNOWN", "The server failed. Its log says why.")
    }

    /// The Matrix error as JSON.
    pub(crate) fn body(&self) -> Bytes {
        serde_json::json!({ "errcode": self.errcode, "error": self.message }).to_string().into()
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.errcode, self.message)
    }
}

impl std::error::Error for Failure {}

impl From<rusqlite::Error> for Failure {
    fn from(cause: rusqlite::Error) -> Self {
        Self::internal(cause)
    }
}

impl From<Failure> for http::Response<Bytes> {
    fn from(failure: Failure) -> Self {
        let mut response = http::Response::new(failure.body());
        *response.status_mut() = failure.status;
        let json = header::HeaderValue::from_static("application/json");
        response.headers_mut().insert(header::CONTENT_TYPE, json);
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_becomes_a_matrix_error() {
        let response = http::Response::from(Failure::forbidden("Not \"you\"."));
        assert_eq!(response.status(), 403);
        assert_eq!(response.headers()["content-type"], "application/json");
        assert_eq!(response.body().as_ref(), br#"{"errcode":"M_FORBIDDEN","error":"Not \"you\"."}"#);
    }

    #[test]
    fn the_cause_of_an_internal_error_stays_inside() {
        let failure = Failure::internal("disk /dev/sda is full");
        assert!(!String::from_utf8_lossy(&failure.body()).contains("sda"));
    }
}
