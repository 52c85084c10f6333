//! Synapse, the homeserver that most of Matrix runs on: a whole session with the generated client, over
//! r0 and what is left of version 1.
//!
//! The steps are the example `matrix_session`. The server is new for each run, and nobody's but ours.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::install;
use super::session::Session;
use super::steps;
use super::suite::{Score, Stop, Suite};
use crate::Failure;

/// Every step of a session with Synapse.
#[derive(Debug)]
pub(super) struct Synapse;

const PACKAGE: &str = "matrix-synapse==1.163.2";
/// What is said over the configuration that Synapse makes for itself; `PORT` is the port.
const CONFIGURATION: &str = include_str!("synapse.yaml");

impl Suite for Synapse {
    fn name(&self) -> &'static str {
        "synapse"
    }

    fn run(&self, session: &mut Session) -> Result<Score, Stop> {
        let python = install::pip(session, &[PACKAGE])?.join("python");
        let url = serve(session, &python)?;
        let mut command = Command::new(steps::build(session, "matrix_session")?);
        command.arg(url);
        Ok(steps::score(session, "session", command)?)
    }
}

fn serve(session: &mut Session, python: &Path) -> Result<String, Failure> {
    let folder = session.folder().join("homeserver");
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(failed)?;
    }
    fs::create_dir_all(&folder).map_err(failed)?;
    let generated = folder.join("homeserver.yaml");
    let homeserver = || {
        let mut command = Command::new(python);
        command.args(["-m", "synapse.app.homeserver", "--config-path"]).arg(&generated).current_dir(&folder);
        command
    };
    let mut generate = homeserver();
    generate.args(["--generate-config", "--server-name", "localhost", "--report-stats", "no"]);
    session.run("configuration", generate, steps::PATIENCE)?;
    session.serve("server", |port| {
        let ours = folder.join("ours.yaml");
        fs::write(&ours, CONFIGURATION.replace("PORT", &port.to_string())).map_err(failed)?;
        let mut command = homeserver();
        command.arg("--config-path").arg(ours);
        Ok(command)
    })
}
