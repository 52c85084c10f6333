//! The autorest test server: what Microsoft's generators of clients are tested with. A wrong
//! request gets a 400, and each right one counts for a scenario.
//!
//! One crate is generated from all its documents; the calls are in `tests/peers/autorest/`, the
//! scenarios that are known to be missed in its `missing.tsv`. The same crate makes round trips.

mod crate_of_all;
mod missing;
mod report;
mod round_trips;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::install;
use super::session::Session;
use super::suite::{Score, Stop, Suite};
use crate::{Failure, workspace};
use missing::Missing;
pub(super) use round_trips::RoundTrips;

/// Every scenario of the server's, called with one generated client.
#[derive(Debug)]
pub(super) struct Autorest;

const PACKAGE: &str = "@microsoft.azure/autorest.testserver";
const VERSION: &str = "3.3.51";
/// Where our calls are.
const PROJECT: &str = "tests/peers/autorest";
/// How long they may take, with all that has to be built before.
const PATIENCE: Duration = Duration::from_secs(900);

impl Suite for Autorest {
    fn name(&self) -> &'static str {
        "autorest"
    }

    fn run(&self, session: &mut Session) -> Result<Score, Stop> {
        let missing = Missing::read(PROJECT, "missing.tsv")?;
        let package = generated(session)?;
        let url = serve(session, &package)?;
        let start = report::read(&url)?;
        let called = call(session, &url);
        let mut score = report::read(&url)?.of_those_in(&start).judge(&missing);
        score.faults.extend(called.err());
        Ok(score)
    }
}

/// Installs the server and generates the crate. Tells the server's folder.
fn generated(session: &Session) -> Result<PathBuf, Stop> {
    let package = install::npm(session, &[&format!("{PACKAGE}@{VERSION}")])?.join(PACKAGE);
    crate_of_all::generate()?;
    Ok(package)
}

fn serve(session: &mut Session, package: &Path) -> Result<String, Failure> {
    let coverage = session.folder().join("coverage");
    session.serve("server", |port| {
        let mut command = Command::new("node");
        command.arg("--require").arg(workspace::root().join("xtask/src/peers/loopback.cjs"));
        command.arg(package.join("dist/cli/cli.js")).arg("run").arg(format!("--port={port}"));
        command.arg("--coverageDirectory").arg(coverage);
        Ok(command)
    })
}

/// Runs our calls. That one of them fails is told with what it said.
fn call(session: &Session, url: &str) -> Result<(), Failure> {
    let mut command = test("scenarios")?;
    command.arg("--no-fail-fast").env("AUTOREST_URL", url);
    session.run("calls", command, PATIENCE).map(drop)
}

/// The command that runs a test of the project's.
fn test(name: &str) -> Result<Command, Failure> {
    let project = workspace::root().join(PROJECT);
    // The versions that everything here is built with.
    std::fs::copy(workspace::root().join("Cargo.lock"), project.join("Cargo.lock"))
        .map_err(|error| error.to_string())?;
    let mut command = Command::new(workspace::cargo());
    command.args(["test", "--quiet", "--test", name]).current_dir(project);
    // Ours: most of what it needs was built before.
    command.env("CARGO_TARGET_DIR", workspace::root().join("target"));
    Ok(command)
}
