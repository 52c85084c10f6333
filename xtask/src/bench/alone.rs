//! A program and what it took, measured from a process that does nothing else: the most memory that a process
//! had counts what its parent had when it started it, and a benchmark has more than some of what it measures.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use clap::Args;
use serde::{Deserialize, Serialize};
use wait4::Wait4;

use super::run::Run;
use crate::{Failure, workspace};

/// One program that `bench` measures, in a process of its own.
#[derive(Debug, Args)]
pub(crate) struct Alone {
    /// Where to put the figures.
    figures: PathBuf,
    /// The program, and its arguments.
    #[arg(required = true, trailing_var_arg = true, allow_hyphen_values = true)]
    command: Vec<OsString>,
}

/// How a run ended, and what it took.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) struct Ended {
    /// Its exit code; none where it was killed.
    pub(super) code: Option<i32>,
    pub(super) run: Run,
}

impl Alone {
    pub(crate) fn run(&self) -> Result<(), Failure> {
        let ended = self.ended().map_err(|error| error.to_string())?;
        let json = serde_json::to_string(&ended).map_err(|error| error.to_string())?;
        fs::write(&self.figures, json).map_err(|error| format!("{}: {error}", self.figures.display()))
    }

    fn ended(&self) -> std::io::Result<Ended> {
        let (program, arguments) = self.command.split_first().ok_or(std::io::ErrorKind::InvalidInput)?;
        let start = Instant::now();
        let used = Command::new(program).args(arguments).spawn()?.wait4()?;
        let wall = start.elapsed().as_secs_f64();
        let cpu = (used.rusage.utime + used.rusage.stime).as_secs_f64();
        let run = Run { wall, cpu, peak: used.rusage.maxrss as f64 };
        Ok(Ended { code: used.status.code(), run })
    }
}

/// The command that runs a program so.
pub(super) fn command(figures: &Path) -> std::io::Result<Command> {
    let mut command = Command::new(workspace::this_program()?);
    command.arg("bench-alone").arg(figures);
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_fails_says_how() {
        let figures = tempfile::NamedTempFile::new().unwrap();
        let command = ["rustc", "--there-is-no-such-option"].map(OsString::from).to_vec();
        let alone = Alone { figures: figures.path().to_owned(), command };
        alone.run().unwrap();
        let ended: Ended = serde_json::from_slice(&fs::read(figures.path()).unwrap()).unwrap();
        assert_eq!(ended.code, Some(1));
        assert!(ended.run.wall > 0.0);
    }
}
