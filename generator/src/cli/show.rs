//! Findings for people or for tools.

use std::io::{Write, stdout};

use cratewright::diagnostic::{Diagnostic, render_json, render_sarif};
use cratewright::source::Sources;
use cratewright::terminal;

use super::uris::Uris;

/// `--message-format`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum MessageFormat {
    /// Code frames on standard error.
    Human,
    /// One JSON object a line on standard output.
    Json,
    /// A SARIF 2.1.0 log on standard output, for code scanning.
    Sarif,
}

/// Shows the findings of a run.
pub(super) fn findings(
    findings: &[Diagnostic],
    sources: &Sources<'_>,
    format: MessageFormat,
    uris: &Uris<'_>,
) {
    match format {
        MessageFormat::Human => terminal::show(findings, sources),
        MessageFormat::Json => answer(&render_json(findings, sources)),
        MessageFormat::Sarif => answer(&render_sarif(findings, sources, |name| uris.of(name))),
    }
}

/// Writes the answer of a command. Whoever asked may have heard enough and closed the pipe.
pub(super) fn answer(text: &str) {
    let _ = stdout().write_all(text.as_bytes());
}
