//! Findings for programs: one JSON object per line.

use serde::Serialize;

use super::located::{LocatedLabel, in_document_order};
use super::{Diagnostic, Severity};
use crate::source::Sources;

/// A finding as `--message-format json` prints it.
#[derive(Serialize)]
struct Finding<'a> {
    code: &'a str,
    severity: &'static str,
    message: &'a str,
    #[serde(flatten)]
    place: Position<'a>,
    help: &'a str,
    labels: Vec<Labelled<'a>>,
}

#[derive(Serialize)]
struct Labelled<'a> {
    text: &'a str,
    primary: bool,
    #[serde(flatten)]
    place: Position<'a>,
}

/// Lines and columns count from 1, columns in characters; the end is the first place behind.
#[derive(Serialize)]
struct Position<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pointer: Option<&'a str>,
}

/// All findings in document order, each as a JSON object on a line of its own.
pub fn render_json(findings: &[Diagnostic], sources: &Sources<'_>) -> String {
    let mut lines = String::new();
    for found in in_document_order(findings, sources) {
        let Some(primary) = found.labels.first() else { continue };
        let finding = Finding {
            code: found.diagnostic.code.id,
            severity: severity(found.diagnostic.severity),
            message: &found.diagnostic.message,
            place: position(primary, sources),
            help: found.diagnostic.advice(),
            labels: found.labels.iter().map(|label| labelled(label, sources)).collect(),
        };
        // Strings and numbers only: there is nothing that could fail.
        if let Ok(line) = serde_json::to_string(&finding) {
            lines.push_str(&line);
            lines.push('\n');
        }
    }
    lines
}

fn labelled<'a>(label: &LocatedLabel<'a>, sources: &'a Sources<'_>) -> Labelled<'a> {
    Labelled { text: label.text, primary: label.primary, place: position(label, sources) }
}

fn position<'a>(label: &LocatedLabel<'a>, sources: &'a Sources<'_>) -> Position<'a> {
    let span = &label.span;
    let start = sources.line_column(span.file, span.bytes.start);
    let end = sources.line_column(span.file, span.bytes.end);
    Position {
        file: sources.name(span.file),
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        pointer: label.place.path(),
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Warning => "warning",
        Severity::Skipped => "skipped",
        Severity::Error => "error",
    }
}
