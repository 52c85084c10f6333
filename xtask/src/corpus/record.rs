//! A document together with everything that became of it.

use super::documents::Document;
use super::outcome::{Fault, Outcome};

/// A document, and what became of it.
#[derive(Debug)]
pub(super) struct Record {
    pub(super) document: Document,
    pub(super) outcome: Outcome,
}

impl Record {
    /// The faults that count. A document that is not valid is well served by a finding that says
    /// so; it may neither crash nor give a crate that does not compile.
    pub(super) fn counting(&self) -> impl Iterator<Item = &Fault> {
        self.outcome.faults.iter().filter(|fault| self.document.valid || !fault.is_refusal())
    }
}
