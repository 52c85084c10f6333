//! The table that a run ends with.

use std::fmt;

use serde::Serialize;

use super::figures::Figures;
use super::machine::Machine;
use super::row::{Budget, Row};

/// Everything that was measured.
#[derive(Debug, Serialize)]
pub(super) struct Table {
    pub(super) machine: Machine,
    /// The revision that was measured too.
    pub(super) against: Option<String>,
    pub(super) rows: Vec<Row>,
}

/// The columns of a line.
pub(super) const COLUMNS: [&str; 8] = ["group", "case", "what", "ours", "floor", "times", "budget", "before"];

impl Table {
    pub(super) fn new(machine: Machine, against: Option<String>) -> Self {
        Self { machine, against, rows: Vec::new() }
    }

    /// The rows as text, a cell for each of [`COLUMNS`].
    pub(super) fn cells(&self) -> impl Iterator<Item = [String; 8]> {
        self.rows.iter().map(cells)
    }
}

fn cells(row: &Row) -> [String; 8] {
    let show = |figures: &Figures| with_spread(row.unit.show(figures.median), figures);
    let floor = row.floor.as_ref().map(|(name, figures)| format!("{} ({name})", show(figures)));
    let floor = floor.or(row.absent.map(|(name, outcome)| format!("{outcome} ({name})")));
    let before = row.before.as_ref().map(|figures| {
        let change = (row.change().unwrap_or(1.0) - 1.0) * 100.0;
        format!("{}, now {change:+.1} %", show(figures))
    });
    [
        row.group.to_owned(),
        row.case.clone(),
        row.what.to_owned(),
        show(&row.ours),
        floor.unwrap_or_default(),
        row.times().map(|times| with_spread(format!("{:.2}", times.median), &times)).unwrap_or_default(),
        budget(row),
        before.unwrap_or_default(),
    ]
}

/// `1.53 s ±2 %`, of a median that is shown already.
fn with_spread(median: String, figures: &Figures) -> String {
    match figures.turns.len() {
        0 | 1 => median,
        _ => format!("{median} ±{:.0} %", figures.spread() * 100.0),
    }
}

/// `≤ 1.50, met`, or what it would be held against who is absent.
fn budget(row: &Row) -> String {
    let limit = match row.budget {
        None => return String::new(),
        Some(Budget::Times(most)) => format!("≤ {most:.2}"),
        Some(Budget::AtLeast(least)) => format!("≥ {least:.2}"),
        Some(Budget::Absolute(most)) => format!("≤ {}", row.unit.show(most)),
    };
    match row.is_met() {
        Some(true) => limit + ", met",
        Some(false) => limit + ", missed",
        None => limit,
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.machine)?;
        let lines: Vec<_> = std::iter::once(COLUMNS.map(str::to_owned)).chain(self.cells()).collect();
        let width =
            |column: usize| lines.iter().map(|cells| cells[column].chars().count()).max().unwrap_or_default();
        for cells in &lines {
            let padded = cells.iter().enumerate().map(|(column, cell)| format!("{cell:<0$}", width(column)));
            writeln!(f, "{}", padded.collect::<Vec<_>>().join("  ").trim_end())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::unit::Unit;

    #[test]
    fn who_is_absent_is_named_and_no_budget_is_missed_for_it() {
        let row = Row::new("compile", "docker", "check, processor", Unit::Seconds, Figures::exactly(1.5));
        let row = row.absent("progenitor", "does not generate").budget(Some(Budget::Times(0.5)));
        assert_eq!(
            cells(&row),
            [
                "compile",
                "docker",
                "check, processor",
                "1.50 s",
                "does not generate (progenitor)",
                "",
                "≤ 0.50",
                ""
            ]
        );
    }
}
