//! The steps of the session, and what comes of them.

use std::error::Error;
use std::fmt;
use std::process::ExitCode;

/// Why a step is missed.
pub(crate) type Fault = Box<dyn Error + Send + Sync>;

/// Counts steps, and tells of each.
#[derive(Debug, Default)]
pub(crate) struct Steps {
    passed: usize,
    missed: usize,
}

impl Steps {
    /// Takes a step. What it gives is handed on.
    pub(crate) async fn step<T>(
        &mut self,
        name: &str,
        work: impl Future<Output = Result<T, Fault>>,
    ) -> Option<T> {
        match work.await {
            Ok(value) => {
                self.passed += 1;
                println!("ok {name}");
                Some(value)
            }
            Err(fault) => {
                self.missed += 1;
                println!("missed {name}: {}", with_causes(fault.as_ref()));
                None
            }
        }
    }

    /// Whether all went as it should.
    pub(crate) fn verdict(&self) -> ExitCode {
        if self.missed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

impl fmt::Display for Steps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {} steps", self.passed, self.passed + self.missed)
    }
}

/// In one line.
fn with_causes(fault: &dyn Error) -> String {
    let mut words = fault.to_string();
    let mut cause = fault.source();
    while let Some(fault) = cause {
        words.push_str(&format!(": {fault}"));
        cause = fault.source();
    }
    words.replace('\n', " ")
}

/// Fails a step where something is not as it should be.
pub(crate) fn ensure(condition: bool, otherwise: impl Into<String>) -> Result<(), Fault> {
    if condition { Ok(()) } else { Err(otherwise.into().into()) }
}

/// What must be there.
pub(crate) fn some<T>(value: Option<T>, what: &str) -> Result<T, Fault> {
    value.ok_or_else(|| format!("there is no {what}").into())
}
