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
        let documents = counted(self.documents, "document");
        let operations = counted(self.operations_found, "operation");
        let types = counted(self.types, "type");
        let elapsed = self.elapsed().as_millis();
        write!(f, "{documents}, {} of {operations}, {types} in {elapsed} ms", self.operations_generated)
    }
}

/// `1 file`, `2 files`.
pub(crate) fn counted(count: usize, noun: &str) -> String {
    match count {
        1 => format!("1 {noun}"),
        _ => format!("{count} {noun}s"),
    }
}
