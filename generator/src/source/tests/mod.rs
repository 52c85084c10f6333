//! Documents on the left, what is read or said on the right.

mod closed;
mod columns;
mod hostile;
mod malformed;
mod members;
mod overlay;
mod parts;
mod positions;
mod reading;
mod references;

use expect_test::Expect;

use crate::diagnostic::{Sink, Style, render};
use crate::source::{Limits, MemoryLoader, Sources};

/// Files by path, as a run has them.
fn files<const N: usize>(files: [(&str, &str); N]) -> MemoryLoader {
    files.into_iter().fold(MemoryLoader::new(), |loader, (path, text)| loader.with(path, text))
}

/// Loads `api.yaml` (or whichever is named) and gives the tree and what was said.
fn read(path: &str, content: impl Into<Vec<u8>>) -> (Option<serde_json::Value>, String) {
    let loader = MemoryLoader::new().with(path, content);
    let sources = Sources::new(&loader, Limits::default());
    let sink = Sink::new();
    let file = sources.load(path, None, &sink);
    let tree = file.and_then(|file| sources.root(file)).map(|root| root.value.clone());
    (tree, rendered(sink, &sources))
}

/// What is said about a text.
fn says(path: &str, content: impl Into<Vec<u8>>, said: Expect) {
    said.assert_eq(&read(path, content).1);
}

fn rendered(sink: Sink, sources: &Sources<'_>) -> String {
    let text = render(&sink.into_findings(), sources, Style::default());
    // Frames end some lines with a space, which editors would take out of the expectations.
    text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}
