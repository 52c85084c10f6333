//! From bytes to findings: reading, references between files, overlays, lowering, checks, emission, and
//! what is printed about them.

use cratewright::config::{Config, Document};
use cratewright::diagnostic::{Style, render, render_json};
use cratewright::source::{Limits, MemoryLoader};

/// The files that a run has, in both notations; a byte that is in no UTF-8 text parts them.
const NAMES: [&str; 4] = ["document.yaml", "parts.yaml", "parts/more.json", "overlay.yaml"];
const BETWEEN_FILES: u8 = 0xff;

/// Whatever the bytes are, there is a crate or an error, each finding can be shown, and a second run
/// says the same.
pub fn check(bytes: &[u8]) {
    let first = run(bytes);
    assert_eq!(first, run(bytes), "a second run says something else");
}

fn run(bytes: &[u8]) -> (String, String, usize) {
    let is_json = bytes.first().is_some_and(|byte| *byte == b'{');
    let mut loader = MemoryLoader::new();
    let mut config = Config { limits: limits(), ..Config::default() };
    for (name, content) in NAMES.into_iter().zip(bytes.split(|byte| *byte == BETWEEN_FILES)) {
        let name = if is_json && name == NAMES[0] { "document.json" } else { name };
        loader = loader.with(name, content);
        match name {
            "overlay.yaml" => config.overlays.push(name.to_owned()),
            "document.json" | "document.yaml" => config.documents.push(Document::new(name)),
            _ => {}
        }
    }
    let sources = config.sources(&loader);
    let generated = cratewright::generate(&sources, &config);
    assert_ne!(generated.has_errors(), !generated.files.is_empty(), "an error and a crate, or neither");
    let human = render(&generated.findings, &sources, Style::default());
    (human, render_json(&generated.findings, &sources), generated.files.len())
}

/// Small enough for a run to take no time.
fn limits() -> Limits {
    Limits { file_bytes: 1 << 16, files: 16, nodes: 20_000, alias_nodes: 5_000, ..Limits::default() }
}
