//! `tests/corpus/expectations.tsv`: the known shortcomings, one a line, each with its reason. A
//! shortcoming that is not there fails the run, and so does a line that nothing needs any more.

use std::collections::BTreeMap;
use std::path::Path;

use super::reasons::Reasons;
use super::record::Record;
use crate::Failure;

const FILE: &str = "tests/corpus/expectations.tsv";

/// What is known.
#[derive(Debug)]
pub(super) struct Expectations(Reasons);

impl Expectations {
    /// Reads the file.
    pub(super) fn read() -> Result<Self, Failure> {
        Reasons::read(FILE, "a code").map(Self)
    }

    /// Whether a document is known to have a fault of this code.
    pub(super) fn has(&self, document: &str, code: &str) -> bool {
        self.0.has(document, code)
    }

    /// What speaks against the run: documents with a fault that nobody expects, and lines that
    /// nothing needs any more. Faults of the codes in `unseen` were not looked for.
    pub(super) fn judge(&self, records: &[Record], unseen: &[&str], corpus: &Path) -> Vec<String> {
        let unexpected = records.iter().flat_map(|record| self.unexpected(record));
        let stale = self.0.stale(|document, code| {
            match records.iter().find(|record| record.document.path == document) {
                None => corpus.join(document).exists(),
                Some(_) if unseen.contains(&code) => true,
                Some(record) => record.counting().any(|fault| fault.code == code),
            }
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
        Expectations(Reasons::parse(FILE, "a code", lines).unwrap())
            .judge(records, unseen, Path::new("/nowhere"))
            .len()
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
}
