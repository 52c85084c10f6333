//! What can come back from an operation.

use super::flattens;
use crate::api::{Api, Content, Encoding, Method, Operation, Outcome, Status, TypeId};

/// What comes back where all went well.
#[derive(Debug, Clone)]
pub enum ResponseSurface {
    /// One documented success: a struct.
    One(Arm),
    /// Several: an enum.
    Several(Vec<Arm>),
    /// The document lists none: a struct that holds whatever came.
    Unlisted,
}

impl ResponseSurface {
    /// The documented successes.
    pub fn arms(&self) -> &[Arm] {
        match self {
            Self::One(arm) => std::slice::from_ref(arm),
            Self::Several(arms) => arms,
            Self::Unlisted => &[],
        }
    }
}

/// One documented outcome, as a struct or as a variant.
#[derive(Debug, Clone)]
pub struct Arm {
    /// The index of the outcome in its operation.
    pub outcome: usize,
    /// When it applies; ranges and `default` carry the status that came.
    pub status: Status,
    /// What it carries.
    pub payload: Payload,
}

/// What an arm carries, beside its headers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Payload {
    /// Nothing can be there: `204`, `304`, and answers to HEAD.
    Empty,
    /// JSON whose members are fields of the response.
    Flattened(TypeId),
    /// JSON of a type.
    Json(TypeId),
    /// Text.
    Text,
    /// Bytes that are streamed, beside their media type.
    Stream,
    /// A small body that no schema describes, kept as it came.
    Kept,
}

impl Arm {
    /// Whether the status that came must be kept beside the body.
    pub fn keeps_status(&self) -> bool {
        !matches!(self.status, Status::Code(_))
    }
}

/// Splits the documented outcomes into the response and the failures.
pub(super) fn decide(api: &Api, operation: &Operation) -> (ResponseSurface, Vec<Arm>) {
    let (good, bad): (Vec<_>, Vec<_>) =
        operation.outcomes.iter().enumerate().partition(|(_, outcome)| succeeds(outcome.status));
    let several = good.len() > 1;
    // Where a document lists nothing but `default`, that is what a success looks like too.
    let fallback = bad.iter().filter(|(_, outcome)| good.is_empty() && outcome.status == Status::Default);
    let arms = good.iter().chain(fallback);
    let mut arms: Vec<_> =
        arms.map(|(index, outcome)| arm(api, operation, *index, outcome, !several, true)).collect();
    let response = match arms.len() {
        0 => ResponseSurface::Unlisted,
        1 => ResponseSurface::One(arms.remove(0)),
        _ => ResponseSurface::Several(arms),
    };
    let failures =
        bad.into_iter().map(|(index, outcome)| arm(api, operation, index, outcome, false, false)).collect();
    (response, failures)
}

/// Whether an outcome is one of a call that went well. `default` is what every documented status
/// is not, which documents use for failures.
fn succeeds(status: Status) -> bool {
    match status {
        Status::Code(code) => code < 400,
        Status::Range(digit) => digit < 4,
        Status::Default => false,
    }
}

fn arm(api: &Api, operation: &Operation, index: usize, outcome: &Outcome, alone: bool, streams: bool) -> Arm {
    let bodiless =
        operation.method == Method::Head || matches!(outcome.status, Status::Code(204 | 205 | 304));
    let payload = match preferred(&outcome.contents) {
        _ if bodiless => Payload::Empty,
        None => Payload::Kept,
        Some(Content { encoding: Encoding::Json, ty: Some(ty), .. }) => {
            let alone = alone && matches!(outcome.status, Status::Code(_));
            if alone && outcome.headers.is_empty() && flattens(api, *ty) {
                Payload::Flattened(*ty)
            } else {
                Payload::Json(*ty)
            }
        }
        Some(Content { encoding: Encoding::Text, .. }) => Payload::Text,
        Some(_) if streams => Payload::Stream,
        Some(_) => Payload::Kept,
    };
    Arm { outcome: index, status: outcome.status, payload }
}

/// The contents that are read as the arm of their outcome: a client asks for no others.
pub fn readable(contents: &[Content]) -> impl Iterator<Item = &Content> {
    let preferred = preferred(contents);
    contents.iter().filter(move |content| {
        preferred.is_some_and(|preferred| match preferred.encoding {
            Encoding::Json | Encoding::Text => {
                (content.encoding, content.ty) == (preferred.encoding, preferred.ty)
            }
            _ => true,
        })
    })
}

/// JSON if it is offered, then text, then bytes.
fn preferred(contents: &[Content]) -> Option<&Content> {
    let of = |encoding| contents.iter().find(|content| content.encoding == encoding);
    of(Encoding::Json).or_else(|| of(Encoding::Text)).or_else(|| contents.first())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_asks_for_what_it_reads() {
        let content = |media_type: &str, encoding| Content {
            media_type: media_type.to_owned(),
            encoding,
            ty: Some(TypeId(0)),
            examples: Vec::new(),
        };
        let (json, xml) = (content("application/json", Encoding::Json), content("text/xml", Encoding::Raw));
        let (text, hal) =
            (content("text/plain", Encoding::Text), content("application/hal+json", Encoding::Json));
        let other = Content { ty: Some(TypeId(1)), ..hal.clone() };
        let asked = |contents: &[&Content]| {
            let contents: Vec<Content> = contents.iter().map(|content| (*content).clone()).collect();
            readable(&contents).map(|content| content.media_type.clone()).collect::<Vec<_>>()
        };
        assert_eq!(asked(&[&xml, &text, &json, &hal]), ["application/json", "application/hal+json"]);
        assert_eq!(asked(&[&json, &other]), ["application/json"]);
        assert_eq!(asked(&[&xml, &text]), ["text/plain"]);
        assert_eq!(asked(&[&xml, &content("image/*", Encoding::Raw)]), ["text/xml", "image/*"]);
    }
}
