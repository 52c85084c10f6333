//! Which findings stop a run, and which are not shown.

use std::fmt;
use std::str::FromStr;

use crate::diagnostic::{self, Code, Diagnostic, Severity, nearest};

/// What a run does with findings that are not errors. Errors stay errors.
#[derive(Debug, Clone, Default)]
pub struct Policy {
    /// These become errors; wins over [`allow`](Self::allow).
    pub deny: Vec<Rule>,
    /// These are not shown.
    pub allow: Vec<Rule>,
}

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

impl Policy {
    /// The finding as this run sees it; nothing where it is not to be shown.
    pub fn judge(&self, mut finding: Diagnostic) -> Option<Diagnostic> {
        let has = |rules: &[Rule]| rules.iter().any(|rule| rule.covers(&finding));
        let (denied, allowed) = (has(&self.deny), has(&self.allow));
        if denied {
            finding.severity = Severity::Error;
        }
        (denied || !allowed || finding.severity == Severity::Error).then_some(finding)
    }
}

impl Rule {
    fn covers(self, finding: &Diagnostic) -> bool {
        match self {
            Self::Skipped => finding.severity == Severity::Skipped,
            Self::Warnings => finding.severity == Severity::Warning,
            Self::Code(code) => finding.code.id == code.id,
        }
    }
}

/// Text that names no [`Rule`].
#[derive(Debug, Clone, PartialEq, Eq)]
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

impl fmt::Display for UnknownRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is no kind of finding", self.0)
    }
}

impl std::error::Error for UnknownRule {}

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
