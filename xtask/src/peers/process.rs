//! A process that a suite starts: what it says goes to a file, its end or its port is waited for.

use std::fs::{self, File};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::Failure;
use crate::group::Group;

/// How often it is asked.
const PAUSE: Duration = Duration::from_millis(50);
/// So many of its last lines are shown.
const LINES: usize = 20;

/// A process, stopped with all that it started when this is dropped.
#[derive(Debug)]
pub(super) struct Process {
    group: Group,
    log: PathBuf,
}

impl Process {
    /// Starts a command; what it says goes to a file.
    pub(super) fn start(mut command: Command, log: &Path) -> Result<Self, Failure> {
        let program = command.get_program().to_string_lossy().into_owned();
        let explain = |error: std::io::Error| format!("{program}: {error}");
        let file = File::create(log).map_err(explain)?;
        command.stdin(Stdio::null()).stderr(file.try_clone().map_err(explain)?).stdout(file);
        let group = Group::spawn(command).map_err(explain)?;
        Ok(Self { group, log: log.to_owned() })
    }

    /// Waits until it listens on a port of 127.0.0.1.
    pub(super) fn listens(&self, port: u16, patience: Duration) -> Result<(), Failure> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let start = Instant::now();
        while start.elapsed() < patience {
            if let Some(status) = self.group.try_wait().map_err(|error| error.to_string())? {
                return Err(format!("ended before it listened ({status}):\n{}", self.last_words()));
            }
            if TcpStream::connect(address).is_ok() {
                return Ok(());
            }
            thread::sleep(PAUSE);
        }
        Err(format!("does not listen on {address} after {patience:?}:\n{}", self.last_words()))
    }

    /// Waits for it to succeed, and tells what it said.
    pub(super) fn finish(&self, patience: Duration) -> Result<String, Failure> {
        let start = Instant::now();
        while start.elapsed() < patience {
            match self.group.try_wait().map_err(|error| error.to_string())? {
                Some(status) if status.success() => return Ok(self.words()),
                Some(status) => return Err(format!("failed ({status}):\n{}", self.last_words())),
                None => thread::sleep(PAUSE),
            }
        }
        Err(format!("not done after {patience:?}:\n{}", self.last_words()))
    }

    /// What it said so far.
    pub(super) fn words(&self) -> String {
        String::from_utf8_lossy(&fs::read(&self.log).unwrap_or_default()).into_owned()
    }

    fn last_words(&self) -> String {
        let words = self.words();
        let mut lines: Vec<&str> = words.lines().rev().take(LINES).collect();
        lines.reverse();
        lines.join("\n")
    }
}

/// A port of 127.0.0.1 that nobody listens on now.
pub(super) fn free_port() -> Result<u16, Failure> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0));
    let address = listener.and_then(|listener| listener.local_addr());
    address.map(|address| address.port()).map_err(|error| format!("no free port: {error}"))
}
