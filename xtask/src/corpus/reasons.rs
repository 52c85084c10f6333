//! A table of what is known and why, one thing a line: `document<TAB>word<TAB>reason`. Lines that
//! start with `#` are for people.

use std::collections::BTreeMap;
use std::fs;

use crate::{Failure, workspace};

/// What is known, by document and word.
#[derive(Debug)]
pub(super) struct Reasons {
    file: &'static str,
    lines: BTreeMap<(String, String), usize>,
}

impl Reasons {
    /// Reads a file of this repository. The second cell of a line is `what`.
    pub(super) fn read(file: &'static str, what: &str) -> Result<Self, Failure> {
        let text = fs::read_to_string(workspace::root().join(file));
        Self::parse(file, what, &text.map_err(|error| format!("{file}: {error}"))?)
    }

    pub(super) fn parse(file: &'static str, what: &str, text: &str) -> Result<Self, Failure> {
        let mut lines = BTreeMap::new();
        for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.starts_with('#')) {
            let cells: Vec<&str> = line.split('\t').collect();
            let [document, word, reason] = cells.as_slice() else {
                return Err(format!("{file}:{number}: a line is a document, {what} and a reason"));
            };
            if reason.trim().is_empty() {
                return Err(format!("{file}:{number}: the reason is missing"));
            }
            let key = ((*document).to_owned(), (*word).to_owned());
            if let Some(earlier) = lines.insert(key, number) {
                return Err(format!("{file}:{number}: line {earlier} says the same"));
            }
        }
        Ok(Self { file, lines })
    }

    /// Whether there is a line for a document and a word.
    pub(super) fn has(&self, document: &str, word: &str) -> bool {
        self.lines.contains_key(&(document.to_owned(), word.to_owned()))
    }

    /// A sentence for each line that nothing needs.
    pub(super) fn stale(&self, needed: impl Fn(&str, &str) -> bool) -> Vec<String> {
        let stale = self.lines.iter().filter(|((document, word), _)| !needed(document, word));
        let sentence = |((document, word), number): (&(String, String), &usize)| {
            format!("{}:{number}: `{word}` of {document} is no longer needed", self.file)
        };
        stale.map(sentence).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_needs_a_reason() {
        let parse = |text| Reasons::parse("list.tsv", "a code", text);
        assert!(parse("g/a.yaml\tS0320\t \n").is_err());
        assert!(parse("g/a.yaml S0320\n").is_err());
        assert!(parse("# for people\ng/a.yaml\tS0320\ttwo bodies\n").is_ok());
    }

    #[test]
    fn nothing_is_said_twice() {
        assert!(Reasons::parse("list.tsv", "a code", "a\tb\tone\na\tb\tanother\n").is_err());
    }
}
