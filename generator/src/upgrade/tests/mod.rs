//! A document in YAML on the left, what it becomes on the right.

mod bodies;
mod faults;
mod parameters;
mod references;
mod schemas;
mod shares;

use expect_test::Expect;
use indexmap::IndexMap;
use openapiv3::OpenAPI;
use serde_json::Value;

use super::{Origins, upgrade};
use crate::diagnostic::Sink;
use crate::source::{Limits, MemoryLoader, Node, Pointer, Sources};
use crate::swagger;

/// What comes of a document `api.yaml` and of the files beside it.
pub(crate) struct Upgraded {
    pub(crate) openapi: OpenAPI,
    origins: Origins,
    files: Vec<String>,
    findings: Vec<String>,
}

/// Upgrades a document without its first lines, which are always the same.
fn snippet(document: &str) -> Upgraded {
    files(document, &[])
}

fn files(document: &str, others: &[(&str, &str)]) -> Upgraded {
    let document = format!("swagger: '2.0'\ninfo: {{title: Test, version: '1'}}\n{document}");
    let document = if document.contains("\npaths:") { document } else { document + "\npaths: {}\n" };
    read(document, others, |root, sources, variables, sink| {
        let document = swagger::read(root, sources, sink)?;
        Some(upgrade(&document, sources, variables, sink))
    })
}

type Read = fn(Node<'_>, &Sources<'_>, &IndexMap<String, String>, &Sink) -> Option<(OpenAPI, Origins)>;

/// Makes a model of a document in one way or another.
pub(crate) fn read(document: String, others: &[(&str, &str)], read: Read) -> Upgraded {
    let loader =
        others.iter().fold(MemoryLoader::new().with("api.yaml", document), |loader, (name, text)| {
            loader.with(*name, *text)
        });
    let sources = Sources::new(&loader, Limits::default());
    let sink = Sink::new();
    let file = sources.load("api.yaml", None, &sink).expect("the snippet is YAML");
    let root = sources.root(file).expect("it has a root");
    let variables = IndexMap::from([("VERSION".to_owned(), "r0".to_owned())]);
    let (openapi, origins) = read(root, &sources, &variables, &sink).expect("the version is supported");
    let files = sources.files().map(|file| sources.name(file).to_owned()).collect();
    let findings = sink.into_findings();
    let findings = findings.iter().map(|found| {
        let found_at = &found.primary.place;
        let place =
            found_at.pointer().map_or_else(|| format!("{found_at:?}"), |pointer| place(&sources, pointer));
        format!("{} {}: {}", found.code.id, place, found.message)
    });
    let findings = findings.collect();
    Upgraded { openapi, origins, files, findings }
}

fn place(sources: &Sources<'_>, pointer: &Pointer) -> String {
    format!("{}{pointer}", sources.name(pointer.file))
}

impl Upgraded {
    /// Compares the part at a JSON pointer, as YAML.
    #[track_caller]
    pub(crate) fn part(&self, pointer: &str, expected: Expect) -> &Self {
        let whole = serde_json::to_value(&self.openapi).expect("the model is data");
        let part = whole.pointer(pointer).unwrap_or(&Value::Null);
        expected.assert_eq(&serde_yaml::to_string(part).expect("data is YAML"));
        self
    }

    /// Compares where the part at a pointer was made from.
    #[track_caller]
    pub(crate) fn origin(&self, pointer: &str, expected: &str) -> &Self {
        let old = self.origins.get(pointer);
        assert_eq!(format!("{}{old}", self.files[old.file.0 as usize]), expected);
        self
    }

    /// Compares all findings.
    #[track_caller]
    pub(crate) fn findings(&self, expected: Expect) -> &Self {
        let lines: String = self.findings.iter().map(|line| format!("{line}\n")).collect();
        expected.assert_eq(&lines);
        self
    }

    /// Nothing was found.
    #[track_caller]
    pub(crate) fn clean(&self) -> &Self {
        assert_eq!(self.findings, Vec::<String>::new());
        self
    }
}
