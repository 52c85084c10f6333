//! One run of a program: how long it took, what it used.

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Instant, SystemTime};

use wait4::Wait4;

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
}

/// What one run took.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    /// Seconds on the clock.
    pub(super) wall: f64,
    /// Seconds of the processor, the system's work included.
    pub(super) cpu: f64,
    /// The most memory it had, in bytes.
    pub(super) peak: f64,
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

    /// The same arguments for another program.
    pub(super) fn by(&self, program: &Path) -> Self {
        Self { program: program.to_owned(), ..self.clone() }
    }

    /// Runs it. Whatever it prints is of no interest, unless it fails.
    pub(super) fn run(&self) -> Result<Run, Failure> {
        self.measure(Command::new(&self.program))
    }

    /// Runs it under another program, which takes its command line.
    pub(super) fn run_under(&self, mut command: Command) -> Result<Run, Failure> {
        command.arg(&self.program);
        self.measure(command)
    }

    fn measure(&self, mut command: Command) -> Result<Run, Failure> {
        if let Some(folder) = self.fresh.as_deref().filter(|folder| folder.exists()) {
            fs::remove_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        }
        if let Some(file) = &self.touched {
            let touched = File::options().append(true).open(file);
            let touched = touched.and_then(|opened| opened.set_modified(SystemTime::now()));
            touched.map_err(|error| format!("{}: {error}", file.display()))?;
        }
        let words = std::env::temp_dir().join(format!("cratewright-bench-{}.txt", std::process::id()));
        let failed = |error: std::io::Error| format!("{}: {error}", self.program.display());
        command.args(&self.arguments).env("RAYON_NUM_THREADS", self.threads.to_string());
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(File::create(&words).map_err(failed)?);
        let start = Instant::now();
        let used = command.spawn().and_then(|mut child| child.wait4()).map_err(failed)?;
        let wall = start.elapsed().as_secs_f64();
        let said = fs::read_to_string(&words).unwrap_or_default();
        // What is left behind in a folder for temporary files hurts nobody.
        let _ = fs::remove_file(&words);
        let is_verdict = self.judges && used.status.code() == Some(1);
        match used.status.success() || is_verdict {
            true => {
                let cpu = used.rusage.utime + used.rusage.stime;
                Ok(Run { wall, cpu: cpu.as_secs_f64(), peak: used.rusage.maxrss as f64 })
            }
            false => Err(format!("{command:?} failed ({}):\n{said}", used.status)),
        }
    }
}
