//! All findings of a run as text: frames for people, one JSON object a line for tools.

use std::io::IsTerminal;

use serde_json::json;

use crate::diagnostic::{Diagnostic, Label, Place, Severity};
use crate::source::Sources;

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Code frames, as rustc prints them.
    Plain,
    /// The same, with colours of a terminal.
    Coloured,
    /// One JSON object a line.
    Json,
}

impl Style {
    /// For people at the other end of standard error, with colours where it is a terminal and
    /// `NO_COLOR` does not say otherwise.
    pub fn for_stderr() -> Self {
        match std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none() {
            true => Self::Coloured,
            false => Self::Plain,
        }
    }
}

/// Writes all findings, and for people how many there are.
pub fn write_findings(findings: &[Diagnostic], sources: &Sources<'_>, style: Style) -> String {
    let mut text = String::new();
    for finding in findings {
        match style {
            Style::Json => text.push_str(&object(finding, sources).to_string()),
            Style::Plain | Style::Coloured => text.push_str(&frame(finding, sources)),
        }
        text.push('\n');
    }
    if style != Style::Json && !findings.is_empty() {
        text.push_str(&total(findings));
    }
    text
}

fn frame(finding: &Diagnostic, sources: &Sources<'_>) -> String {
    let severity = word(finding.severity);
    let place = place(&finding.primary, sources);
    let help = finding.help.as_ref().map(|help| format!("  help: {help}\n")).unwrap_or_default();
    format!("{severity}[{}]: {}\n --> {place}\n{help}", finding.code.id, finding.message)
}

fn object(finding: &Diagnostic, sources: &Sources<'_>) -> serde_json::Value {
    json!({
        "code": finding.code.id,
        "severity": word(finding.severity),
        "message": finding.message,
        "place": place(&finding.primary, sources),
        "label": finding.primary.text,
        "help": finding.help,
    })
}

fn place(label: &Label, sources: &Sources<'_>) -> String {
    match &label.place {
        Place::Key(pointer) | Place::Value(pointer) => format!("{}{pointer}", sources.name(pointer.file)),
        Place::Bytes(file, span) => format!("{}:{}", sources.name(*file), span.start),
        Place::File(file) => sources.name(*file).to_owned(),
    }
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Warning => "warning",
        Severity::Skipped => "skipped",
        Severity::Error => "error",
    }
}

/// `2 errors, 1 warning`.
fn total(findings: &[Diagnostic]) -> String {
    let kinds = [
        (Severity::Error, "error", "errors"),
        (Severity::Skipped, "part skipped", "parts skipped"),
        (Severity::Warning, "warning", "warnings"),
    ];
    let counts = kinds.into_iter().filter_map(|(severity, one, several)| {
        match findings.iter().filter(|finding| finding.severity == severity).count() {
            0 => None,
            1 => Some(format!("1 {one}")),
            count => Some(format!("{count} {several}")),
        }
    });
    counts.collect::<Vec<_>>().join(", ") + "\n"
}
