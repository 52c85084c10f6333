//! The keys of responses.

use openapiv3::StatusCode;

/// When a response applies.
pub(crate) enum Status {
    /// A code, or a range of them.
    Code(StatusCode),
    /// Where no other response does.
    Default,
}

/// The key of a response: a status code (RFC 9110 section 15), `default`, or, as in OpenAPI 3, a
/// range such as `4XX`.
pub(crate) fn status(key: &str) -> Option<Status> {
    if key.eq_ignore_ascii_case("default") {
        return Some(Status::Default);
    }
    let key = key.trim();
    if let Some(range) = key.strip_suffix("XX").or_else(|| key.strip_suffix("xx")) {
        let first: u16 = range.parse().ok()?;
        return (1..=5).contains(&first).then_some(Status::Code(StatusCode::Range(first)));
    }
    let code: u16 = key.parse().ok()?;
    (100..=599).contains(&code).then_some(Status::Code(StatusCode::Code(code)))
}
