//! The command in a process of its own, and what it takes.

use std::fs;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// What came of a run.
#[derive(Debug)]
pub(crate) struct Run {
    /// The exit code; none where it was killed.
    pub(crate) code: Option<i32>,
    pub(crate) said: String,
    pub(crate) seconds: f64,
    /// The most memory that it had, where the system says.
    pub(crate) megabytes: Option<u64>,
}

/// Generates a crate from `document`, in `folder`, and kills what takes longer than `patience`.
pub(crate) fn run(command: &Path, document: &Path, folder: &Path, patience: Duration) -> io::Result<Run> {
    let (said, start) = (folder.join("said.txt"), Instant::now());
    let mut child = Command::new(command)
        .arg("generate")
        .arg(document)
        .arg("--out")
        .arg(folder.join("out"))
        .args(["--name", "hostile"])
        .env("NO_COLOR", "1")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(fs::File::create(&said)?)
        .spawn()?;
    let mut megabytes = None;
    let status = loop {
        megabytes = peak(child.id()).or(megabytes);
        match child.try_wait()? {
            Some(status) => break status,
            None if start.elapsed() > patience => {
                child.kill()?;
                break child.wait()?;
            }
            None => sleep(Duration::from_millis(2)),
        }
    };
    let seconds = start.elapsed().as_secs_f64();
    let said = String::from_utf8_lossy(&fs::read(&said)?).into_owned();
    Ok(Run { code: status.code(), said, seconds, megabytes })
}

/// The highest mark of a process so far: it only rises, so that the last look is as good as the end.
fn peak(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kilobytes.div_ceil(1024))
}
