use std::fs;
use std::path::Path;

use cratewright::diagnostic::{DUPLICATE_KEY, MISSING_TARGET};
use tempfile::TempDir;

use super::{Gallery, exhibits};

const TWICE: &str = "swagger: '2.0'\ninfo: {title: A, version: '1'}\npaths: {}\n«paths»: {}\n";

/// A folder with one fixture of one file.
fn fixture(code: &str, text: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir(folder.path().join(code)).expect("a folder");
    fs::write(folder.path().join(code).join("a.yaml"), text).expect("a file");
    folder
}

fn fault(folder: &Path) -> String {
    exhibits(&[&DUPLICATE_KEY], folder).expect_err("a fault")
}

#[test]
fn every_finding_has_a_fixture_and_the_page_shows_what_the_command_prints() {
    Gallery::check().run().expect("the page is up to date");
}

#[test]
fn a_frame_is_shown_as_it_is_printed() {
    let folder = fixture("E0003", TWICE);
    let shown = exhibits(&[&DUPLICATE_KEY], folder.path()).expect("no fault");
    assert!(shown[0].1.contains(" --> a.yaml:4:1\n"), "{}", shown[0].1);
}

#[test]
fn a_finding_without_a_fixture_is_a_fault() {
    let folder = fixture("E0003", TWICE);
    let fault = exhibits(&[&DUPLICATE_KEY, &MISSING_TARGET], folder.path()).expect_err("a fault");
    assert!(fault.contains("E0101: add the folder E0101"), "{fault}");
}

#[test]
fn a_fixture_with_another_finding_first_is_a_fault() {
    let folder = fixture("E0003", &format!("x: {{$ref: '#/y'}}\n{TWICE}").replace("paths: {}\n«", "«"));
    assert!(fault(folder.path()).contains("is found first"));
}

#[test]
fn a_fixture_without_the_finding_is_a_fault() {
    let folder = fixture("E0003", "swagger: '2.0'\ninfo: {title: «A», version: '1'}\npaths: {}\n");
    assert!(fault(folder.path()).contains("nothing is found"));
}

#[test]
fn a_mark_at_another_column_is_a_fault() {
    let folder = fixture("E0003", &TWICE.replace("«paths»", "p«aths»"));
    assert!(
        fault(folder.path()).contains("the finding is at a.yaml:4:1 to 4:6, and `«` at a.yaml:4:2 to 4:6")
    );
}

#[test]
fn a_fixture_without_a_mark_is_a_fault() {
    let folder = fixture("E0003", &TWICE.replace(['«', '»'], ""));
    assert!(fault(folder.path()).contains("`«` and `»` have to be around"));
}

#[test]
fn a_folder_for_no_finding_is_a_fault() {
    let folder = fixture("E0000", TWICE);
    assert!(fault(folder.path()).contains("E0000: there is no such finding"));
}
