//! What a client takes, and in what form it sends (RFC 9110, sections 8 and 12).

use http::header::{ACCEPT, ACCEPT_ENCODING, CONTENT_ENCODING};
use http::request::Parts;
use http::{HeaderMap, Method, StatusCode};

use super::Rejection;
use crate::runtime::{Metadata, media_type};

/// Refuses to read something for a client that takes none of what the operation answers with: `406`.
///
/// Only where the answer is what the request is for. Other methods act, and then say how it went in
/// what they have, as section 12.5.1 allows.
pub(super) fn acceptable(parts: &Parts, metadata: &Metadata) -> Result<(), Rejection> {
    let asks = matches!(parts.method, Method::GET | Method::HEAD) && parts.headers.contains_key(ACCEPT);
    if !asks || metadata.accept.is_empty() || metadata.accept.split(',').any(|it| takes(&parts.headers, it)) {
        return Ok(());
    }
    let detail = format!("There is this only as {}.", metadata.accept);
    Err(Rejection::new(StatusCode::NOT_ACCEPTABLE, detail))
}

/// Whether the client takes a media type: the narrowest of its ranges decides. One that says nothing that
/// can be read takes anything, and one that takes JSON takes all kinds of it.
fn takes(headers: &HeaderMap, media_type: &str) -> bool {
    let texts = headers.get_all(ACCEPT).iter().filter_map(|value| value.to_str().ok());
    let ranges = texts.flat_map(|text| text.split(',')).filter(|range| range.contains('/'));
    let mut narrowest = None;
    let mut says_nothing = true;
    for range in ranges {
        says_nothing = false;
        let is_same = media_type::is_json(range) && media_type::is_json(media_type);
        if is_same || media_type.contains('*') || media_type::is_in(range, media_type) {
            let wildcards = range.matches('*').count();
            if narrowest.is_none_or(|(fewest, _)| wildcards < fewest) {
                narrowest = Some((wildcards, is_wanted(range)));
            }
        }
    }
    says_nothing || narrowest.is_some_and(|(_, is_wanted)| is_wanted)
}

/// Whether the weight of a range is more than zero.
fn is_wanted(range: &str) -> bool {
    let weight = media_type::parameter(range, "q").and_then(|weight| weight.parse::<f32>().ok());
    weight.is_none_or(|weight| weight > 0.0)
}

/// Refuses a body in a coding, which is undone by middleware or not at all: `415`.
pub(super) fn not_encoded(headers: &HeaderMap) -> Result<(), Rejection> {
    match headers.get(CONTENT_ENCODING) {
        Some(coding) if !coding.as_bytes().eq_ignore_ascii_case(b"identity") => {
            let detail = "The body must have no content coding.";
            let rejection = Rejection::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, detail);
            Err(rejection.with_header(ACCEPT_ENCODING, "identity"))
        }
        _ => Ok(()),
    }
}

/// `415`, with what would be accepted (RFC 9110 section 15.5.16).
#[cold]
pub(super) fn unsupported(accepted: &str) -> Rejection {
    let detail = format!("The body must be of the media type {accepted}.");
    Rejection::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, detail).with_header(ACCEPT, accepted)
}
