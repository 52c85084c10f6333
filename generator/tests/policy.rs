//! What `deny` and `allow` make of findings.

use cratewright::config::{Config, Document, Policy};
use cratewright::diagnostic::Severity;
use cratewright::source::MemoryLoader;
use cratewright::{Generated, generate};

/// Has `W0221`, a key that nobody knows, and `W0304`, one `operationId` twice.
const WARNED: &str = "
swagger: '2.0'
info: {title: A, version: '1'}
paths:
  /a: {get: {operationId: a, sumary: A., responses: {200: {description: A.}}}}
  /b: {get: {operationId: a, responses: {200: {description: B.}}}}
";

/// The codes that are left, those of errors with a `!`; and whether a crate was made.
fn judged(document: &str, deny: &[&str], allow: &[&str]) -> (Vec<String>, bool) {
    let rules = |names: &[&str]| names.iter().map(|name| name.parse().expect("a rule")).collect();
    let config = Config {
        documents: vec![Document::new("a.yaml")],
        policy: Policy { deny: rules(deny), allow: rules(allow) },
        ..Config::default()
    };
    let loader = MemoryLoader::new().with("a.yaml", document);
    let Generated { files, findings, .. } = generate(&config.sources(&loader), &config);
    let codes = findings.iter().map(|found| match found.severity {
        Severity::Error => format!("{}!", found.code.id),
        _ => found.code.id.to_owned(),
    });
    (codes.collect(), !files.is_empty())
}

fn codes(deny: &[&str], allow: &[&str]) -> Vec<String> {
    judged(WARNED, deny, allow).0
}

#[test]
fn what_is_allowed_is_not_shown() {
    assert_eq!(codes(&[], &[]), ["W0221", "W0304"]);
    assert_eq!(codes(&[], &["W0221"]), ["W0304"]);
    assert!(codes(&[], &["warnings"]).is_empty());
}

#[test]
fn what_is_denied_is_an_error_and_nothing_is_generated() {
    assert_eq!(judged(WARNED, &["W0304"], &[]), (vec!["W0221".to_owned(), "W0304!".to_owned()], false));
}

#[test]
fn of_two_rules_the_narrower_wins_and_of_two_alike_the_one_that_denies() {
    assert_eq!(codes(&["warnings"], &["W0221"]), ["W0304!"]);
    assert_eq!(codes(&["W0221"], &["warnings"]), ["W0221!"]);
    assert_eq!(codes(&["W0221"], &["W0221", "W0304"]), ["W0221!", "W0509"]);
    assert_eq!(codes(&["warnings"], &["warnings"]), ["W0221!", "W0304!", "W0509!"]);
}

#[test]
fn an_allowance_that_nothing_needs_is_a_finding_that_can_be_denied_and_allowed() {
    assert_eq!(codes(&[], &["W0221", "W0305"]), ["W0304", "W0509"]);
    assert_eq!(codes(&["W0509"], &["W0305"]), ["W0221", "W0304", "W0509!"]);
    assert_eq!(codes(&[], &["W0305", "W0509"]), ["W0221", "W0304"]);
}

#[test]
fn a_run_with_errors_says_nothing_of_allowances() {
    let broken = WARNED.replace("sumary: A.", "parameters: {}");
    assert_eq!(judged(&broken, &[], &["W0305"]).0, ["E0203!"]);
}
