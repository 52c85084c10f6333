//! Findings for code scanning: SARIF 2.1.0
//! (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>).

mod log;

use indexmap::IndexMap;

use super::located::{Located, LocatedLabel, in_document_order};
use super::{Code, DEFECT, Diagnostic, Severity};
use crate::source::Sources;
use log::{
    ArtifactLocation, Configuration, Driver, Invocation, Location, Log, LogicalLocation, Message,
    PhysicalLocation, Region, ReportingDescriptor, Run, Tool,
};

/// All findings of a run in document order, as one SARIF log. `uri` names a file, which it gets by
/// its name in `sources`, as whoever reads the log can find it.
pub fn render_sarif(findings: &[Diagnostic], sources: &Sources<'_>, uri: impl Fn(&str) -> String) -> String {
    let located = in_document_order(findings, sources);
    let mut rules: IndexMap<&str, &Code> = IndexMap::new();
    let results = located.iter().filter_map(|found| {
        let code = found.diagnostic.code;
        let (rule_index, _) = rules.insert_full(code.id, code);
        result(found, rule_index, &Places { sources, uri: &uri })
    });
    let results = results.collect();
    let run = Run {
        tool: Tool {
            driver: Driver {
                name: "cratewright",
                semantic_version: env!("CARGO_PKG_VERSION"),
                information_uri: env!("CARGO_PKG_REPOSITORY"),
                rules: rules.into_values().map(rule).collect(),
            },
        },
        // A document with errors is a finding; only a fault of our own is a failure of the tool.
        invocations: [Invocation {
            execution_successful: findings.iter().all(|found| found.code.id != DEFECT.id),
        }],
        column_kind: "unicodeCodePoints",
        results,
    };
    let log = Log { schema: log::SCHEMA, version: "2.1.0", runs: [run] };
    // Strings, numbers and lists of them only: there is nothing that could fail.
    serde_json::to_string_pretty(&log).unwrap_or_default() + "\n"
}

fn rule(code: &Code) -> ReportingDescriptor<'_> {
    let explanation = code.explanation;
    let first_sentence = explanation.split_once(". ").map_or(explanation, |(first, _)| first);
    ReportingDescriptor {
        id: code.id,
        short_description: Message::new(first_sentence.trim_end_matches('.')),
        full_description: Message::new(explanation),
        help: Message::new(code.help),
        default_configuration: Configuration { level: level(code.severity) },
    }
}

fn result<'a>(
    found: &Located<'a>,
    rule_index: usize,
    places: &Places<'_, impl Fn(&str) -> String>,
) -> Option<log::Outcome<'a>> {
    let diagnostic = found.diagnostic;
    let (primary, secondary) = found.labels.split_first()?;
    // What there is to do in general is in the rule.
    let message = match &diagnostic.help {
        Some(help) => Message::new(&format!("{}; {help}", diagnostic.message)),
        None => Message::new(&diagnostic.message),
    };
    let related = secondary.iter().zip(1..).map(|(label, id)| places.location(label, Some(id)));
    Some(log::Outcome {
        rule_id: diagnostic.code.id,
        rule_index,
        level: level(diagnostic.severity),
        message,
        locations: [places.location(primary, None)],
        related_locations: related.collect(),
    })
}

/// Where files are, and what they are called.
struct Places<'s, U> {
    sources: &'s Sources<'s>,
    uri: &'s U,
}

impl<U: Fn(&str) -> String> Places<'_, U> {
    fn location<'a>(&self, label: &LocatedLabel<'a>, id: Option<usize>) -> Location<'a> {
        let pointer = label.place.path();
        let uri = (self.uri)(self.sources.name(label.span.file));
        Location {
            id,
            physical_location: PhysicalLocation {
                artifact_location: ArtifactLocation { uri },
                region: (!label.whole_file).then(|| self.region(label)),
            },
            logical_locations: pointer
                .map(|fully_qualified_name| LogicalLocation { fully_qualified_name })
                .into_iter()
                .collect(),
            message: (!label.text.is_empty()).then(|| Message::new(label.text)),
        }
    }

    /// Both count lines and columns from 1, and end behind the last character.
    fn region(&self, label: &LocatedLabel<'_>) -> Region {
        let span = &label.span;
        let start = self.sources.line_column(span.file, span.bytes.start);
        let end = self.sources.line_column(span.file, span.bytes.end);
        Region {
            start_line: start.line,
            start_column: start.column,
            end_line: end.line,
            end_column: end.column,
        }
    }
}

/// An operation that is left out is no error, and SARIF has nothing between that and a warning.
fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Skipped | Severity::Warning => "warning",
    }
}
