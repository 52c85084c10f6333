//! Generators of other people, of pinned versions, below `target/bench/peers`. What can't be had is left
//! out, with a word.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::build::succeeds;
use super::documents::Subject;
use super::run::Contestant;
use crate::Failure;

/// What there is on PyPI: it brings its Java program along, and Java has to be there.
const OPENAPI_GENERATOR: &str = "openapi-generator-cli==7.26.0";

/// Those that there are.
#[derive(Debug)]
pub(super) struct Peers {
    openapi_generator: PathBuf,
}

impl Peers {
    /// Installs them, where they are not there already.
    pub(super) fn install(folder: &Path) -> Option<Self> {
        match openapi_generator(&folder.join("peers")) {
            Ok(openapi_generator) => Some(Self { openapi_generator }),
            Err(reason) => {
                eprintln!("openapi-generator is left out: {reason}");
                None
            }
        }
    }

    /// openapi-generator's client for reqwest, into a folder that is not there. It reads one document, of
    /// Swagger 2.0 too.
    pub(super) fn openapi_generator(
        &self,
        subject: &Subject,
        name: &str,
        output: &Path,
    ) -> Option<Contestant> {
        let [document] = subject.inputs.as_slice() else { return None };
        // Cargo has to understand the version, which would be that of the document.
        let properties = format!("--additional-properties=packageName={name},packageVersion=0.1.0");
        // It refuses what others take, Kubernetes' document among it, unless it is told not to look.
        let arguments = ["generate", "--generator-name", "rust", "--skip-validate-spec", &properties];
        document.is_file().then(|| {
            Contestant::new(&self.openapi_generator)
                .args(arguments.map(OsString::from))
                .args(["--input-spec".into(), document.clone(), "--output".into(), output.to_owned()])
                .fresh(output)
        })
    }
}

fn openapi_generator(folder: &Path) -> Result<PathBuf, Failure> {
    answers(Command::new("java").arg("-version"))?;
    let programs = folder.join("venv").join(if cfg!(windows) { "Scripts" } else { "bin" });
    let program = programs.join("openapi-generator-cli");
    // Written last: an installation that was interrupted starts again.
    let done = folder.join("installed");
    if fs::read_to_string(&done).is_ok_and(|installed| installed == OPENAPI_GENERATOR) {
        return Ok(program);
    }
    answers(Command::new("python3").args(["-m", "venv"]).arg(folder.join("venv")))?;
    let mut pip = Command::new(programs.join("python"));
    pip.args(["-m", "pip", "install", "--disable-pip-version-check", "--quiet", "--only-binary", ":all:"]);
    answers(pip.arg(OPENAPI_GENERATOR))?;
    fs::write(done, OPENAPI_GENERATOR).map_err(|error| error.to_string())?;
    Ok(program)
}

/// Runs a program of which only its success is of interest.
fn answers(command: &mut Command) -> Result<(), Failure> {
    succeeds(command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()))
}
