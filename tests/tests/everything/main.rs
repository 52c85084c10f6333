//! One of each thing that is hard to generate: the crate that comes out compiles without a warning,
//! and passes its own contract tests, whichever documents are in it.

mod built;
mod features;

use std::path::Path;

use cratewright::config::{Document, Package};

use built::cargo;

#[test]
fn the_crate_of_everything_has_no_warnings_and_passes_its_own_tests() {
    let documents = [
        "everything.yaml",
        "alternatives.yaml",
        "constraints.yaml",
        "queries.yaml",
        "unlucky.yaml",
        "hostile.yaml",
    ];
    let package = Package { name: "everything".to_owned(), ..Package::default() };
    let crate_folder = built::written(package, documents.map(Document::new).to_vec());
    let wire = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/constraints.rs");
    std::fs::copy(wire, crate_folder.join("tests/constraints.rs")).expect("a test of the crate");
    cargo(&crate_folder, "test --quiet --no-default-features --features client,server");
    cargo(&crate_folder, "doc --quiet --no-deps --no-default-features --features client,server");
    for features in ["--features client", "--features server", "--lib"] {
        cargo(&crate_folder, &format!("check --quiet --no-default-features {features}"));
    }
}
