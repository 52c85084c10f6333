//! The scoreboard: what became of the documents of each group, in numbers.

use std::collections::BTreeMap;

use serde::Serialize;

use super::outcome::{COMPILE, CONTRACT};
use super::record::Record;

/// The numbers of a group, or of all.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Score {
    documents: usize,
    /// Documents from which nothing was made, and a finding says why.
    refused: usize,
    /// Documents whose worker process did not come to its end.
    crashed: usize,
    operations_found: usize,
    operations_generated: usize,
    /// What was left out, by code.
    skipped: BTreeMap<String, usize>,
    lines: usize,
    /// Documents whose crate does not compile, or not without a warning.
    uncompilable: usize,
    compile_errors: usize,
    /// Contract tests that were run, and those of them that failed.
    tests: usize,
    failed_tests: usize,
    /// Reading and emitting, without compiling.
    seconds: f64,
    peak_megabytes: u64,
}

/// The scores of all groups, by name, and of all together.
#[derive(Debug, Default, Serialize)]
pub(super) struct Scoreboard {
    groups: BTreeMap<String, Score>,
    total: Score,
}

impl Scoreboard {
    /// Counts.
    pub(super) fn of(records: &[Record]) -> Self {
        let mut board = Self::default();
        for record in records {
            board.groups.entry(record.document.group().to_owned()).or_default().add(record);
            board.total.add(record);
        }
        board
    }
}

impl Score {
    fn add(&mut self, record: &Record) {
        let outcome = &record.outcome;
        let crashed = outcome.crashed();
        self.documents += 1;
        self.crashed += usize::from(crashed);
        self.refused += usize::from(!outcome.written && !crashed);
        self.operations_found += outcome.operations_found;
        self.operations_generated += outcome.operations_generated;
        self.lines += outcome.lines;
        for fault in outcome.faults.iter().filter(|fault| fault.is_skip()) {
            *self.skipped.entry(fault.code.clone()).or_default() += 1;
        }
        self.uncompilable += usize::from(outcome.has([COMPILE]));
        let count = |code: &str| outcome.faults.iter().filter(|fault| fault.code == code).count();
        self.compile_errors += count(COMPILE);
        self.tests += outcome.tests;
        self.failed_tests += count(CONTRACT);
        self.seconds += outcome.seconds;
        self.peak_megabytes = self.peak_megabytes.max(outcome.peak_megabytes.unwrap_or_default());
    }

    fn cells(&self, name: &str) -> Vec<String> {
        let skipped: Vec<String> =
            self.skipped.iter().map(|(code, count)| format!("{code}×{count}")).collect();
        vec![
            name.to_owned(),
            self.documents.to_string(),
            self.refused.to_string(),
            self.crashed.to_string(),
            self.operations_found.to_string(),
            self.operations_generated.to_string(),
            self.lines.to_string(),
            self.uncompilable.to_string(),
            self.compile_errors.to_string(),
            self.tests.to_string(),
            self.failed_tests.to_string(),
            format!("{:.1}", self.seconds),
            self.peak_megabytes.to_string(),
            skipped.join(" "),
        ]
    }
}

const COLUMNS: [&str; 14] = [
    "group",
    "documents",
    "refused",
    "crashed",
    "operations",
    "generated",
    "lines",
    "uncompilable",
    "errors",
    "tests",
    "failed",
    "seconds",
    "peak MB",
    "skipped",
];

impl std::fmt::Display for Scoreboard {
    /// A table: names to the left, numbers to the right.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let groups = self.groups.iter().map(|(name, score)| score.cells(name));
        let mut rows = vec![COLUMNS.map(str::to_owned).to_vec()];
        rows.extend(groups.chain([self.total.cells("all")]));
        let cells = |column: usize| rows.iter().filter_map(move |row| row.get(column));
        let widths: Vec<usize> = (0..COLUMNS.len())
            .map(|column| cells(column).map(|cell| cell.chars().count()).max().unwrap_or(0))
            .collect();
        for row in &rows {
            let last = row.len() - 1;
            for (at, (cell, width)) in row.iter().zip(&widths).enumerate() {
                match at {
                    0 => write!(f, "{cell:<width$}")?,
                    _ if at == last => write!(f, "  {cell}")?,
                    _ => write!(f, "  {cell:>width$}")?,
                }
            }
            writeln!(f)?;
        }
        Ok(())
    }
}
