//! Compile errors and failed tests by cause: messages that differ in names only have one.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::outcome::{COMPILE, CONTRACT, Fault};
use super::record::Record;

/// A cause, and where it shows.
#[derive(Debug, Serialize)]
pub(super) struct Cause {
    /// The message, with `…` where names are.
    pattern: String,
    errors: usize,
    documents: BTreeSet<String>,
    /// The document that it was first seen in, and how.
    first: String,
    example: Fault,
}

/// The causes of all compile errors and failed tests, those of the most documents first.
pub(super) fn causes(records: &[Record]) -> Vec<Cause> {
    let mut causes: BTreeMap<String, Cause> = BTreeMap::new();
    for record in records {
        for fault in record.outcome.faults.iter().filter(|fault| is_of_package(fault)) {
            let pattern = pattern(&fault.message);
            let cause = causes.entry(pattern.clone()).or_insert_with(|| Cause {
                pattern,
                errors: 0,
                documents: BTreeSet::new(),
                first: record.document.path.clone(),
                example: fault.clone(),
            });
            cause.errors += 1;
            cause.documents.insert(record.document.path.clone());
        }
    }
    let mut causes: Vec<Cause> = causes.into_values().collect();
    causes.sort_by_key(|cause| std::cmp::Reverse((cause.documents.len(), cause.errors)));
    causes
}

/// Whether a fault is one of the package, not of the document.
fn is_of_package(fault: &Fault) -> bool {
    [COMPILE, CONTRACT].contains(&fault.code.as_str())
}

/// What is between backticks is left out.
fn pattern(message: &str) -> String {
    let parts = message.split('`').enumerate();
    parts.map(|(at, part)| if at % 2 == 0 { part } else { "`…`" }).collect()
}

impl std::fmt::Display for Cause {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (errors, documents) = (self.errors, self.documents.len());
        writeln!(f, "{} ({errors} times in {documents} documents), as in {}:", self.pattern, self.first)?;
        self.example.detail.lines().try_for_each(|line| writeln!(f, "    {line}"))
    }
}

#[cfg(test)]
mod tests {
    use super::pattern;

    #[test]
    fn names_make_no_difference() {
        assert_eq!(pattern("E0433: cannot find `a::B` in `c`"), "E0433: cannot find `…` in `…`");
    }
}
