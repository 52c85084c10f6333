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

/// JSON if it is offered, then text, then bytes.
fn preferred(contents: &[Content]) -> Option<&Content> {
    let of = |encoding| contents.iter().find(|content| content.encoding == encoding);
    of(Encoding::Json).or_else(|| of(Encoding::Text)).or_else(|| contents.first())
}
