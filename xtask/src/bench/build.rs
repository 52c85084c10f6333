//! The programs that are measured, built with optimisations: what is here, and on demand another
//! revision.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{Failure, workspace};

/// Where they are.
#[derive(Debug)]
pub(super) struct Programs {
    /// The command `cratewright`.
    pub(super) ours: PathBuf,
    /// The same of another revision.
    pub(super) before: Option<PathBuf>,
    /// This program, for the floors.
    pub(super) xtask: PathBuf,
}

impl Programs {
    /// Builds them.
    pub(super) fn build(folder: &Path, against: Option<&str>) -> Result<Self, Failure> {
        let root = workspace::root();
        cargo(&root, &root.join("target"), &["cratewright", "xtask"])?;
        let before = against.map(|revision| another(folder, revision)).transpose()?;
        Ok(Self {
            ours: program(&root.join("target"), "cratewright"),
            before,
            xtask: program(&root.join("target"), "xtask"),
        })
    }
}

/// Checks a revision out below `folder`, and builds it. The next one takes its place, so that what
/// both depend on is built once.
fn another(folder: &Path, revision: &str) -> Result<PathBuf, Failure> {
    let checkout = folder.join("against/checkout");
    let target = folder.join("against/target");
    if checkout.join(".git").exists() {
        git(&checkout, &["checkout", "--quiet", "--detach", &commit(revision)?])?;
    } else {
        let path = checkout.display().to_string();
        git(&workspace::root(), &["worktree", "prune"])?;
        git(&workspace::root(), &["worktree", "add", "--quiet", "--detach", &path, revision])?;
    }
    cargo(&checkout, &target, &["cratewright"])?;
    Ok(program(&target, "cratewright"))
}

/// `HEAD` is another commit in another checkout.
fn commit(revision: &str) -> Result<String, Failure> {
    let revision = format!("{revision}^{{commit}}");
    let told = Command::new("git")
        .args(["rev-parse", "--verify", &revision])
        .current_dir(workspace::root())
        .output();
    let told = told.map_err(|error| format!("git: {error}"))?;
    match told.status.success() {
        true => Ok(String::from_utf8_lossy(&told.stdout).trim().to_owned()),
        false => Err(String::from_utf8_lossy(&told.stderr).trim().to_owned()),
    }
}

fn cargo(checkout: &Path, target: &Path, packages: &[&str]) -> Result<(), Failure> {
    let mut command = cargo_at(checkout, target);
    command.args(["build", "--release", "--quiet", "--bins"]);
    packages.iter().for_each(|package| {
        command.args(["--package", package]);
    });
    succeeds(&mut command)
}

/// Cargo in a folder, building into another.
pub(super) fn cargo_at(package: &Path, target: &Path) -> Command {
    let mut command = Command::new(workspace::cargo());
    command.current_dir(package).env("CARGO_TARGET_DIR", target);
    command
}

fn git(checkout: &Path, arguments: &[&str]) -> Result<(), Failure> {
    succeeds(Command::new("git").args(arguments).current_dir(checkout))
}

/// Runs a command that has to succeed.
pub(super) fn succeeds(command: &mut Command) -> Result<(), Failure> {
    let status = command.status().map_err(|error| format!("{command:?}: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{command:?} failed ({status})")) }
}

/// Where Cargo leaves a program.
pub(super) fn program(target: &Path, name: &str) -> PathBuf {
    target.join("release").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}
