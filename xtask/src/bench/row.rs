//! One line of the table: a figure of ours, and what it is held against.

use serde::Serialize;

use super::figures::Figures;
use super::unit::Unit;

/// What was measured.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Row {
    /// `generate`
    pub(super) group: &'static str,
    /// What it was done to: `kubernetes`.
    pub(super) case: String,
    /// What was looked at: `processor, one thread`.
    pub(super) what: &'static str,
    pub(super) unit: Unit,
    pub(super) ours: Figures,
    /// What the same would take at least, or takes others, and what that is.
    pub(super) floor: Option<(&'static str, Figures)>,
    /// Who can't do the same, in place of a floor, and what comes of it: `progenitor`, `does not compile`.
    pub(super) absent: Option<(&'static str, &'static str)>,
    /// The same of another revision.
    pub(super) before: Option<Figures>,
    pub(super) budget: Option<Budget>,
}

/// What a figure must not be above, or below.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Budget {
    /// So many times the floor.
    Times(f64),
    /// At least so many times the floor: of what is better where there is more of it.
    AtLeast(f64),
    /// So much.
    Absolute(f64),
}

impl Row {
    pub(super) fn new(
        group: &'static str,
        case: &str,
        what: &'static str,
        unit: Unit,
        ours: Figures,
    ) -> Self {
        let case = case.to_owned();
        Self { group, case, what, unit, ours, floor: None, absent: None, before: None, budget: None }
    }

    pub(super) fn floor(mut self, name: &'static str, figures: Figures) -> Self {
        self.floor = Some((name, figures));
        self
    }

    pub(super) fn absent(mut self, name: &'static str, outcome: &'static str) -> Self {
        self.absent = Some((name, outcome));
        self
    }

    pub(super) fn before(mut self, figures: Option<Figures>) -> Self {
        self.before = figures;
        self
    }

    pub(super) fn budget(mut self, budget: Option<Budget>) -> Self {
        self.budget = budget;
        self
    }

    /// How many times the floor it is.
    pub(super) fn times(&self) -> Option<Figures> {
        self.floor.as_ref().map(|(_, floor)| self.ours.times(floor))
    }

    /// The median of that.
    pub(super) fn ratio(&self) -> Option<f64> {
        self.times().map(|times| times.median)
    }

    /// How many times what it was before.
    pub(super) fn change(&self) -> Option<f64> {
        self.before.as_ref().map(|before| self.ours.times(before).median)
    }

    /// Whether it is within its budget.
    pub(super) fn is_met(&self) -> Option<bool> {
        match self.budget? {
            Budget::Times(most) => self.ratio().map(|ratio| ratio <= most),
            Budget::AtLeast(least) => self.ratio().map(|ratio| ratio >= least),
            Budget::Absolute(most) => Some(self.ours.median <= most),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_missed_against_who_is_absent() {
        let row = Row::new("group", "case", "what", Unit::Seconds, Figures::exactly(1.0));
        assert_eq!(row.absent("peer", "does not compile").budget(Some(Budget::Times(0.5))).is_met(), None);
    }

    fn row(ours: f64, budget: Budget) -> Row {
        Row::new("group", "case", "what", Unit::Seconds, Figures::exactly(ours))
            .floor("floor", Figures::exactly(2.0))
            .budget(Some(budget))
    }

    #[test]
    fn a_budget_is_met_up_to_its_limit() {
        assert_eq!(row(3.0, Budget::Times(1.5)).is_met(), Some(true));
        assert_eq!(row(3.1, Budget::Times(1.5)).is_met(), Some(false));
        assert_eq!(row(1.9, Budget::AtLeast(0.97)).is_met(), Some(false));
        assert_eq!(row(2.0, Budget::AtLeast(1.0)).is_met(), Some(true));
        assert_eq!(row(0.4, Budget::Absolute(0.4)).is_met(), Some(true));
        assert_eq!(row(0.5, Budget::Absolute(0.4)).is_met(), Some(false));
    }
}
