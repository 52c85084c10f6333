//! Documents as features of the package: a crate has no warning, whichever of them it is built with, and
//! passes the tests of those that are there.

use cratewright::config::{Document, Features, Package};

use crate::built::{cargo, written};

#[test]
fn a_crate_of_some_documents_has_no_warnings_and_passes_their_tests() {
    let package = Package { name: "parts".to_owned(), features: Features::Documents, ..Package::default() };
    let later = |path: &str| Document { namespace: Some("later".to_owned()), ..Document::new(path) };
    let split = Document { split_by_tags: true, ..Document::new("hostile.yaml") };
    let documents =
        vec![Document::new("everything.yaml"), split, later("alternatives.yaml"), later("queries.yaml")];
    let crate_folder = written(package, documents);
    let run = |command: &str| cargo(&crate_folder, &format!("{command} --no-default-features"));
    // None at all, and then one after the other in place of all of them.
    run("check --quiet");
    run("check --quiet --all-targets --features client,server");
    run("check --quiet --features client,everything");
    run("check --quiet --features server,later-alternatives");
    run("test --quiet --features client,server,later-queries");
    run("check --quiet --all-targets --features client,server,everything,later");
    run("check --quiet --all-targets --features client,server,documents");
    run("doc --quiet --no-deps --features client,server,documents");
}
