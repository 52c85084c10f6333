//! What a run hands back.

use crate::api::Api;
use crate::diagnostic::{Diagnostic, Severity};
use crate::output::Files;
use crate::render::RenderError;
use crate::report::Report;
use crate::{CrateFiles, Emitted, Fingerprint};

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
    /// What each file was printed from, if that matters to somebody.
    pub emitted: Vec<(String, Emitted)>,
    /// What the documents describe, as it was understood.
    pub api: Api,
}

impl Generated {
    /// The outcome of a run with these findings, after they are judged. `files` is asked for the files only
    /// where nothing stands against them.
    pub(crate) fn new(
        findings: Vec<Diagnostic>,
        report: Report,
        fingerprint: Fingerprint,
        files: impl FnOnce(&mut Report) -> Result<CrateFiles, RenderError>,
    ) -> Self {
        let mut generated = Self { findings, report, fingerprint, ..Self::default() };
        if !generated.has_errors() {
            match files(&mut generated.report) {
                Ok(CrateFiles { files, types, emitted }) => {
                    (generated.files, generated.emitted) = (files, emitted);
                    generated.report.types = types;
                }
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
