//! Programs that Cargo installs, each version in a folder of its own.

use std::path::{Path, PathBuf};

use super::super::build::{cargo_at, succeeds};
use crate::Failure;

/// A package of crates.io that has a program of the same name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Package {
    pub(super) name: &'static str,
    pub(super) version: &'static str,
}

impl Package {
    /// Where its program is, or will be.
    pub(super) fn program(self, folder: &Path) -> PathBuf {
        let root = folder.join(format!("{}-{}", self.name, self.version));
        root.join("bin").join(format!("{}{}", self.name, std::env::consts::EXE_SUFFIX))
    }

    /// Installs it, unless it is there: Cargo puts the program there last. That takes some minutes.
    pub(super) fn install(self, folder: &Path) -> Result<PathBuf, Failure> {
        let program = self.program(folder);
        if program.is_file() {
            return Ok(program);
        }
        eprintln!("    install {} {}", self.name, self.version);
        std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        // What several of them depend on is built once.
        let mut command = cargo_at(folder, &folder.join("target"));
        command.args(["install", self.name, "--version", self.version, "--locked", "--quiet", "--root"]);
        command.arg(folder.join(format!("{}-{}", self.name, self.version)));
        succeeds(&mut command)?;
        Ok(program)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_version_is_another_program() {
        let at = |version| Package { name: "tool", version }.program(Path::new("peers"));
        assert!(at("1.0.0").starts_with("peers/tool-1.0.0/bin"));
        assert_ne!(at("1.0.0"), at("1.0.1"));
    }

    #[test]
    fn a_program_that_is_there_is_not_installed_again() {
        let folder = tempfile::tempdir().unwrap();
        // There is no such package.
        let package = Package { name: "-", version: "0.0.0" };
        let program = package.program(folder.path());
        std::fs::create_dir_all(program.parent().unwrap()).unwrap();
        std::fs::write(&program, "").unwrap();
        assert_eq!(package.install(folder.path()), Ok(program));
    }
}
