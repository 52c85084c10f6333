//! openapi-generator and its Rust client for reqwest. It is a program of Java, from PyPI.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{Peer, Reads, answers};
use crate::Failure;
use crate::bench::run::Contestant;

/// What there is on PyPI: it brings its Java program along, and Java has to be there.
const PACKAGE: &str = "openapi-generator-cli==7.26.0";

#[derive(Debug)]
struct OpenapiGenerator {
    program: PathBuf,
}

impl Peer for OpenapiGenerator {
    fn name(&self) -> &'static str {
        "openapi-generator"
    }

    fn reads(&self) -> Reads {
        Reads::Swagger
    }

    fn generator(&self, document: &Path, name: &str, output: &Path) -> Contestant {
        // Cargo has to understand the version, which would be that of the document.
        let properties = format!("--additional-properties=packageName={name},packageVersion=0.1.0");
        // It refuses what others take, Kubernetes' document among it, unless it is told not to look.
        let arguments = ["generate", "--generator-name", "rust", "--skip-validate-spec", &properties];
        Contestant::new(&self.program)
            .args(arguments.map(OsString::from))
            .args(["--input-spec".into(), document.to_owned(), "--output".into(), output.to_owned()])
            .fresh(output)
    }

    /// Which TLS it would have by default is a question of what it depends on.
    fn features(&self) -> &'static [&'static str] {
        &["--no-default-features"]
    }

    fn behind(&self) -> Option<f64> {
        Some(20.0)
    }
}

/// Installs it with pip.
pub(super) fn install(folder: &Path) -> Result<Box<dyn Peer>, Failure> {
    answers(Command::new("java").arg("-version"))?;
    let programs = folder.join("venv").join(if cfg!(windows) { "Scripts" } else { "bin" });
    let program = programs.join("openapi-generator-cli");
    // Written last: an installation that was interrupted starts again.
    let done = folder.join("installed");
    if !fs::read_to_string(&done).is_ok_and(|installed| installed == PACKAGE) {
        answers(Command::new("python3").args(["-m", "venv"]).arg(folder.join("venv")))?;
        let mut pip = Command::new(programs.join("python"));
        pip.args(["-m", "pip", "install", "--disable-pip-version-check", "--quiet"]);
        answers(pip.args(["--only-binary", ":all:", PACKAGE]))?;
        fs::write(done, PACKAGE).map_err(|error| error.to_string())?;
    }
    Ok(Box::new(OpenapiGenerator { program }))
}
