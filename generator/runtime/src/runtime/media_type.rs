//! Media types, as far as choosing a decoder needs them (RFC 9110 section 8.3.1).

/// The media type of a `Content-Type` header, without parameters.
pub(crate) fn essence(content_type: &str) -> &str {
    content_type.split(';').next().unwrap_or_default().trim()
}

/// Whether it is JSON: `application/json`, `text/json`, or a `+json` suffix (RFC 6839).
pub(crate) fn is_json(content_type: &str) -> bool {
    let essence = essence(content_type).to_ascii_lowercase();
    essence == "application/json" || essence == "text/json" || essence.ends_with("+json")
}

/// Whether the media type is in the range: `image/png` is in `image/*` and `*/*`.
#[cfg(feature = "server")]
pub(crate) fn is_in(range: &str, content_type: &str) -> bool {
    let (range, actual) = (essence(range), essence(content_type));
    let Some((kind, subtype)) = range.split_once('/') else { return false };
    let Some((actual_kind, actual_subtype)) = actual.split_once('/') else { return false };
    (kind == "*" || kind.eq_ignore_ascii_case(actual_kind))
        && (subtype == "*" || subtype.eq_ignore_ascii_case(actual_subtype))
}
