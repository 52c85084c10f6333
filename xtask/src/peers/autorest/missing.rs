//! What is known to be missed, one a line, each with its reason: scenarios in `missing.tsv`, operations of
//! which there are no round trips in `untried.tsv`.

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
    /// Reads a file of a project.
    pub(super) fn read(project: &str, name: &str) -> Result<Self, Failure> {
        let file = format!("{project}/{name}");
        let text = fs::read_to_string(workspace::root().join(&file));
        Self::parse(&text.map_err(|error| format!("{file}: {error}"))?, file)
    }

    /// Each line is `name<TAB>reason`; lines that start with `#` are for people.
    fn parse(text: &str, file: String) -> Result<Self, Failure> {
        let mut lines = BTreeMap::new();
        for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.starts_with('#')) {
            let cells: Vec<&str> = line.split('\t').collect();
            let [name, reason] = cells.as_slice() else {
                return Err(format!("{file}:{number}: a line is a name and a reason"));
            };
            if reason.trim().is_empty() {
                return Err(format!("{file}:{number}: the reason is missing"));
            }
            if let Some(earlier) = lines.insert((*name).to_owned(), number) {
                return Err(format!("{file}:{number}: line {earlier} says the same"));
            }
        }
        Ok(Self { file, lines })
    }

    /// Whether it is known to be missed.
    pub(super) fn has(&self, name: &str) -> bool {
        self.lines.contains_key(name)
    }

    /// One sentence for each line that nothing needs any more.
    pub(super) fn stale(&self, missed: impl Fn(&str) -> bool) -> Vec<String> {
        let stale = self.lines.iter().filter(|(name, _)| !missed(name));
        let sentence = |(name, number)| format!("{}:{number}: `{name}` is not missed", self.file);
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
