//! Clients that others wrote, against the homeserver example: they call v3, which it serves with the
//! traits of r0. What each does is in `tests/peers/matrix/`.

use std::path::PathBuf;
use std::process::Command;

use super::install;
use super::session::Session;
use super::steps;
use super::suite::{Score, Stop, Suite};
use crate::{Failure, workspace};

/// Python's client.
#[derive(Debug)]
pub(super) struct Nio;

/// The client that Element is made with.
#[derive(Debug)]
pub(super) struct JsSdk;

/// The user that the example starts with, and a password that is in no log by accident.
pub(super) const USER: [&str; 2] = ["demo", "salt & pepper, 1987"];

impl Suite for Nio {
    fn name(&self) -> &'static str {
        "nio"
    }

    fn run(&self, session: &mut Session) -> Result<Score, Stop> {
        let python = install::pip(session, &["matrix-nio==0.26.0"])?.join("python");
        let url = homeserver(session, &[])?;
        let mut command = Command::new(python);
        command.arg(script("session.py")).arg(url).args(USER);
        Ok(steps::score(session, "session", command)?)
    }
}

impl Suite for JsSdk {
    fn name(&self) -> &'static str {
        "js_sdk"
    }

    fn run(&self, session: &mut Session) -> Result<Score, Stop> {
        let modules = install::npm(session, &["matrix-js-sdk@37.5.0"])?;
        let url = homeserver(session, &[])?;
        let mut command = Command::new("node");
        command.arg(script("session.mjs")).arg(modules).arg(url).args(USER);
        Ok(steps::score(session, "session", command)?)
    }
}

fn script(name: &str) -> PathBuf {
    workspace::root().join("tests/peers/matrix").join(name)
}

/// Starts the example, which keeps nothing, with further arguments.
pub(super) fn homeserver(session: &mut Session, further: &[&str]) -> Result<String, Failure> {
    let program = steps::build(session, "homeserver")?;
    let [_, password] = USER;
    session.secret(password)?;
    session.serve("homeserver", |port| {
        let mut command = Command::new(program);
        command.args(["--memory", "--listen", &format!("127.0.0.1:{port}"), "--demo-password", password]);
        command.args(further);
        Ok(command)
    })
}
