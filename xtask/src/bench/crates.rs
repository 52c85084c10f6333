//! Crates that are generated to be compiled: one workspace of them all, so that what they depend on is
//! built once.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::build::succeeds;
use super::documents::Subject;
use crate::{Failure, workspace};

/// The workspace.
#[derive(Debug)]
pub(super) struct Crates {
    folder: PathBuf,
    target: PathBuf,
}

impl Crates {
    /// A workspace in a folder.
    pub(super) fn new(folder: &Path) -> Result<Self, Failure> {
        let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
        fs::create_dir_all(folder.join("crates")).map_err(failed)?;
        let manifest = "[workspace]\nresolver = \"3\"\nmembers = [\"crates/*\"]\n";
        fs::write(folder.join("Cargo.toml"), manifest).map_err(failed)?;
        // The versions that everything here is built with.
        let lock = workspace::root().join("Cargo.lock");
        fs::copy(lock, folder.join("Cargo.lock")).map_err(failed)?;
        Ok(Self { folder: folder.to_owned(), target: folder.join("target") })
    }

    /// The same, with what others have built already.
    pub(super) fn with_target(self, target: &Path) -> Self {
        Self { target: target.to_owned(), ..self }
    }

    /// Where a package of that name is, or will be.
    pub(super) fn package(&self, name: &str) -> PathBuf {
        self.folder.join("crates").join(name)
    }

    /// Generates a package with a program of ours.
    pub(super) fn generate(&self, program: &Path, subject: &Subject, name: &str) -> Result<PathBuf, Failure> {
        let package = self.package(name);
        let mut command = Command::new(program);
        command.arg("generate").args(&subject.arguments).args(["--name", name, "--out"]).arg(&package);
        succeeds(command.stderr(Stdio::null()))?;
        Ok(package)
    }

    /// Where cargo builds.
    pub(super) fn target(&self) -> &Path {
        &self.target
    }
}
