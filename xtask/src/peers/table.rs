//! The table that a run ends with.

use std::fmt;
use std::time::Duration;

use super::suite::{Score, Stop};
use crate::Failure;

/// A line for each suite.
#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<Row>,
}

/// What became of a suite.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) suite: &'static str,
    pub(super) outcome: Result<Score, Stop>,
    /// How many lines that our programs logged hold a secret. They are among the faults.
    pub(super) leaks: Option<usize>,
    pub(super) elapsed: Duration,
}

impl Table {
    pub(super) fn push(&mut self, row: Row) {
        self.rows.push(row);
    }

    /// Fails where a suite did, and with `require` also where one was left out.
    pub(super) fn verdict(&self, require: bool) -> Result<(), Failure> {
        let against = self.rows.iter().filter(|row| match &row.outcome {
            Ok(score) => !score.faults.is_empty(),
            Err(Stop::Failed(_)) => true,
            Err(Stop::LeftOut(_)) => require,
        });
        let names: Vec<&str> = against.map(|row| row.suite).collect();
        match names.as_slice() {
            [] => Ok(()),
            _ => Err(format!("not as it should be: {}", names.join(", "))),
        }
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [cases, passed, missed, leaks] = ["cases", "passed", "missed", "leaks"];
        writeln!(f, "{:<16}{cases:>8}{passed:>8}{missed:>8}{leaks:>8}{:>9}", "suite", "seconds")?;
        self.rows.iter().try_for_each(|row| writeln!(f, "{row}"))
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.elapsed.as_secs_f64();
        match &self.outcome {
            Ok(score) => {
                let Score { cases, passed, .. } = score;
                let missed = cases.saturating_sub(*passed);
                let leaks = self.leaks.map_or_else(|| "-".to_owned(), |leaks| leaks.to_string());
                write!(f, "{:<16}{cases:>8}{passed:>8}{missed:>8}{leaks:>8}{seconds:>9.1}", self.suite)
            }
            Err(Stop::LeftOut(_)) => write!(f, "{:<16}{:>32}{seconds:>9.1}", self.suite, "left out"),
            Err(Stop::Failed(_)) => write!(f, "{:<16}{:>32}{seconds:>9.1}", self.suite, "failed"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(outcome: Result<Score, Stop>, require: bool) -> bool {
        let mut table = Table::default();
        table.push(Row { suite: "one", outcome, leaks: None, elapsed: Duration::ZERO });
        table.verdict(require).is_ok()
    }

    #[test]
    fn a_case_that_is_known_to_be_missed_is_no_fault() {
        assert!(verdict(Ok(Score { cases: 2, passed: 1, faults: Vec::new() }), true));
        assert!(!verdict(Ok(Score { cases: 2, passed: 1, faults: vec!["why".to_owned()] }), false));
    }

    #[test]
    fn a_suite_may_be_left_out_unless_it_is_required() {
        assert!(verdict(Err(Stop::LeftOut(String::new())), false));
        assert!(!verdict(Err(Stop::LeftOut(String::new())), true));
        assert!(!verdict(Err(Stop::Failed(String::new())), false));
    }
}
