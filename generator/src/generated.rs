//! What a run hands back.

use crate::Fingerprint;
use crate::diagnostic::{Diagnostic, Severity};
use crate::output::Files;
use crate::render::RenderError;
use crate::report::Report;

/// The outcome of a run: the files, what was found on the way, and the numbers.
#[derive(Debug, Default)]
pub struct Generated {
    /// The files of the crate. There are none where an error was found.
    pub files: Files,
    /// What was found, as the configuration's policy sees it.
    pub findings: Vec<Diagnostic>,
    /// What was done.
    pub report: Report,
    /// What all of this depends on.
    pub fingerprint: Fingerprint,
}

impl Generated {
    /// The outcome of a run with these findings, after they are judged. `files` is asked for the files only
    /// where nothing stands against them.
    pub(crate) fn new(
        findings: Vec<Diagnostic>,
        report: Report,
        fingerprint: Fingerprint,
        files: impl FnOnce(&mut Report) -> Result<Files, RenderError>,
    ) -> Self {
        let mut generated = Self { files: Files::new(), findings, report, fingerprint };
        if !generated.has_errors() {
            match files(&mut generated.report) {
                Ok(files) => generated.files = files,
                Err(defect) => generated.findings.push(defect.into()),
            }
        }
        generated
    }

    /// Whether nothing may be written.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// How many findings of a severity there are.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }
}
