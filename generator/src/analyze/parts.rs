//! What the generated crate needs beside its core, so that one without dates does not depend on
//! a library for dates.

use serde::Serialize;

use super::effective;
use crate::api::{Api, Encoding, NumberFormat, SchemeKind, Shape, StringFormat};
use crate::pattern::Meaning;

/// The optional parts of the support code, by what in the API asks for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Parts {
    /// `format: date` or `date-time`.
    pub date: bool,
    /// `format: decimal`, or integers beyond 64 bits.
    pub decimal: bool,
    /// `format: uuid`.
    pub uuid: bool,
    /// `format: byte`, or Basic authentication.
    pub base64: bool,
    /// A body of `multipart/form-data`.
    pub multipart: bool,
    /// A `pattern` that requests must match.
    pub pattern: bool,
    /// One with look-around or back-references.
    pub look_around: bool,
}

impl Parts {
    pub(super) fn of(api: &Api, constrained: &[bool]) -> Self {
        let has = |formats: &[StringFormat]| {
            api.types.iter().any(|ty| matches!(ty.shape, Shape::String(format) if formats.contains(&format)))
        };
        let mut contents = api.operations.iter().flat_map(|operation| {
            let outcomes = operation.outcomes.iter().flat_map(|outcome| &outcome.contents);
            operation.body.iter().flat_map(|body| &body.contents).chain(outcomes)
        });
        let patterns = || {
            let enforced = api.types.iter().zip(constrained).filter(|(_, constrained)| **constrained);
            enforced.filter_map(|(ty, _)| effective(ty).pattern)
        };
        Self {
            pattern: patterns().next().is_some(),
            look_around: patterns().any(|pattern| pattern.meaning().is_some_and(Meaning::looks_around)),
            date: has(&[StringFormat::Date, StringFormat::DateTime]),
            decimal: api.types.iter().any(|ty| ty.shape == Shape::Number(NumberFormat::Decimal)),
            uuid: has(&[StringFormat::Uuid]),
            base64: has(&[StringFormat::Base64])
                || api.schemes.iter().any(|scheme| scheme.kind == SchemeKind::Basic),
            multipart: contents.any(|content| content.encoding == Encoding::Multipart),
        }
    }
}
