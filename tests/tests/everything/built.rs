//! Crates of the documents in `fixtures/`, written where they can be built, and Cargo for them.

use std::path::{Path, PathBuf};
use std::process::Command;

use cratewright::config::{Config, Document, Package};
use cratewright::diagnostic::{Style, render};
use cratewright::disk::{OutputFolder, SourceFolder};
use cratewright::generate;
use cratewright::output::Plan;

/// Generates a crate of all operations of `documents`, and writes it to a folder of its name.
pub(super) fn written(package: Package, documents: Vec<Document>) -> PathBuf {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let crate_folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(&package.name);
    let config = Config { package, documents, ..Config::default() };
    let folder = SourceFolder::new(&fixtures, config.limits.file_bytes).expect("the folder is there");
    let sources = config.sources(&folder);
    let generated = generate(&sources, &config);
    let findings = render(&generated.findings, &sources, Style::default());
    let report = &generated.report;
    assert_eq!(report.operations_generated, report.operations_found, "{findings}");

    let output = OutputFolder::new(&crate_folder);
    let plan = Plan::new(&output.read().expect("the folder can be read"), &generated.files);
    output.apply(&plan, &generated.files).expect("the folder can be written");
    stand_alone(&crate_folder);
    crate_folder
}

/// Keeps the crate out of this workspace, with the versions of the libraries that are here already.
fn stand_alone(crate_folder: &Path) {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    std::fs::copy(workspace.join("Cargo.lock"), crate_folder.join("Cargo.lock")).expect("a file of versions");
    let manifest = crate_folder.join("Cargo.toml");
    let text = std::fs::read_to_string(&manifest).expect("a manifest");
    if !text.contains("[workspace]") {
        std::fs::write(manifest, text + "\n[workspace]\n").expect("a manifest");
    }
}

/// Runs Cargo on the crate; a warning fails.
pub(super) fn cargo(crate_folder: &Path, arguments: &str) {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(arguments.split(' ')).args(["--offline", "--target-dir"]);
    cargo.arg(Path::new(env!("CARGO_TARGET_TMPDIR")).join("build")).current_dir(crate_folder);
    let output = cargo
        .env("RUSTFLAGS", "-D warnings")
        .env("RUSTDOCFLAGS", "-D warnings")
        .output()
        .expect("cargo runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(output.status.success(), "{}\n{}", text(&output.stdout), text(&output.stderr));
}
