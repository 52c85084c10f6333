//! ploidy and its client for reqwest.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::installed::Package;
use super::{Peer, Reads};
use crate::Failure;
use crate::bench::run::Contestant;

const PACKAGE: Package = Package { name: "ploidy", version: "0.15.0" };

#[derive(Debug)]
struct Ploidy {
    program: PathBuf,
}

impl Peer for Ploidy {
    fn name(&self) -> &'static str {
        "ploidy"
    }

    fn reads(&self) -> Reads {
        Reads::OpenApi3
    }

    fn generator(&self, document: &Path, name: &str, output: &Path) -> Contestant {
        Contestant::new(&self.program)
            .args(["generate", "rust", "--name", name].map(OsString::from))
            .args([document.to_owned(), "--output".into(), output.to_owned()])
            .fresh(output)
    }
}

/// Installs it.
pub(super) fn install(folder: &Path) -> Result<Box<dyn Peer>, Failure> {
    PACKAGE.install(folder).map(|program| Box::new(Ploidy { program }) as Box<dyn Peer>)
}
