//! The report that schemathesis writes: how many cases there were, and what it found.

use std::fs;
use std::path::Path;

use serde::Deserialize;

use super::super::suite::Score;
use crate::Failure;

#[derive(Debug, Deserialize)]
struct Report {
    test_cases: Cases,
    failures: Vec<Finding>,
    errors: Vec<serde_json::Value>,
}

#[derive(Debug, Deserialize)]
struct Cases {
    generated: usize,
    with_failures: usize,
    errored: usize,
}

/// Failures of one kind.
#[derive(Debug, Deserialize)]
struct Finding {
    title: String,
    operations: Vec<String>,
}

/// Reads the report of a document.
pub(super) fn read(file: &Path, document: &str) -> Result<Score, Failure> {
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    score(&text, document).map_err(|error| format!("{}: {error}", file.display()))
}

fn score(report: &str, document: &str) -> serde_json::Result<Score> {
    let Report { test_cases, failures, errors } = serde_json::from_str(report)?;
    let failed = test_cases.with_failures + test_cases.errored;
    let found =
        |finding: &Finding| format!("{document}: {}: {}", finding.title, finding.operations.join(", "));
    let mut faults: Vec<String> = failures.iter().map(found).collect();
    // Such as an answer that never came.
    faults.extend(errors.iter().map(|error| format!("{document}: {error}")));
    let cases = test_cases.generated;
    if cases == 0 {
        faults.push(format!("{document}: there were no cases"));
    }
    Ok(Score { cases, passed: cases.saturating_sub(failed), faults })
}

#[cfg(test)]
mod tests {
    use super::score;

    #[test]
    fn each_finding_and_each_error_is_a_fault() {
        let report = r#"{
            "test_cases": {"generated": 9, "with_failures": 2, "errored": 1},
            "failures": [{"title": "Server error", "operations": ["GET /a", "GET /b"]}],
            "errors": ["Read timed out"]
        }"#;
        let score = score(report, "pets").unwrap();
        assert_eq!((score.cases, score.passed), (9, 6));
        assert_eq!(score.faults, ["pets: Server error: GET /a, GET /b", r#"pets: "Read timed out""#]);
    }

    #[test]
    fn a_document_without_cases_proves_nothing() {
        let report = r#"{"test_cases": {"generated": 0, "with_failures": 0, "errored": 0}, "failures": [], "errors": []}"#;
        assert_eq!(score(report, "pets").unwrap().faults, ["pets: there were no cases"]);
    }
}
