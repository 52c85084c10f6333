//! One crate from all documents of the server.

use std::path::Path;

use cratewright::config::{Config, Document, Package};
use cratewright::diagnostic::Severity;
use cratewright::disk::{OutputFolder, SourceFolder};
use cratewright::output::Plan;
use cratewright::terminal;

use crate::Failure;

/// Generates the crate. What is left out of it is said.
pub(super) fn generate(documents: &Path, output: &Path) -> Result<(), Failure> {
    let text = |error: std::io::Error| error.to_string();
    let folder = SourceFolder::new(documents, Config::default().limits.file_bytes).map_err(text)?;
    let files = folder.files().map_err(text)?;
    let is_document = |path: &String| path.ends_with(".json") && !path.contains('/');
    let config = Config {
        package: Package { name: "autorest-client".to_owned(), ..Package::default() },
        documents: files.iter().filter(|path| is_document(path)).map(Document::new).collect(),
        ..Config::default()
    };
    let sources = config.sources(&folder);
    let mut generated = cratewright::generate(&sources, &config);
    let failed = generated.has_errors();
    // Warnings are the documents' own business.
    generated.findings.retain(|finding| finding.severity > Severity::Warning);
    terminal::show(&generated.findings, &sources);
    if failed {
        return Err("no crate was generated".to_owned());
    }
    println!("    {}", generated.report);
    let output = OutputFolder::new(output);
    let existing = output.read().map_err(text)?;
    output.apply(&Plan::new(&existing, &generated.files), &generated.files).map_err(text)
}
