//! Findings for people or for tools.

use cratewright::diagnostic::{Diagnostic, render_json};
use cratewright::source::Sources;
use cratewright::terminal;

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
        MessageFormat::Human => terminal::show(findings, sources),
        MessageFormat::Json => print!("{}", render_json(findings, sources)),
    }
}
