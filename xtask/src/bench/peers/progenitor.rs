//! progenitor, as the command that makes a crate of its own: a client for reqwest.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::installed::Package;
use super::{Peer, Reads};
use crate::Failure;
use crate::bench::run::Contestant;

const PACKAGE: Package = Package { name: "cargo-progenitor", version: "0.15.1" };

#[derive(Debug)]
struct Progenitor {
    program: PathBuf,
}

impl Peer for Progenitor {
    fn name(&self) -> &'static str {
        "progenitor"
    }

    fn reads(&self) -> Reads {
        Reads::OpenApi3
    }

    fn generator(&self, document: &Path, name: &str, output: &Path) -> Contestant {
        Contestant::new(&self.program)
            .args(["progenitor", "--name", name, "--version", "0.1.0"].map(OsString::from))
            .args(["--input".into(), document.to_owned(), "--output".into(), output.to_owned()])
            .fresh(output)
    }

    fn behind(&self) -> Option<f64> {
        Some(3.0)
    }
}

/// Installs it.
pub(super) fn install(folder: &Path) -> Result<Box<dyn Peer>, Failure> {
    PACKAGE.install(folder).map(|program| Box::new(Progenitor { program }) as Box<dyn Peer>)
}
