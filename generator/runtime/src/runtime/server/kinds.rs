//! Bodies of several kinds, which are told apart by their media types (RFC 9110 section 8.3).

use http::header::CONTENT_TYPE;
use http::request::Parts;

use super::negotiation::unsupported;
use super::{Asked, Rejection};
use crate::runtime::{BodyKind, Metadata, Payload, media_type};

impl Asked<'_> {
    /// Which of [`Payload::Several`] the request carries, by its media type. None of them is a `415`.
    pub fn kind(&self, metadata: &Metadata) -> Result<usize, Rejection> {
        let Payload::Several(kinds) = metadata.request_body else { return Ok(0) };
        choose(kinds, self.content_type()).ok_or_else(|| {
            let media_types: Vec<_> = kinds.iter().flat_map(|kind| kind.media_types).copied().collect();
            unsupported(&media_types.join(", "))
        })
    }
}

/// What a request carries. What is of no kind that the operation takes is not to be read.
pub(super) fn told(parts: &Parts, metadata: &Metadata) -> Payload {
    let Payload::Several(kinds) = metadata.request_body else { return metadata.request_body };
    let content_type = parts.headers.get(CONTENT_TYPE).map(|value| value.to_str().unwrap_or_default());
    let kind = choose(kinds, content_type).and_then(|kind| kinds.get(kind));
    kind.map_or(Payload::Raw, |kind| kind.payload)
}

/// The first kind that names the media type, or else that is JSON too, or else that has a range for it, the
/// narrowest range first. Where a request says nothing, it is the first of all.
fn choose(kinds: &[BodyKind], content_type: Option<&str>) -> Option<usize> {
    let Some(content_type) = content_type else { return Some(0) };
    let first = |fits: &dyn Fn(&str) -> bool| {
        kinds.iter().position(|kind| kind.media_types.iter().any(|media_type| fits(media_type)))
    };
    let within = |wildcards: usize| {
        first(&|range| range.matches('*').count() == wildcards && media_type::is_in(range, content_type))
    };
    within(0)
        .or_else(|| first(&|known| media_type::is_json(known) && media_type::is_json(content_type)))
        .or_else(|| within(1))
        .or_else(|| within(2))
}
