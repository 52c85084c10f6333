//! What an upgrade hands back.

use serde_json::Value;

use crate::diagnostic::{Diagnostic, Severity};

/// The outcome of an upgrade.
#[derive(Debug)]
pub struct Upgraded {
    /// The document as OpenAPI 3.0, all that it refers to in it. Nothing where an error was found.
    pub document: Option<Value>,
    /// What was found, as the configuration's policy sees it.
    pub findings: Vec<Diagnostic>,
}

impl Upgraded {
    /// The outcome of an upgrade with these findings, after they are judged.
    pub(crate) fn new(document: Option<Value>, findings: Vec<Diagnostic>) -> Self {
        let has_errors = findings.iter().any(|finding| finding.severity == Severity::Error);
        Self { document: document.filter(|_| !has_errors), findings }
    }
}
