//! Findings with the bytes they are about, in the order of the documents.

use std::cmp::Reverse;

use super::{Diagnostic, Label, Place};
use crate::source::{Sources, Span};

/// A finding whose places have been looked up.
pub(super) struct Located<'d> {
    pub(super) diagnostic: &'d Diagnostic,
    /// The primary label first.
    pub(super) labels: Vec<LocatedLabel<'d>>,
}

pub(super) struct LocatedLabel<'d> {
    pub(super) place: &'d Place,
    pub(super) span: Span,
    pub(super) text: &'d str,
    pub(super) primary: bool,
    /// Nothing in particular is to be underlined.
    pub(super) whole_file: bool,
}

/// The findings by file, in the order in which files were read, and then by position; of those at
/// one place, the worst first.
pub(super) fn in_document_order<'d>(findings: &'d [Diagnostic], sources: &Sources<'_>) -> Vec<Located<'d>> {
    let mut located: Vec<Located<'_>> = findings.iter().map(|found| Located::new(found, sources)).collect();
    located.sort_by_cached_key(|found| {
        let place = found.labels.first().map(|label| &label.span);
        let place = place.map(|span| (span.file, span.bytes.start, span.bytes.end));
        (place, Reverse(found.diagnostic.severity))
    });
    located
}

impl<'d> Located<'d> {
    fn new(diagnostic: &'d Diagnostic, sources: &Sources<'_>) -> Self {
        let primary = LocatedLabel::new(&diagnostic.primary, true, sources);
        let secondary = diagnostic.secondary.iter().map(|label| LocatedLabel::new(label, false, sources));
        Self { diagnostic, labels: std::iter::once(primary).chain(secondary).collect() }
    }
}

impl<'d> LocatedLabel<'d> {
    fn new(label: &'d Label, primary: bool, sources: &Sources<'_>) -> Self {
        let mut span = sources.span(&label.place);
        let text = sources.text(span.file);
        span.bytes.start = boundary(text, span.bytes.start);
        span.bytes.end = boundary(text, span.bytes.end).max(span.bytes.start);
        let whole_file = matches!(label.place, Place::File(_));
        Self { place: &label.place, span, text: &label.text, primary, whole_file }
    }
}

/// The nearest character boundary at or before an offset, whatever the offset is.
fn boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}
