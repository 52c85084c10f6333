//! One crate from all documents of the server, and the list of its operations.

use std::fs;

use cratewright::diagnostic::{Severity, Sink};
use cratewright::disk::Project;
use cratewright::names::Names;
use cratewright::output::Plan;
use cratewright::surface::Surfaces;
use cratewright::terminal;

use super::PROJECT;
use crate::codegen::explain;
use crate::{Failure, workspace};

/// Generates the crate that the project's configuration describes. What is left out of it is said.
pub(super) fn generate() -> Result<(), Failure> {
    let Project { config, source, output } = open()?;
    let sources = config.sources(&source);
    let mut generated = cratewright::generate(&sources, &config);
    let failed = generated.has_errors();
    // Warnings are the documents' own business.
    generated.findings.retain(|finding| finding.severity > Severity::Warning);
    terminal::show(&generated.findings, &sources);
    if failed {
        return Err("no crate was generated".to_owned());
    }
    println!("    {}", generated.report);
    let text = |error: std::io::Error| error.to_string();
    let existing = output.read().map_err(text)?;
    output.apply(&Plan::new(&existing, &generated.files), &generated.files).map_err(text)
}

/// Writes the list of the crate's operations beside it, as `tests/round_trips.rs` of the project includes
/// it, and says how many there are.
pub(super) fn list() -> Result<usize, Failure> {
    let Project { config, source, output } = open()?;
    let api = cratewright::describe(&config.sources(&source), &config, &Sink::new());
    let names = Names::decide(&api, &Surfaces::of(&api));
    let modules = api.operation_ids().map(|id| format!("    {},\n", names.operation_path(&api, id)));
    let crate_name = config.package.name.replace('-', "_");
    let list = format!("round_trips::rows! {{\n    {crate_name};\n{}}}\n", modules.collect::<String>());
    let file = output.root().with_file_name("operations.rs");
    fs::write(&file, list).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(api.operations.len())
}

fn open() -> Result<Project, Failure> {
    Project::open(&workspace::root().join(PROJECT).join("cratewright.toml")).map_err(explain)
}
