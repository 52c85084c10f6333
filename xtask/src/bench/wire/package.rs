//! `tests/wire_bench`, built with what the generator makes of its documents.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::super::build::{cargo_at, program, succeeds};
use super::super::synthetic;
use crate::{Failure, workspace};

/// Where it is.
const PACKAGE: &str = "tests/wire_bench";
/// How many operations nobody calls are beside the one that is called.
pub(super) const OTHERS: usize = 199;

/// Generates with a program, builds, and tells where the program that measures is. With `lean`, the
/// transport over hyper-util is in it.
pub(super) fn build(folder: &Path, generator: &Path, name: &str, lean: bool) -> Result<PathBuf, Failure> {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    let documents = folder.join("documents");
    fs::create_dir_all(&documents).map_err(failed)?;
    let package = workspace::root().join(PACKAGE);
    fs::copy(package.join("orders.yaml"), documents.join("orders.yaml")).map_err(failed)?;
    fs::write(documents.join("things.json"), synthetic::document(OTHERS).to_string()).map_err(failed)?;
    fs::write(folder.join("things.rs"), things()).map_err(failed)?;
    let mut command = Command::new(generator);
    command.arg("generate").args([documents.join("orders.yaml"), documents.join("things.json")]);
    command.args(["--name", "wire-api", "--out"]).arg(folder.join("api"));
    succeeds(&mut command)?;

    // The versions that everything here is built with.
    fs::copy(workspace::root().join("Cargo.lock"), package.join("Cargo.lock")).map_err(failed)?;
    let target = folder.join("target");
    let mut command = cargo_at(&package, &target);
    command.args(["build", "--release", "--quiet"]);
    if !lean {
        command.arg("--no-default-features");
    }
    succeeds(&mut command)?;
    // The next build takes the place of this one.
    let built = folder.join(name);
    fs::copy(program(&target, "wire-bench"), &built).map_err(failed)?;
    Ok(built)
}

/// A call of a macro of the package, with the methods of the trait that is generated from `things.json`.
fn things() -> String {
    let mut text = "things! {".to_owned();
    for at in 0..OTHERS {
        // Writing to a string can't fail.
        let _ = write!(text, " change_thing{at}");
    }
    text + " }\n"
}
