//! One step of a longer task: said, timed, and on failure named so that it can be repeated.

use std::process::{Command, Stdio};
use std::time::Instant;

use crate::{Failure, workspace};

/// A run of Cargo.
#[derive(Debug)]
pub(crate) struct Cargo {
    arguments: Vec<String>,
    environment: Vec<(&'static str, &'static str)>,
}

impl Cargo {
    /// `cargo` with arguments, separated by spaces.
    pub(crate) fn new(arguments: &str) -> Self {
        let arguments = arguments.split_whitespace().map(str::to_owned).collect();
        Self { arguments, environment: Vec::new() }
    }

    /// With an environment variable.
    pub(crate) fn with(mut self, name: &'static str, value: &'static str) -> Self {
        self.environment.push((name, value));
        self
    }

    /// Whether it succeeds, with nothing said.
    pub(crate) fn succeeds(&self) -> bool {
        let done = self.command().stdout(Stdio::null()).stderr(Stdio::null()).status();
        done.is_ok_and(|status| status.success())
    }

    /// Runs it as a step.
    pub(crate) fn step(&self) -> Result<(), Failure> {
        step(&self.to_string(), || {
            let status = self.command().status().map_err(|error| error.to_string())?;
            match status.success() {
                true => Ok(()),
                false => Err(format!("failed ({status})")),
            }
        })
    }

    fn command(&self) -> Command {
        // Cargo says which binary it is, toolchain and all.
        let mut command = Command::new(workspace::cargo());
        command.args(&self.arguments).envs(self.environment.iter().copied());
        command.current_dir(workspace::root()).stdin(Stdio::null());
        command
    }
}

impl std::fmt::Display for Cargo {
    /// As a shell takes it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (name, value) in &self.environment {
            write!(f, "{name}='{value}' ")?;
        }
        write!(f, "cargo {}", self.arguments.join(" "))
    }
}

/// Runs a step that `command` would repeat.
pub(crate) fn step(command: &str, run: impl FnOnce() -> Result<(), Failure>) -> Result<(), Failure> {
    println!("==> {command}");
    let start = Instant::now();
    let done = run();
    let seconds = start.elapsed().as_secs_f64();
    match done {
        Ok(()) => println!("    ok, {seconds:.1} s"),
        Err(failure) => return Err(format!("{failure}\nto repeat this step alone: {command}")),
    }
    Ok(())
}
