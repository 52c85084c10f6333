//! `missing.tsv`: the scenarios that are known to be missed, one a line, each with its reason.

use std::collections::BTreeMap;
use std::fs;

use crate::{Failure, workspace};

/// What is known to be missed, by their names.
#[derive(Debug)]
pub(super) struct Missing {
    file: String,
    lines: BTreeMap<String, usize>,
}

impl Missing {
    /// Reads the file of a project.
    pub(super) fn read(project: &str) -> Result<Self, Failure> {
        let file = format!("{project}/missing.tsv");
        let text = fs::read_to_string(workspace::root().join(&file));
        Self::parse(&text.map_err(|error| format!("{file}: {error}"))?, file)
    }

    /// Each line is `scenario<TAB>reason`; lines that start with `#` are for people.
    fn parse(text: &str, file: String) -> Result<Self, Failure> {
        let mut lines = BTreeMap::new();
        for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.starts_with('#')) {
            let cells: Vec<&str> = line.split('\t').collect();
            let [scenario, reason] = cells.as_slice() else {
                return Err(format!("{file}:{number}: a line is a scenario and a reason"));
            };
            if reason.trim().is_empty() {
                return Err(format!("{file}:{number}: the reason is missing"));
            }
            if let Some(earlier) = lines.insert((*scenario).to_owned(), number) {
                return Err(format!("{file}:{number}: line {earlier} says the same"));
            }
        }
        Ok(Self { file, lines })
    }

    /// Whether a scenario is known to be missed.
    pub(super) fn has(&self, scenario: &str) -> bool {
        self.lines.contains_key(scenario)
    }

    /// One sentence for each line that nothing needs any more.
    pub(super) fn stale(&self, missed: impl Fn(&str) -> bool) -> Vec<String> {
        let stale = self.lines.iter().filter(|(scenario, _)| !missed(scenario));
        let sentence = |(scenario, number)| format!("{}:{number}: `{scenario}` is not missed", self.file);
        stale.map(sentence).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Missing, Failure> {
        Missing::parse(text, "missing.tsv".to_owned())
    }

    #[test]
    fn a_line_needs_a_reason() {
        assert!(parse("getArray\t \n").is_err());
        assert!(parse("getArray no arrays\n").is_err());
        assert!(parse("# why\ngetArray\tno arrays\n").unwrap().has("getArray"));
    }

    #[test]
    fn a_line_that_nothing_needs_is_told() {
        let missing = parse("lro\tno polling\n").unwrap();
        assert_eq!(missing.stale(|_| true).len(), 0);
        assert_eq!(missing.stale(|_| false).len(), 1);
    }
}
