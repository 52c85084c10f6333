//! `cargo xtask corpus DIR --verdicts`: whether `cratewright check` calls those documents valid that
//! the index calls valid. A disagreement is a line of `tests/corpus/verdicts.tsv`, with our verdict
//! and the reason; one without a line fails, and so does a line without one.

use std::path::Path;

use cratewright::config::{self, Config};
use cratewright::diagnostic::{Diagnostic, Severity};
use cratewright::disk::SourceFolder;

use super::documents::{self, Document};
use super::reasons::Reasons;
use super::{Corpus, finish, parallel, progress};
use crate::Failure;

const FILE: &str = "tests/corpus/verdicts.tsv";

/// What `check` says of a document.
#[derive(Debug)]
struct Verdict {
    valid: bool,
    /// The first error.
    why: String,
}

/// Prints how often the two agree; gives what speaks against the run.
pub(super) fn run(corpus: &Corpus) -> Result<Vec<String>, Failure> {
    let reasons = Reasons::read(FILE, "our verdict")?;
    let documents = documents::wanted(corpus)?;
    let bar = progress("check", documents.len());
    let verdicts = parallel::map(&documents, corpus.jobs(), |document| {
        let verdict = check(&corpus.dir, document);
        bar.inc(1);
        verdict
    })?;
    finish(&bar);
    let judged: Vec<_> = documents.iter().zip(verdicts).collect();
    let agreed = judged.iter().filter(|(document, verdict)| document.valid == verdict.valid).count();
    let share = 100.0 * agreed as f64 / judged.len() as f64;
    println!("verdicts: {agreed} of {} agree, {share:.2} %", judged.len());
    Ok(judge(&judged, &reasons, &corpus.dir))
}

fn check(corpus: &Path, document: &Document) -> Result<Verdict, Failure> {
    let config = Config { documents: vec![config::Document::new(document.in_group())], ..Config::default() };
    let folder = SourceFolder::new(&corpus.join(document.group()), config.limits.file_bytes);
    let folder = folder.map_err(|error| error.to_string())?;
    let checked = cratewright::check(&config.sources(&folder), &config);
    let error = checked.findings.iter().find(|finding| finding.severity == Severity::Error);
    let words = |finding: &Diagnostic| format!("{}: {}", finding.code.id, finding.message);
    Ok(Verdict { valid: checked.is_valid(), why: error.map(words).unwrap_or_default() })
}

/// Disagreements that no line explains, and lines that nothing needs any more.
fn judge(judged: &[(&Document, Verdict)], reasons: &Reasons, corpus: &Path) -> Vec<String> {
    let differs = |document: &Document, verdict: &Verdict| document.valid != verdict.valid;
    let unexplained = judged.iter().filter(|(document, verdict)| {
        differs(document, verdict) && !reasons.has(&document.path, word(verdict))
    });
    let unexplained = unexplained.map(|(document, verdict)| match verdict.valid {
        true => format!("{}: nothing was found in a document that is not valid", document.path),
        false => format!("{}: {}", document.path, verdict.why),
    });
    let stale = reasons.stale(|path, ours| match judged.iter().find(|(document, _)| document.path == path) {
        None => corpus.join(path).exists(),
        Some((document, verdict)) => differs(document, verdict) && word(verdict) == ours,
    });
    unexplained.chain(stale).collect()
}

fn word(verdict: &Verdict) -> &'static str {
    if verdict.valid { "valid" } else { "invalid" }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(lines: &str, theirs: bool, ours: bool) -> usize {
        let reasons = Reasons::parse(FILE, "our verdict", lines).unwrap();
        let document = Document { path: "g/a.yaml".to_owned(), valid: theirs, bytes: 0 };
        let ours = Verdict { valid: ours, why: String::new() };
        judge(&[(&document, ours)], &reasons, Path::new("/nowhere")).len()
    }

    #[test]
    fn a_disagreement_fails_unless_a_line_explains_it() {
        assert_eq!(verdict("", true, true), 0);
        assert_eq!(verdict("", true, false), 1);
        assert_eq!(verdict("g/a.yaml\tinvalid\tthe specification forbids it\n", true, false), 0);
    }

    #[test]
    fn a_line_that_nothing_needs_fails() {
        assert_eq!(verdict("g/a.yaml\tinvalid\twhy\n", true, true), 1);
        assert_eq!(verdict("g/a.yaml\tvalid\twhy\n", true, false), 2, "it is the other way round");
        assert_eq!(verdict("g/b.yaml\tvalid\twhy\n", true, true), 1, "there is no such document");
    }
}
