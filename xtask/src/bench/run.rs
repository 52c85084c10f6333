//! One run of a program: how long it took, what it used.

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::thread;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use super::alone::{self, Ended};
use crate::Failure;

/// A program with its arguments, to be run several times.
#[derive(Debug, Clone)]
pub(super) struct Contestant {
    program: PathBuf,
    arguments: Vec<OsString>,
    threads: usize,
    environment: Vec<(&'static str, OsString)>,
    fresh: Option<PathBuf>,
    touched: Option<PathBuf>,
    judges: bool,
    beside: Option<Box<Contestant>>,
}

/// What one run took.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) struct Run {
    /// Seconds on the clock.
    pub(super) wall: f64,
    /// Seconds of the processor, the system's work included.
    pub(super) cpu: f64,
    /// The most memory it had, in bytes.
    pub(super) peak: f64,
}

impl Run {
    /// This one and one at the same time.
    fn and(self, other: Self) -> Self {
        Self { wall: self.wall.max(other.wall), cpu: self.cpu + other.cpu, peak: self.peak + other.peak }
    }
}

impl Contestant {
    /// A program that runs on one thread.
    pub(super) fn new(program: &Path) -> Self {
        Self {
            program: program.to_owned(),
            arguments: Vec::new(),
            threads: 1,
            environment: Vec::new(),
            fresh: None,
            touched: None,
            judges: false,
            beside: None,
        }
    }

    /// With another argument.
    pub(super) fn arg(mut self, argument: impl Into<OsString>) -> Self {
        self.arguments.push(argument.into());
        self
    }

    /// With other arguments.
    pub(super) fn args<T: Into<OsString>>(self, arguments: impl IntoIterator<Item = T>) -> Self {
        arguments.into_iter().fold(self, Self::arg)
    }

    /// On so many threads.
    pub(super) fn threads(mut self, threads: usize) -> Self {
        self.threads = threads;
        self
    }

    /// With a variable of the environment.
    pub(super) fn environment(mut self, name: &'static str, value: impl Into<OsString>) -> Self {
        self.environment.push((name, value.into()));
        self
    }

    /// With a file that is newer than what was made of it, each time.
    pub(super) fn touched(mut self, file: &Path) -> Self {
        self.touched = Some(file.to_owned());
        self
    }

    /// Judges what it is given: a bad verdict (exit code 1) is a success too.
    pub(super) fn judges(mut self) -> Self {
        self.judges = true;
        self
    }

    /// With a folder that is not there when it starts.
    pub(super) fn fresh(mut self, folder: &Path) -> Self {
        self.fresh = Some(folder.to_owned());
        self
    }

    /// At the same time as another one. What that takes is what both take.
    pub(super) fn beside(mut self, other: Self) -> Self {
        self.beside = Some(Box::new(other));
        self
    }

    /// The same arguments for another program.
    pub(super) fn by(&self, program: &Path) -> Self {
        Self { program: program.to_owned(), ..self.clone() }
    }

    /// Runs it. Whatever it prints is of no interest, unless it fails.
    pub(super) fn run(&self) -> Result<Run, Failure> {
        let Some(other) = &self.beside else { return self.run_under(&[]) };
        let (this, other) = thread::scope(|scope| {
            let other = scope.spawn(|| other.run());
            (self.run_under(&[]), other.join())
        });
        let other = other.unwrap_or_else(|_| Err("the run beside it panicked".to_owned()));
        Ok(this?.and(other?))
    }

    /// The same under another program, which takes its command line.
    pub(super) fn run_under(&self, other: &[OsString]) -> Result<Run, Failure> {
        self.prepare()?;
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        let (figures, words) = (folder.path().join("figures.json"), folder.path().join("words.txt"));
        let failed = |error: std::io::Error| format!("{}: {error}", self.program.display());
        let mut command = alone::command(&figures).map_err(failed)?;
        command.args(other).arg(&self.program).args(&self.arguments);
        command.env("RAYON_NUM_THREADS", self.threads.to_string());
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(File::create(&words).map_err(failed)?);
        let status = command.status().map_err(failed)?;
        let ended = fs::read(&figures).ok().and_then(|json| serde_json::from_slice::<Ended>(&json).ok());
        let is_success = |code| code == Some(0) || self.judges && code == Some(1);
        match ended {
            Some(ended) if is_success(ended.code) => Ok(ended.run),
            ended => {
                let code = ended.map_or(status.code(), |ended| ended.code);
                let code = code.map_or("it was killed".to_owned(), |code| format!("exit code {code}"));
                let said = fs::read_to_string(&words).unwrap_or_default();
                Err(format!("{command:?} failed ({code}):\n{said}"))
            }
        }
    }

    /// Takes away and touches what a run is to find so.
    fn prepare(&self) -> Result<(), Failure> {
        if let Some(folder) = self.fresh.as_deref().filter(|folder| folder.exists()) {
            fs::remove_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        }
        if let Some(file) = &self.touched {
            let touched = File::options().append(true).open(file);
            let touched = touched.and_then(|opened| opened.set_modified(SystemTime::now()));
            touched.map_err(|error| format!("{}: {error}", file.display()))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_at_once_end_with_the_later_and_use_what_both_use() {
        let (short, long) = (Run { wall: 1.0, cpu: 2.0, peak: 3.0 }, Run { wall: 4.0, cpu: 5.0, peak: 6.0 });
        let Run { wall, cpu, peak } = short.and(long);
        assert_eq!((wall, cpu, peak), (4.0, 7.0, 9.0));
    }
}
