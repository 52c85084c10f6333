//! The stub: a crate that is generated from documents of ours, and the server that is built with it.

use std::fs;
use std::path::Path;
use std::process::Command;

use cratewright::config::{Config, Document, Package};
use cratewright::disk::{OutputFolder, SourceFolder};
use cratewright::output::Plan;
use cratewright::terminal;

use super::super::session::Session;
use super::super::steps;
use super::{Judged, PROJECT};
use crate::{Failure, workspace};

/// The documents, with the base paths that they have.
const DOCUMENTS: [(&str, &str); 2] = [("petstore.yaml", "/v2"), ("alertmanager.yaml", "/api/v2")];
/// What the stub's authenticator knows.
const KNOWN: &str = "known-to-the-stub";

/// Starts the stub and says what it is judged by.
pub(super) fn documents(session: &mut Session) -> Result<Vec<Judged>, Failure> {
    let project = workspace::root().join(PROJECT);
    let documents = project.join("documents");
    generate(&documents, &session.folder().join("crate"))?;
    build(session, &project)?;
    let program = workspace::root().join("target/debug/judged-stub");
    let url = session.serve("stub", |port| {
        let mut command = Command::new(program.with_extension(std::env::consts::EXE_EXTENSION));
        command.arg(format!("127.0.0.1:{port}"));
        Ok(command)
    })?;
    session.secret(KNOWN)?;
    let credentials = format!(
        "[auth.openapi.petstore_auth]\nbearer = \"{KNOWN}\"\n\n[auth.openapi.api_key]\napi_key = \"{KNOWN}\"\n"
    );
    let judged = DOCUMENTS.map(|(name, base_path)| Judged {
        document: documents.join(name),
        url: format!("{url}{base_path}"),
        server: "stub",
        // The judge is told of schemes that the document has.
        credentials: if name == "petstore.yaml" { credentials.clone() } else { String::new() },
        room: String::new(),
    });
    Ok(judged.into())
}

fn generate(documents: &Path, output: &Path) -> Result<(), Failure> {
    let text = |error: std::io::Error| error.to_string();
    let folder = SourceFolder::new(documents, Config::default().limits.file_bytes).map_err(text)?;
    let config = Config {
        package: Package { name: "judged-server".to_owned(), ..Package::default() },
        documents: DOCUMENTS.map(|(name, _)| Document::new(name)).to_vec(),
        ..Config::default()
    };
    let sources = config.sources(&folder);
    let generated = cratewright::generate(&sources, &config);
    terminal::show(&generated.findings, &sources);
    if generated.has_errors() {
        return Err("no crate was generated".to_owned());
    }
    println!("    {}", generated.report);
    let output = OutputFolder::new(output);
    let existing = output.read().map_err(text)?;
    output.apply(&Plan::new(&existing, &generated.files), &generated.files).map_err(text)
}

fn build(session: &Session, project: &Path) -> Result<(), Failure> {
    // The versions that everything here is built with.
    fs::copy(workspace::root().join("Cargo.lock"), project.join("Cargo.lock"))
        .map_err(|error| error.to_string())?;
    let mut command = Command::new(workspace::cargo());
    command.args(["build", "--quiet"]).current_dir(project);
    // Ours: most of what it needs was built before.
    command.env("CARGO_TARGET_DIR", workspace::root().join("target"));
    session.run("build", command, steps::PATIENCE).map(drop)
}
