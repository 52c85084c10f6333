//! The documents that this project began with, as they were published: no edit, no overlay.
//!
//! They are not part of this repository. Where they are missing, these tests say so and hold nothing.

use std::path::PathBuf;

use cratewright::config::{Config, Document};
use cratewright::diagnostic::Severity;
use cratewright::disk::SourceFolder;
use cratewright::output::Files;

use crate::support::{root, run};

const DOCUMENTS: [&str; 7] = [
    "content-repo.yaml",
    "directory.yaml",
    "login.yaml",
    "membership.yaml",
    "presence.yaml",
    "profile.yaml",
    "sync.yaml",
];

fn folder() -> Option<SourceFolder> {
    let path: PathBuf = root().join("../shared/corpus/matrix-cs-v1-59a4e843/v1");
    let folder = SourceFolder::new(&path, usize::MAX).ok();
    if folder.is_none() {
        println!("left out: {} is not there", path.display());
    }
    folder
}

/// The crate, how many operations it has, and the codes of what was found.
fn generated(source: &SourceFolder, documents: &[&str]) -> (Files, usize, Vec<&'static str>) {
    let documents = documents.iter().map(|path| Document::new(*path)).collect();
    let generated = run(&Config { documents, ..Config::default() }, source);
    assert_eq!(generated.count(Severity::Error), 0, "{:?}", generated.findings);
    assert_eq!(generated.report.operations_generated, generated.report.operations_found);
    let mut codes: Vec<_> = generated.findings.iter().map(|finding| finding.code.id).collect();
    codes.sort_unstable();
    (generated.files, generated.report.operations_generated, codes)
}

#[test]
fn login_alone_has_the_three_outcomes_of_the_document() {
    let Some(source) = folder() else { return };
    let (files, operations, findings) = generated(&source, &["login.yaml"]);
    assert_eq!(operations, 1);
    assert_eq!(findings, [""; 0]);
    let text = files.get("src/login/post_login.rs").unwrap_or_default();
    for expected in [
        "pub struct Request {",
        "pub username: String,",
        "pub password: String,",
        "pub fn new(username: impl Into<String>, password: impl Into<String>) -> Self {",
        "pub struct Response {",
        "pub user_id: Option<String>,",
        "pub access_token: Option<String>,",
        "pub home_server: Option<String>,",
        "    Forbidden(RawBody),",
        "    TooManyRequests(types::Error),",
        "    Undocumented(UndocumentedResponse),",
        "security: security::AccessToken::ALONE,",
    ] {
        assert!(text.contains(expected), "`{expected}` is not in\n{text}");
    }
    let error = files.get("src/types/error.rs").unwrap_or_default();
    assert!(
        error.contains("pub errcode: String,") && error.contains("pub error: Option<String>,"),
        "{error}"
    );
}

#[test]
fn all_seven_in_one_crate_share_one_error() {
    let Some(source) = folder() else { return };
    let (files, operations, findings) = generated(&source, &DOCUMENTS);
    assert_eq!(operations, 21);
    // Two examples in the documents are not JSON, and one is not what its schema says.
    assert_eq!(findings, ["W0305", "W0305", "W0306"]);
    let types: Vec<_> =
        files.iter().map(|(path, _)| path).filter(|path| path.starts_with("src/types/")).collect();
    assert_eq!(
        types,
        [
            "src/types/error.rs",
            "src/types/event.rs",
            "src/types/mod.rs",
            "src/types/room_event.rs",
            "src/types/state_event.rs",
        ]
    );
    let definitions = files.iter().filter(|(path, _)| path.starts_with("src/types/"));
    let errors: usize = definitions.map(|(_, text)| text.matches("pub struct Error {").count()).sum();
    assert_eq!(errors, 1);
}
