//! Findings on the terminal, or for tools.

use cratewright::diagnostic::Diagnostic;
use cratewright::source::Sources;
use cratewright::{Style, write_findings};

/// `--message-format`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum MessageFormat {
    /// Code frames on standard error.
    Human,
    /// One JSON object a line on standard output.
    Json,
}

/// Shows the findings of a run.
pub(super) fn findings(findings: &[Diagnostic], sources: &Sources<'_>, format: MessageFormat) {
    match format {
        MessageFormat::Human => to_stderr(findings, sources),
        MessageFormat::Json => print!("{}", write_findings(findings, sources, Style::Json)),
    }
}

/// Shows findings to people.
pub(super) fn to_stderr(findings: &[Diagnostic], sources: &Sources<'_>) {
    eprint!("{}", write_findings(findings, sources, Style::for_stderr()));
}
