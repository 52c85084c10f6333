//! How long a server asks its client to wait.

use std::time::{Duration, SystemTime};

use http::header::{CONTENT_TYPE, RETRY_AFTER};
use http::{HeaderValue, Response, StatusCode};

use crate::runtime::{Body, BodyError, JsonValue, media_type};

/// More than any server says about its limits.
const BODY_LIMIT: usize = 64 << 10;

/// What a response says about when to come back: `Retry-After` (RFC 9110 section 10.2.3), or
/// `retry_after_ms` in the JSON of a 429 (Matrix client-server API, rate limiting). The body is read for
/// that, and put back.
pub(super) async fn retry_after(response: &mut Response<Body>) -> Result<Option<Duration>, BodyError> {
    if let Some(value) = response.headers().get(RETRY_AFTER) {
        return Ok(from_header(value, SystemTime::now()));
    }
    if response.status() != StatusCode::TOO_MANY_REQUESTS || !is_short_json(response) {
        return Ok(None);
    }
    let bytes = std::mem::take(response.body_mut()).collect(BODY_LIMIT).await?;
    *response.body_mut() = bytes.clone().into();
    let json: Option<JsonValue> = serde_json::from_slice(&bytes).ok();
    Ok(json.as_ref().and_then(|json| json.get("retry_after_ms")?.as_u64()).map(Duration::from_millis))
}

/// Seconds, or the date of which they are the rest. A date that has passed is now.
fn from_header(value: &HeaderValue, now: SystemTime) -> Option<Duration> {
    let text = value.to_str().ok()?.trim();
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let date = httpdate::parse_http_date(text).ok()?;
    Some(date.duration_since(now).unwrap_or_default())
}

/// Whether the body is JSON, and of a length that is known and small.
fn is_short_json(response: &Response<Body>) -> bool {
    let json = response.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    json.is_some_and(media_type::is_json)
        && http_body::Body::size_hint(response.body()).lower() <= BODY_LIMIT as u64
}
