//! Findings as text, the way rustc prints them.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str};

use super::located::{Located, LocatedLabel, in_document_order};
use super::{Diagnostic, Severity};
use crate::source::Sources;

/// How findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Whether with ANSI colours.
    pub color: bool,
    /// The columns of the terminal; long lines of a document are cut to them.
    pub width: usize,
}

impl Default for Style {
    fn default() -> Self {
        Self { color: false, width: 140 }
    }
}

/// All findings with their code frames, in document order, a blank line between them.
pub fn render(findings: &[Diagnostic], sources: &Sources<'_>, style: Style) -> String {
    let renderer = if style.color { Renderer::styled().hyperlink(false) } else { Renderer::plain() };
    let renderer = renderer.term_width(style.width);
    let mut text = String::new();
    for found in in_document_order(findings, sources) {
        text.push_str(&renderer.render(&[group(&found, sources)]));
        text.push_str("\n\n");
    }
    text
}

fn group<'a>(found: &'a Located<'a>, sources: &'a Sources<'_>) -> Group<'a> {
    let diagnostic = found.diagnostic;
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Skipped | Severity::Warning => Level::WARNING,
    };
    let mut group = Group::with_title(level.primary_title(&diagnostic.message).id(diagnostic.code.id));
    for labels in by_file(&found.labels) {
        group = frames(group, labels, sources);
    }
    if diagnostic.severity == Severity::Skipped {
        group = group.element(Level::NOTE.message("the operation is left out"));
    }
    group.element(Level::HELP.message(normalize_untrusted_str(diagnostic.advice())))
}

/// The labels of each file, the file of the primary label first.
fn by_file<'a>(labels: &'a [LocatedLabel<'a>]) -> Vec<Vec<&'a LocatedLabel<'a>>> {
    let mut files: Vec<Vec<&LocatedLabel<'_>>> = Vec::new();
    for label in labels {
        match files.iter_mut().find(|file| file.iter().all(|other| other.span.file == label.span.file)) {
            Some(file) => file.push(label),
            None => files.push(vec![label]),
        }
    }
    files
}

/// The most bytes of a document that one frame is given: documents without line breaks exist.
const FRAME: usize = 64 << 10;

/// Adds the frames of one file: one frame, or one for each label if they are far apart.
fn frames<'a>(
    mut group: Group<'a>,
    labels: Vec<&'a LocatedLabel<'a>>,
    sources: &'a Sources<'_>,
) -> Group<'a> {
    let Some(file) = labels.first().map(|label| label.span.file) else { return group };
    let (name, text) = (sources.name(file), sources.text(file));
    if text.is_empty() || labels.iter().all(|label| label.whole_file) {
        return group.element(Origin::path(name));
    }
    let start = labels.iter().map(|label| line_start(text, label.span.bytes.start)).min().unwrap_or(0);
    let end = labels.iter().map(|label| line_end(text, label.span.bytes.end)).max().unwrap_or(text.len());
    if end - start <= FRAME {
        let snippet = Snippet::source(text.get(start..end).unwrap_or_default())
            .line_start(sources.line_column(file, start).line)
            .path(name);
        return group
            .element(labels.into_iter().fold(snippet, |snippet, label| annotate(snippet, label, start)));
    }
    for label in labels {
        let (start, end) = surroundings(text, label);
        let place = sources.line_column(file, label.span.bytes.start);
        let snippet = Snippet::source(text.get(start..end).unwrap_or_default()).line_start(place.line);
        group = group
            .element(Origin::path(name).line(place.line).char_column(place.column))
            .element(annotate(snippet, label, start));
    }
    group
}

fn annotate<'a>(
    snippet: Snippet<'a, annotate_snippets::Annotation<'a>>,
    label: &'a LocatedLabel<'a>,
    start: usize,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let kind = if label.primary { AnnotationKind::Primary } else { AnnotationKind::Context };
    let bytes = &label.span.bytes;
    let annotation = kind.span(bytes.start.saturating_sub(start)..bytes.end.saturating_sub(start));
    snippet.annotation(if label.text.is_empty() { annotation } else { annotation.label(label.text) })
}

/// The part of a line around a label.
fn surroundings(text: &str, label: &LocatedLabel<'_>) -> (usize, usize) {
    const AROUND: usize = 400;
    let bytes = &label.span.bytes;
    let mut start = line_start(text, bytes.start).max(bytes.start.saturating_sub(AROUND));
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let mut end = line_end(text, bytes.end).min(bytes.end + AROUND);
    while !text.is_char_boundary(end) {
        end += 1;
    }
    (start, end)
}

fn line_start(text: &str, byte: usize) -> usize {
    text.get(..byte).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1)
}

fn line_end(text: &str, byte: usize) -> usize {
    text.get(byte..).and_then(|after| after.find('\n')).map_or(text.len(), |newline| byte + newline)
}
