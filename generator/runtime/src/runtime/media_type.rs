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

/// A parameter of a media type or range, without quotes around it.
#[cfg(feature = "server")]
pub(crate) fn parameter<'t>(content_type: &'t str, name: &str) -> Option<&'t str> {
    let parameters = content_type.split(';').skip(1).filter_map(|parameter| parameter.split_once('='));
    let mut named = parameters.filter(|(known, _)| known.trim().eq_ignore_ascii_case(name));
    named.next().map(|(_, value)| value.trim().trim_matches('"'))
}

/// Whether text of the media type is UTF-8, as far as it says. US-ASCII is a part of it.
#[cfg(feature = "server")]
pub(crate) fn is_utf8(content_type: &str) -> bool {
    let charset = parameter(content_type, "charset");
    charset
        .is_none_or(|charset| ["utf-8", "utf8", "us-ascii"].iter().any(|it| charset.eq_ignore_ascii_case(it)))
}
