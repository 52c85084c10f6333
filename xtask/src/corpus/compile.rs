//! Compiling all packages that were generated, in one workspace: the dependencies are built once,
//! and Cargo keeps every core busy.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use indicatif::ProgressBar;

use super::folders::Folders;
use super::messages::Message;
use super::outcome::Fault;
use crate::{Failure, workspace};

/// What rustc says against each package; nothing where it says nothing.
pub(super) type Compiled = BTreeMap<String, Vec<Fault>>;

/// Both sides of the wire, over nobody's transport: reqwest would bring TLS, which takes longer to
/// build than all packages of a sample.
const FEATURES: &str = "client,server";

/// Checks the packages, and their contract tests.
pub(super) fn compile(
    packages: &[String],
    jobs: usize,
    folders: &Folders,
    bar: &ProgressBar,
) -> Result<Compiled, Failure> {
    if packages.is_empty() {
        return Ok(Compiled::new());
    }
    manifest(packages, folders).map_err(|error| error.to_string())?;
    let mut child = command(jobs, folders).spawn().map_err(|error| error.to_string())?;
    let mut compiled = Compiled::new();
    let mut seen = BTreeSet::new();
    let mut finished = false;
    for line in BufReader::new(child.stdout.take().ok_or("cargo says nothing")?).lines() {
        let line = line.map_err(|error| error.to_string())?;
        match Message::read(&line) {
            Message::Fault { package, fault } => compiled.entry(package).or_default().push(fault),
            Message::Built { package } if packages.contains(&package) && seen.insert(package.clone()) => {
                bar.set_message(package);
                bar.inc(1);
            }
            Message::Finished => finished = true,
            Message::Built { .. } | Message::Other => {}
        }
    }
    let output = child.wait_with_output().map_err(|error| error.to_string())?;
    let broken: BTreeSet<&String> = compiled.keys().collect();
    let missing = packages.iter().filter(|package| !seen.contains(*package) && !broken.contains(package));
    let missing: Vec<&str> = missing.map(String::as_str).collect();
    match finished && missing.is_empty() {
        true => Ok(compiled),
        false => Err(format!(
            "cargo did not come to its end; not compiled: {}\n{}",
            missing.join(", "),
            String::from_utf8_lossy(&output.stderr)
        )),
    }
}

/// The manifest of the workspace, and our own lock file: the same versions, and no look at a
/// registry.
fn manifest(packages: &[String], folders: &Folders) -> std::io::Result<()> {
    let members: String = packages.iter().map(|package| format!("    \"{package}\",\n")).collect();
    let text = format!(
        "[workspace]\nresolver = \"3\"\nmembers = [\n{members}]\n\n[profile.dev]\ndebug = false\nincremental = false\n"
    );
    fs::write(folders.workspace.join("Cargo.toml"), text)?;
    fs::copy(workspace::root().join("Cargo.lock"), folders.workspace.join("Cargo.lock"))?;
    Ok(())
}

fn command(jobs: usize, folders: &Folders) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(["check", "--workspace", "--lib", "--test", "contract", "--keep-going"]);
    command.args(["--no-default-features", "--features", FEATURES, "--message-format", "json"]);
    command.arg("--jobs").arg(jobs.to_string()).arg("--target-dir").arg(&folders.target);
    command.current_dir(&folders.workspace).env_remove("RUSTFLAGS");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}
