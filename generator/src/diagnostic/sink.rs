//! Where the stages of a run put what they find.

use std::cell::RefCell;
use std::collections::HashSet;

use super::{Diagnostic, Place, Severity};
use crate::source::Pointer;

/// Collects the findings of a run. Shared by reference: a stage reports and goes on.
#[derive(Debug, Default)]
pub struct Sink {
    findings: RefCell<Vec<Diagnostic>>,
    seen: RefCell<HashSet<(&'static str, Place, String)>>,
}

impl Sink {
    /// An empty sink.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a finding. The same finding at the same place is kept once, so that a shared
    /// definition that is read for two documents is reported once.
    pub fn report(&self, diagnostic: Diagnostic) {
        let identity = (diagnostic.code.id, diagnostic.primary.place.clone(), diagnostic.message.clone());
        if self.seen.borrow_mut().insert(identity) {
            self.findings.borrow_mut().push(diagnostic);
        }
    }

    /// Adds a finding that each file has once, however often there is reason for it.
    pub fn report_once(&self, diagnostic: Diagnostic) {
        let file = match &diagnostic.primary.place {
            Place::Key(pointer) | Place::Value(pointer) | Place::Line(pointer, _) => pointer.file,
            Place::Bytes(..) | Place::File(_) => return self.report(diagnostic),
        };
        if self.seen.borrow_mut().insert((diagnostic.code.id, Place::File(file), String::new())) {
            self.report(diagnostic);
        }
    }

    /// Whether an error was reported, after which nothing may be written.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// How many findings of a severity there are.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.borrow().iter().filter(|found| found.severity == severity).count()
    }

    /// The places at which something was found that the specification forbids.
    pub fn breaches(&self) -> HashSet<Pointer> {
        let findings = self.findings.borrow();
        let breaches = findings.iter().filter(|found| found.code.breach || found.severity == Severity::Error);
        let pointers = breaches.filter_map(|found| match &found.primary.place {
            Place::Key(pointer) | Place::Value(pointer) => Some(pointer.clone()),
            Place::Line(..) | Place::Bytes(..) | Place::File(_) => None,
        });
        pointers.collect()
    }

    /// How many findings there are so far; a stage compares two counts to know whether a part failed.
    pub fn len(&self) -> usize {
        self.findings.borrow().len()
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.findings.borrow().is_empty()
    }

    /// The findings, in the order they were reported.
    pub fn into_findings(self) -> Vec<Diagnostic> {
        self.findings.into_inner()
    }
}
