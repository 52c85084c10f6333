//! Some findings, as the configuration and the command line name them.

use std::fmt;
use std::str::FromStr;

use crate::diagnostic::{self, Code, Diagnostic, Severity, nearest};

/// Some findings: all of a kind, or one code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// `skipped`: every operation or property that was left out.
    Skipped,
    /// `warnings`: every warning.
    Warnings,
    /// `W0301`: one code.
    Code(&'static Code),
}

impl Rule {
    pub(super) fn covers(self, finding: &Diagnostic) -> bool {
        match self {
            Self::Skipped => finding.severity == Severity::Skipped,
            Self::Warnings => finding.severity == Severity::Warning,
            Self::Code(code) => finding.code.id == code.id,
        }
    }

    /// Whether it is about one code.
    pub(super) fn is_narrow(self) -> bool {
        matches!(self, Self::Code(_))
    }

    /// The rule, if findings of it may be let pass: all but errors.
    pub fn allowed(self) -> Result<Self, NotAllowed> {
        match self {
            Self::Code(code) if code.severity == Severity::Error => Err(NotAllowed(code)),
            rule => Ok(rule),
        }
    }
}

impl fmt::Display for Rule {
    /// As the configuration has it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Skipped => "skipped",
            Self::Warnings => "warnings",
            Self::Code(code) => code.id,
        })
    }
}

/// An error that was to be let pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("`{}` is an error and can't be allowed", .0.id)]
pub struct NotAllowed(&'static Code);

impl NotAllowed {
    /// What to do instead.
    pub const HELP: &str = "mend the document, or correct it with an overlay";
}

/// Text that names no [`Rule`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no kind of finding")]
pub struct UnknownRule(String);

impl UnknownRule {
    /// What to write instead.
    pub fn help(&self) -> String {
        let known = diagnostic::all().map(|code| code.id).chain(["skipped", "warnings"]);
        match nearest(&self.0, known) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "write `skipped`, `warnings` or a code such as `W0301`".to_owned(),
        }
    }
}

impl FromStr for Rule {
    type Err = UnknownRule;

    fn from_str(text: &str) -> Result<Self, UnknownRule> {
        match text {
            "skipped" => Ok(Self::Skipped),
            "warnings" => Ok(Self::Warnings),
            _ => match diagnostic::all().find(|code| code.id == text) {
                Some(code) => Ok(Self::Code(code)),
                None => Err(UnknownRule(text.to_owned())),
            },
        }
    }
}
