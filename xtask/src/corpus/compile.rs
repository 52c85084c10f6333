//! Compiling all packages that were generated, in one workspace: the dependencies are built once,
//! and Cargo keeps every core busy.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use indicatif::ProgressBar;

use super::folders::Folders;
use super::messages::{Message, TEST};
use super::outcome::{COMPILE, Fault};
use crate::group::Group;
use crate::{Failure, workspace};

/// What came of all packages.
#[derive(Debug, Default)]
pub(super) struct Compiled {
    /// What rustc says against each package; nothing where it says nothing.
    pub(super) faults: BTreeMap<String, Vec<Fault>>,
    /// The contract tests of each package, where they were built.
    pub(super) executables: BTreeMap<String, PathBuf>,
}

/// How far to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    /// Whatever rustc may have against a package.
    Check,
    /// Contract tests that can be run.
    Build,
}

/// Both sides of the wire, over nobody's transport: reqwest would bring TLS, which takes longer to
/// build than all packages of a sample.
const FEATURES: &str = "client,server";

/// How long Cargo may take to end once it has said everything.
const GRACE: Duration = Duration::from_secs(10);

/// Compiles the packages, and their contract tests.
pub(super) fn compile(
    packages: &[String],
    depth: Depth,
    jobs: usize,
    folders: &Folders,
    bar: &ProgressBar,
) -> Result<Compiled, Failure> {
    if packages.is_empty() {
        return Ok(Compiled::default());
    }
    manifest(packages, folders).map_err(|error| error.to_string())?;
    // A file: a pipe that nobody reads would fill up, and Cargo would wait for ever.
    let words = folders.words("cargo");
    let cargo = spawn(depth, jobs, folders, &words).map_err(|error| error.to_string())?;
    let mut said = Said::default();
    for line in BufReader::new(cargo.stdout().ok_or("cargo says nothing")?).lines() {
        said.hear(&line.map_err(|error| error.to_string())?, bar);
    }
    cargo.wait(GRACE).map_err(|error| error.to_string())?;
    match said.finished {
        true => Ok(said.about(packages)),
        false => Err(format!("cargo gave up:\n{}", fs::read_to_string(&words).unwrap_or_default())),
    }
}

/// What Cargo said so far.
#[derive(Debug, Default)]
struct Said {
    compiled: Compiled,
    built: BTreeSet<String>,
    finished: bool,
}

impl Said {
    fn hear(&mut self, line: &str, bar: &ProgressBar) {
        match Message::read(line) {
            Message::Fault { package, fault } => self.compiled.faults.entry(package).or_default().push(fault),
            Message::Built { package, executable } => {
                bar.inc(1);
                bar.set_message(package.clone());
                self.compiled.executables.extend(executable.map(|path| (package.clone(), path)));
                self.built.insert(package);
            }
            Message::Finished => self.finished = true,
            Message::Other => {}
        }
    }

    /// What is against each package. One that was neither built nor refused made rustc stop.
    fn about(mut self, packages: &[String]) -> Compiled {
        for package in packages.iter().filter(|package| !self.built.contains(*package)) {
            let stopped = || vec![Fault::new(COMPILE, "rustc stopped without a word")];
            self.compiled.faults.entry(package.clone()).or_insert_with(stopped);
        }
        self.compiled
    }
}

/// The manifest of the workspace, and our own lock file: the same versions, and no look at a
/// registry.
fn manifest(packages: &[String], folders: &Folders) -> io::Result<()> {
    let members: String = packages.iter().map(|package| format!("    \"{package}\",\n")).collect();
    let text = format!(
        "[workspace]\nresolver = \"3\"\nmembers = [\n{members}]\n\n[profile.dev]\ndebug = false\nincremental = false\nstrip = true\n"
    );
    fs::write(folders.workspace.join("Cargo.toml"), text)?;
    fs::copy(workspace::root().join("Cargo.lock"), folders.workspace.join("Cargo.lock"))?;
    Ok(())
}

fn spawn(depth: Depth, jobs: usize, folders: &Folders, words: &Path) -> io::Result<Group> {
    let mut command = Command::new(workspace::cargo());
    command.arg(if depth == Depth::Build { "build" } else { "check" });
    command.args(["--workspace", "--lib", "--test", TEST, "--keep-going"]);
    command.args(["--no-default-features", "--features", FEATURES, "--message-format", "json"]);
    command.arg("--jobs").arg(jobs.to_string()).arg("--target-dir").arg(&folders.target);
    command.current_dir(&folders.workspace).env_remove("RUSTFLAGS");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(File::create(words)?);
    Group::spawn(command)
}
