//! oas3-gen and its client for reqwest.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::installed::Package;
use super::{Peer, Reads};
use crate::Failure;
use crate::bench::run::Contestant;

const PACKAGE: Package = Package { name: "oas3-gen", version: "0.29.0" };

#[derive(Debug)]
struct Oas3Gen {
    program: PathBuf,
}

impl Peer for Oas3Gen {
    fn name(&self) -> &'static str {
        "oas3-gen"
    }

    fn reads(&self) -> Reads {
        Reads::OpenApi3
    }

    /// The crate is called as its folder is: there is no option for that.
    fn generator(&self, document: &Path, _name: &str, output: &Path) -> Contestant {
        // Without the option it writes modules for a crate that is there.
        let arguments = ["generate", "client-mod", "--workspace", "--quiet"];
        Contestant::new(&self.program)
            .args(arguments.map(OsString::from))
            .args(["--input".into(), document.to_owned(), "--output".into(), output.to_owned()])
            .fresh(output)
    }
}

/// Installs it.
pub(super) fn install(folder: &Path) -> Result<Box<dyn Peer>, Failure> {
    PACKAGE.install(folder).map(|program| Box::new(Oas3Gen { program }) as Box<dyn Peer>)
}
