//! What the command says of a fixture.

use cratewright::config::{Config, ConfigFile, Document};
use cratewright::diagnostic::{Diagnostic, Sink, Style, render, render_json};
use cratewright::render::{SourceFile, print};
use cratewright::source::{Limits, MemoryLoader, Sources};
use cratewright::{check, generate};
use proc_macro2::TokenStream;
use serde::Deserialize;

use super::fixture::{CONFIG, EMITTED, Fixture, Mark};
use crate::Failure;

/// The findings, as people see them, and the first of them.
pub(super) struct Outcome {
    pub(super) rendered: String,
    pub(super) first: Option<First>,
}

/// The finding that a user reads first.
pub(super) struct First {
    pub(super) code: String,
    pub(super) place: Mark,
}

/// A line of `--message-format json`.
#[derive(Deserialize)]
struct Line {
    code: String,
    file: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

/// The columns of the page.
const STYLE: Style = Style { color: false, width: 100 };

impl Outcome {
    /// `lint` asks for a check, which looks for more.
    pub(super) fn of(fixture: &Fixture, lint: bool) -> Result<Self, Failure> {
        let loader = fixture
            .files
            .iter()
            .fold(MemoryLoader::new(), |loader, (path, bytes)| loader.with(path.as_str(), bytes.as_slice()));
        let config = match fixture.files.get(CONFIG) {
            None => Config { documents: documents(fixture), ..Config::default() },
            Some(text) => {
                let sources = Sources::new(&loader, Limits::default());
                let sink = Sink::new();
                let config = configuration(fixture, &String::from_utf8_lossy(text), &sources, &sink)?;
                if sink.has_errors() {
                    return Self::new(&sink.into_findings(), &sources);
                }
                config
            }
        };
        let sources = config.sources(&loader);
        let mut findings = match lint {
            true => check(&sources, &config).findings,
            false => generate(&sources, &config).findings,
        };
        findings.extend(defect(fixture)?);
        Self::new(&findings, &sources)
    }

    fn new(findings: &[Diagnostic], sources: &Sources<'_>) -> Result<Self, Failure> {
        let first = render_json(findings, sources).lines().next().map(first).transpose();
        let first = first.map_err(|error| error.to_string())?;
        Ok(Self { rendered: render(findings, sources, STYLE), first })
    }
}

/// As if the command were given the files that are beside each other.
fn documents(fixture: &Fixture) -> Vec<Document> {
    let named = fixture.files.keys().filter(|path| !path.contains('/') && *path != EMITTED);
    named.map(Document::new).collect()
}

fn configuration(
    fixture: &Fixture,
    text: &str,
    sources: &Sources<'_>,
    sink: &Sink,
) -> Result<Config, Failure> {
    let file = sources.add_text(CONFIG, text).ok_or("there is no place for the configuration")?;
    let files: Vec<String> = fixture.files.keys().filter(|path| *path != CONFIG).cloned().collect();
    Ok(ConfigFile::parse(file, sources, sink).resolve(&files, sink))
}

/// What is said where an emitter has made this.
fn defect(fixture: &Fixture) -> Result<Option<Diagnostic>, Failure> {
    let Some(text) = fixture.files.get(EMITTED) else { return Ok(None) };
    let tokens: TokenStream = String::from_utf8_lossy(text).parse().map_err(|error| format!("{error}"))?;
    let file =
        SourceFile { path: "src/lib.rs".to_owned(), docs: Default::default(), items: vec![tokens.into()] };
    Ok(print(file.clone(), || file.clone()).err().map(Diagnostic::from))
}

fn first(line: &str) -> Result<First, serde_json::Error> {
    let line: Line = serde_json::from_str(line)?;
    let place =
        Mark { file: line.file, start: (line.line, line.column), end: (line.end_line, line.end_column) };
    Ok(First { code: line.code, place })
}
