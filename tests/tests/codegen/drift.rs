//! A change of a document changes what depends on it, and nothing else. What `cargo xtask codegen`
//! makes of that on a disk is held by `xtask/tests/drift.rs`.

use std::collections::BTreeSet;

use cratewright::disk::Project;

use crate::support::{Edited, differing, files, project, run};

#[test]
fn every_operation_is_generated() {
    let Project { config, source, .. } = project();
    let report = run(&config, &source).report;
    assert_eq!(report.documents, config.documents.len());
    assert!(report.operations_found > 21, "version 1 alone has 21");
    assert_eq!(report.operations_generated, report.operations_found);
}

/// Four documents refer to the definition. They name the type and do not repeat its members.
#[test]
fn a_member_that_becomes_required_changes_its_type_alone() {
    let Project { config, source, .. } = project();
    let path = "matrix/client-server/v1/definitions/error.yaml";
    let edited = Edited { folder: &source, path, from: "[\"errcode\"]", to: "[\"errcode\", \"error\"]" };
    let (before, after) = (files(&config, &source), files(&config, &edited));
    assert_eq!(differing(&before, &after), ["src/types/error.rs"]);
    let text =
        |files: &cratewright::output::Files| files.get("src/types/error.rs").unwrap_or_default().to_owned();
    assert!(text(&before).contains("pub error: Option<String>,"));
    assert!(text(&after).contains("pub error: String,"));
}

/// The sample of the contract tests has the new member, so that both sides are tested with it.
#[test]
fn a_new_member_changes_its_type_and_the_samples_of_it() {
    let Project { config, source, .. } = project();
    let path = "matrix/client-server/v1/definitions/error.yaml";
    let edited = Edited {
        folder: &source,
        path,
        from: "properties:\n",
        to: "properties:\n  retry_after_ms:\n    type: integer\n",
    };
    let (before, after) = (files(&config, &source), files(&config, &edited));
    let changed = differing(&before, &after);
    let (samples, others): (Vec<_>, Vec<_>) =
        changed.into_iter().partition(|path: &&str| path.starts_with("tests/contract/"));
    assert_eq!(others, ["src/types/error.rs"]);
    let documents: BTreeSet<_> = samples.iter().filter_map(|path| path.split('/').nth(2)).collect();
    assert_eq!(documents.into_iter().collect::<Vec<_>>(), ["login", "membership", "presence", "profile"]);
}
