//! One run of one suite: its folder, and the peers that it started.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::process::{Process, free_port};
use crate::{Failure, workspace};

/// How long a peer may take until it listens.
const START: Duration = Duration::from_secs(90);

/// A run of a suite. What it started ends when this is dropped.
#[derive(Debug)]
pub(super) struct Session {
    folder: PathBuf,
    /// Where programs of ours log everything.
    logs: PathBuf,
    /// Where what must not be in those logs is, a line each.
    secrets: PathBuf,
    peers: Vec<Peer>,
}

/// A server that listens.
#[derive(Debug)]
struct Peer {
    name: String,
    url: String,
    #[expect(dead_code, reason = "held until the session ends, which stops it")]
    process: Process,
}

impl Session {
    /// With a folder, `target/peers/FOLDER`. It stays for the next run.
    pub(super) fn new(suite: &str, folder: &str) -> Result<Self, Failure> {
        let peers = workspace::root().join("target/peers");
        let (folder, logs) = (peers.join(folder), peers.join("logs").join(suite));
        let session = Self { secrets: folder.join("secrets"), folder, logs, peers: Vec::new() };
        session.prepare().map_err(|error| format!("{}: {error}", session.folder.display()))?;
        Ok(session)
    }

    /// Without what the run before it logged.
    fn prepare(&self) -> io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        if self.logs.exists() {
            fs::remove_dir_all(&self.logs)?;
        }
        fs::create_dir_all(&self.logs)?;
        fs::write(&self.secrets, "")
    }

    /// Where the suite keeps what it installs, generates and logs.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where programs of ours log everything, a file each.
    pub(super) fn logs(&self) -> &Path {
        &self.logs
    }

    /// Where the secrets of this run are.
    pub(super) fn secrets(&self) -> &Path {
        &self.secrets
    }

    /// Notes what no program of ours may log.
    pub(super) fn secret(&self, text: &str) -> Result<(), Failure> {
        let file = OpenOptions::new().append(true).open(&self.secrets);
        let noted = file.and_then(|mut file| writeln!(file, "{text}"));
        noted.map_err(|error| format!("{}: {error}", self.secrets.display()))
    }

    /// Starts a server on a free port of 127.0.0.1, which `command` is told, and waits until it
    /// listens. What it says goes to `NAME.log`. The answer is its URL, without a slash at the end.
    pub(super) fn serve(
        &mut self,
        name: &str,
        command: impl FnOnce(u16) -> Result<Command, Failure>,
    ) -> Result<String, Failure> {
        let port = free_port()?;
        let process = Process::start(self.watched(name, command(port)?), &self.log(name))?;
        process.listens(port, START).map_err(|why| format!("{name}: {why}"))?;
        let url = format!("http://127.0.0.1:{port}");
        self.peers.push(Peer { name: name.to_owned(), url: url.clone(), process });
        Ok(url)
    }

    /// Runs a command to its end, no longer than `patience`, and tells what it said, which is also
    /// in `NAME.log`. That it did not succeed is a failure.
    pub(super) fn run(&self, name: &str, command: Command, patience: Duration) -> Result<String, Failure> {
        let process = Process::start(self.watched(name, command), &self.log(name))?;
        process.finish(patience).map_err(|why| format!("{name}: {why}"))
    }

    /// Tells a program, if it is one of ours, where to log and where to note secrets.
    fn watched(&self, name: &str, mut command: Command) -> Command {
        command.env(peers_records::LOG, self.logs.join(name).with_extension("log"));
        command.env(peers_records::SECRETS, &self.secrets);
        command
    }

    /// What listens, for people.
    pub(super) fn peers(&self) -> impl Iterator<Item = String> {
        self.peers.iter().map(|peer| format!("{} on {}", peer.name, peer.url))
    }

    /// Where what somebody said is.
    pub(super) fn log(&self, name: &str) -> PathBuf {
        self.folder.join(name).with_extension("log")
    }
}
