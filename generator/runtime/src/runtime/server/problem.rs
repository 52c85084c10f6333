//! Rejections as Problem Details (RFC 9457).

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderValue, Response};
use serde_json::json;

use crate::runtime::{Body, JsonValue, Location};

use super::{Rejection, Violation};

/// Renders a rejection as `application/problem+json` (RFC 9457), with an `errors` array that names every
/// parameter or member that is wrong: `location`, `name` (in a body `pointer`, RFC 6901), `detail`, and where
/// a constraint is broken `keyword` and `limit`. What a service does unless it is told otherwise.
pub fn problem(rejection: &Rejection) -> Response<Body> {
    let status = rejection.status();
    let mut problem = json!({
        "type": "about:blank",
        "title": status.canonical_reason().unwrap_or("Error"),
        "status": status.as_u16(),
        "detail": rejection.detail(),
    });
    if !rejection.violations().is_empty() {
        problem["errors"] = rejection.violations().iter().map(violation).collect();
    }
    let mut response = Response::new(Bytes::from(problem.to_string()).into());
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    response
}

fn violation(violation: &Violation) -> JsonValue {
    let Violation { location, name, detail, keyword, limit } = violation;
    let key = if *location == Location::Body { "pointer" } else { "name" };
    let mut error = json!({ "location": location.as_str(), key: name, "detail": detail });
    if let Some(keyword) = keyword {
        error["keyword"] = (*keyword).into();
    }
    if let Some(limit) = limit {
        error["limit"] = limit.clone();
    }
    error
}
