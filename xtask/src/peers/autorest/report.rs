//! The server's count of the right requests to each scenario.

use std::collections::BTreeMap;

use super::super::http;
use super::super::suite::Score;
use super::missing::Missing;
use crate::Failure;

/// How many right requests each scenario had.
#[derive(Debug)]
pub(super) struct Report {
    counts: BTreeMap<String, u64>,
}

/// Asks the server. What it counts elsewhere (`/report/azure`, `/report/dpg`, `/report/optional`) is
/// what only a client of Azure's conventions does.
pub(super) fn read(url: &str) -> Result<Report, Failure> {
    let counts = serde_json::from_str(&http::get(url, "/report")?).map_err(|error| error.to_string())?;
    Ok(Report { counts })
}

impl Report {
    /// Without the scenarios that `start` did not know: the server makes up further ones as it goes.
    pub(super) fn of_those_in(mut self, start: &Self) -> Self {
        self.counts.retain(|name, _| start.counts.contains_key(name));
        self
    }

    /// A scenario that was missed speaks against us unless a line says why, and so does a line for
    /// one that was not.
    pub(super) fn judge(&self, missing: &Missing) -> Score {
        let missed = |name: &str| self.counts.get(name) == Some(&0);
        let passed = self.counts.values().filter(|count| **count > 0).count();
        let unknown = self.counts.keys().filter(|name| missed(name) && !missing.has(name));
        let mut faults: Vec<String> = unknown.map(|name| format!("missed: {name}")).collect();
        faults.extend(missing.stale(missed));
        Score { cases: self.counts.len(), passed, faults }
    }
}
