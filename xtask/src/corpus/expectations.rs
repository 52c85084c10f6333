//! `tests/corpus/expectations.tsv`: the known shortcomings, one a line, each with its reason. A
//! shortcoming that is not there fails the run, and so does a line that nothing needs any more.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::record::Record;
use crate::{Failure, workspace};

const FILE: &str = "tests/corpus/expectations.tsv";

/// What is known, by document and code.
#[derive(Debug, Default)]
pub(super) struct Expectations {
    lines: BTreeMap<(String, String), usize>,
}

impl Expectations {
    /// Reads the file.
    pub(super) fn read() -> Result<Self, Failure> {
        let path = workspace::root().join(FILE);
        Self::parse(&fs::read_to_string(&path).map_err(|error| format!("{FILE}: {error}"))?)
    }

    /// Each line is `document<TAB>code<TAB>reason`; lines that start with `#` are for people.
    fn parse(text: &str) -> Result<Self, Failure> {
        let mut expectations = Self::default();
        for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.starts_with('#')) {
            let cells: Vec<&str> = line.split('\t').collect();
            let [document, code, reason] = cells.as_slice() else {
                return Err(format!("{FILE}:{number}: a line is a document, a code and a reason"));
            };
            if reason.trim().is_empty() {
                return Err(format!("{FILE}:{number}: the reason is missing"));
            }
            let key = ((*document).to_owned(), (*code).to_owned());
            if let Some(earlier) = expectations.lines.insert(key, number) {
                return Err(format!("{FILE}:{number}: line {earlier} says the same"));
            }
        }
        Ok(expectations)
    }

    /// Whether a document is known to have a fault of this code.
    pub(super) fn has(&self, document: &str, code: &str) -> bool {
        self.lines.contains_key(&(document.to_owned(), code.to_owned()))
    }

    /// What speaks against the run: documents with a fault that nobody expects, and lines that
    /// nothing needs any more. Faults of the codes in `unseen` were not looked for.
    pub(super) fn judge(&self, records: &[Record], unseen: &[&str], corpus: &Path) -> Vec<String> {
        let unexpected = records.iter().flat_map(|record| self.unexpected(record));
        let stale = self.lines.iter().filter_map(|((document, code), number)| {
            let record = records.iter().find(|record| record.document.path == *document);
            let needed = match record {
                None => corpus.join(document).exists(),
                Some(_) if unseen.contains(&code.as_str()) => true,
                Some(record) => record.counting().any(|fault| fault.code == *code),
            };
            (!needed).then(|| format!("{FILE}:{number}: `{code}` of {document} is no longer needed"))
        });
        unexpected.chain(stale).collect()
    }

    /// One sentence for each code that is not expected of the document.
    fn unexpected(&self, record: &Record) -> Vec<String> {
        let path = &record.document.path;
        let mut by_code: BTreeMap<&str, (usize, String)> = BTreeMap::new();
        for fault in record.counting().filter(|fault| !self.has(path, &fault.code)) {
            let first = || (0, format!("{} ({})", fault.message, fault.place));
            by_code.entry(&fault.code).or_insert_with(first).0 += 1;
        }
        let sentence = |(code, (count, first)): (&str, (usize, String))| match count {
            1 => format!("{path}: {code}: {first}"),
            _ => format!("{path}: {code}: {first}, and {} more", count - 1),
        };
        by_code.into_iter().map(sentence).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::documents::Document;
    use crate::corpus::outcome::{Fault, Outcome};

    fn record(path: &str, valid: bool, codes: &[&str]) -> Record {
        let faults = codes.iter().map(|code| Fault::new(code, "why")).collect();
        Record {
            document: Document { path: path.to_owned(), valid, bytes: 0 },
            outcome: Outcome { faults, ..Outcome::default() },
        }
    }

    fn verdict(lines: &str, records: &[Record], unseen: &[&str]) -> usize {
        Expectations::parse(lines).unwrap().judge(records, unseen, Path::new("/nowhere")).len()
    }

    #[test]
    fn a_fault_fails_unless_a_line_has_it() {
        let records = [record("g/a.yaml", true, &["S0320", "S0320"])];
        assert_eq!(verdict("", &records, &[]), 1);
        assert_eq!(verdict("g/a.yaml\tS0320\ttwo bodies\n", &records, &[]), 0);
    }

    #[test]
    fn a_line_that_nothing_needs_fails() {
        let line = "g/a.yaml\tcompile\ta name\n";
        assert_eq!(verdict(line, &[record("g/a.yaml", true, &[])], &[]), 1);
        assert_eq!(verdict(line, &[record("g/a.yaml", true, &[])], &["compile"]), 0);
        assert_eq!(verdict(line, &[record("g/b.yaml", true, &[])], &[]), 1, "there is no such document");
    }

    #[test]
    fn a_broken_document_may_be_refused_but_not_crash() {
        assert_eq!(verdict("", &[record("g/a.yaml", false, &["E0101", "S0211"])], &[]), 0);
        assert_eq!(verdict("", &[record("g/a.yaml", false, &["panic"])], &[]), 1);
        assert_eq!(verdict("", &[record("g/a.yaml", false, &["E0901"])], &[]), 1, "our own defect");
    }

    #[test]
    fn a_line_needs_a_reason() {
        assert!(Expectations::parse("g/a.yaml\tS0320\t \n").is_err());
        assert!(Expectations::parse("g/a.yaml S0320\n").is_err());
    }
}
