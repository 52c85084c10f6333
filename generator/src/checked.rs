//! What a check hands back.

use std::fmt;

use crate::diagnostic::{Diagnostic, Severity};
use crate::report::{Report, counted};

/// The outcome of a check.
#[derive(Debug, Default)]
pub struct Checked {
    /// What was found, as the configuration's policy sees it. What the specification forbids is an
    /// error.
    pub findings: Vec<Diagnostic>,
    /// What was done.
    pub report: Report,
}

impl Checked {
    /// The outcome of a check with these findings, after they are judged.
    pub(crate) fn new(mut findings: Vec<Diagnostic>, report: Report) -> Self {
        for finding in findings.iter_mut().filter(|finding| finding.code.breach) {
            finding.severity = Severity::Error;
        }
        Self { findings, report }
    }

    /// The verdict: whether no document has an error.
    pub fn is_valid(&self) -> bool {
        self.findings.iter().all(|finding| finding.severity != Severity::Error)
    }
}

impl fmt::Display for Checked {
    /// `7 documents, 21 of 21 operations supported, checked in 12 ms`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let report = &self.report;
        let documents = counted(report.documents, "document");
        let operations = counted(report.operations_found, "operation");
        let elapsed = report.elapsed().as_millis();
        write!(
            f,
            "{documents}, {} of {operations} supported, checked in {elapsed} ms",
            report.operations_generated
        )
    }
}
