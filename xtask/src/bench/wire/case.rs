//! What goes over the wire, and what is measured of it.

use std::path::Path;
use std::process::Command;

use serde::Deserialize;

use super::super::run::Contestant;
use super::super::{Session, instructions};
use crate::Failure;

/// Which thread of the program is the one that is measured.
const MEASURED: usize = 2;

/// How long each measurement takes, after the first exchanges.
const SECONDS: f64 = 0.5;

/// How many connections there are, to how many operations, with bodies of how many bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Case {
    pub(super) connections: usize,
    pub(super) routes: usize,
    pub(super) bytes: usize,
}

/// Bodies of requests and of answers.
pub(super) const BODIES: [usize; 3] = [100, 10_000, 1_000_000];
/// Alone, and enough for the processor to have always something to do.
pub(super) const CONNECTIONS: [usize; 2] = [1, 64];

impl Case {
    /// `10 kB, 64 connections`
    pub(super) fn name(&self) -> String {
        let size = match self.bytes {
            bytes if bytes >= 1_000_000 => format!("{} MB", bytes / 1_000_000),
            bytes if bytes >= 1_000 => format!("{} kB", bytes / 1_000),
            bytes => format!("{bytes} B"),
        };
        let connections = if self.connections == 1 { "1 connection" } else { "64 connections" };
        let routes = if self.routes == 1 { String::new() } else { format!(", {} routes", self.routes) };
        format!("{size}, {connections}{routes}")
    }

    /// Measures once, in a process of its own.
    pub(super) fn measure(&self, program: &Path, what: &str) -> Result<Exchanges, Failure> {
        let mut command = Command::new(program);
        let told = command.args(self.arguments(what)).arg(SECONDS.to_string()).output();
        let told = told.map_err(|error| format!("{}: {error}", program.display()))?;
        if !told.status.success() {
            return Err(format!("{command:?} failed:\n{}", String::from_utf8_lossy(&told.stderr)));
        }
        serde_json::from_slice(&told.stdout).map_err(|error| format!("{command:?}: {error}"))
    }

    /// How many instructions each exchange takes, on the side that is measured.
    pub(super) fn instructions(&self, bench: &Session, program: &Path, what: &str) -> Result<f64, Failure> {
        let count = |exchanges: usize| {
            let contestant = Contestant::new(program).args(self.arguments(what));
            instructions::count_on(bench, &contestant.arg(format!("{exchanges}x")), MEASURED)
        };
        // What there is only in the beginning is in both of them.
        let exchanges = (1_000_000 / self.bytes).clamp(3, 500);
        Ok((count(3 * exchanges)? - count(exchanges)?) / (2 * exchanges) as f64)
    }

    fn arguments(&self, what: &str) -> [String; 4] {
        let Self { connections, routes, bytes } = self;
        [what.to_owned(), connections.to_string(), routes.to_string(), bytes.to_string()]
    }
}

/// What a measurement came to.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(super) struct Exchanges {
    exchanges: u64,
    seconds: f64,
    processor: f64,
}

impl Exchanges {
    /// How many there were in a second.
    pub(super) fn rate(&self) -> f64 {
        self.exchanges as f64 / self.seconds
    }

    /// Seconds of the processor for each of them, on the side that is measured.
    pub(super) fn cost(&self) -> f64 {
        self.processor / self.exchanges as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases_are_named_by_what_differs() {
        let case = Case { connections: 64, routes: 200, bytes: 10_000 };
        assert_eq!(case.name(), "10 kB, 64 connections, 200 routes");
        assert_eq!(Case { connections: 1, routes: 1, bytes: 100 }.name(), "100 B, 1 connection");
    }
}
