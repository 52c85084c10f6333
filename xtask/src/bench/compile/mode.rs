//! The ways in which Cargo compiles a crate.

use std::path::Path;

use super::super::crates::Crates;
use super::super::run::Contestant;
use crate::workspace;

/// One of them, and how its figures are called.
#[derive(Debug)]
pub(super) struct Mode {
    arguments: &'static [&'static str],
    pub(super) processor: &'static str,
    pub(super) memory: &'static str,
}

/// What people wait for with every change.
pub(super) const CHECK: Mode =
    Mode { arguments: &["check"], processor: "check, processor", memory: "check, memory" };

/// What they wait for less often.
pub(super) const BUILDS: [Mode; 2] = [
    Mode { arguments: &["build"], processor: "build, processor", memory: "build, memory" },
    Mode {
        arguments: &["build", "--release"],
        processor: "build --release, processor",
        memory: "build --release, memory",
    },
];

impl Mode {
    /// Compiles a package and nothing else, all of it.
    pub(super) fn compile(&self, crates: &Crates, package: &Path) -> Contestant {
        Contestant::new(&workspace::cargo())
            .args(self.arguments.iter().copied())
            .args(["--quiet", "--manifest-path"])
            .arg(package.join("Cargo.toml"))
            .environment("CARGO_TARGET_DIR", crates.target())
            // What one run leaves behind is no help for the next.
            .environment("CARGO_INCREMENTAL", "0")
            .touched(&package.join("src/lib.rs"))
    }
}
