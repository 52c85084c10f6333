//! What a run did, in numbers.

use std::fmt;
use std::time::{Duration, Instant};

/// The numbers of one run.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// Documents that were asked for.
    pub documents: usize,
    /// Operations that the documents have.
    pub operations_found: usize,
    /// Operations that the crate has.
    pub operations_generated: usize,
    /// Types that the crate has, beside those of single operations.
    pub types: usize,
    /// How long each phase took, in order.
    pub phases: Vec<(&'static str, Duration)>,
}

impl Report {
    /// Runs a phase and notes how long it took.
    pub fn phase<T>(&mut self, name: &'static str, run: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let made = run();
        self.phases.push((name, start.elapsed()));
        made
    }

    /// All phases together.
    pub fn elapsed(&self) -> Duration {
        self.phases.iter().map(|(_, elapsed)| *elapsed).sum()
    }
}

impl fmt::Display for Report {
    /// `7 documents, 21 of 21 operations, 9 types in 12 ms`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { documents, operations_found: found, operations_generated: generated, types, .. } = self;
        let elapsed = self.elapsed().as_millis();
        write!(f, "{documents} documents, {generated} of {found} operations, {types} types in {elapsed} ms")
    }
}
