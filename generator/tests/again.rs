//! A run after one that did the same: it writes nothing, and says what that one said.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

/// A document with a finding: a path parameter has to say that it is required.
const PETS: &str = "\
swagger: '2.0'
info: {title: Pets, version: '1'}
paths:
  /pets/{name}:
    get:
      parameters: [{in: path, name: name, type: string}]
      responses: {204: {description: There it is.}}
    delete:
      parameters: [{in: path, name: name, type: string, required: true}]
      responses: {204: {description: It is gone.}}
";

/// A project of Cargo, with a place for what is built.
fn project() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir(folder.path().join("target")).expect("a folder");
    fs::write(folder.path().join("target/CACHEDIR.TAG"), "").expect("a file");
    fs::write(folder.path().join("pets.yaml"), PETS).expect("a file");
    folder
}

fn generate(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_cratewright"))
        .args(["generate", "pets.yaml", "--out", "crate"])
        .args(arguments)
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .env_remove("COLUMNS")
        .output()
        .expect("the command runs")
}

/// The findings of a run, and what it did but for the time that it took.
fn said(output: &Output) -> (String, String) {
    assert!(output.status.success(), "{output:?}");
    let stdout = String::from_utf8_lossy(&output.stdout).into_owned();
    let (did, rest) = stdout.split_once(" in ").expect("the time");
    let (_, wrote) = rest.split_once("; ").expect("what was written");
    (String::from_utf8_lossy(&output.stderr).into_owned(), format!("{did}; {}", wrote.trim_end()))
}

fn edit(folder: &Path, path: &str, from: &str, to: &str) {
    let path = folder.join(path);
    let text = fs::read_to_string(&path).expect("a file");
    assert!(text.contains(from), "{text}");
    fs::write(path, text.replacen(from, to, 1)).expect("a file");
}

#[test]
fn the_findings_are_shown_again() {
    let folder = project();
    let (first, second, third) =
        (generate(folder.path(), &[]), generate(folder.path(), &[]), generate(folder.path(), &[]));
    let (findings, _) = said(&first);
    assert!(findings.contains("must say `required: true`"), "{findings}");
    let (again, did) = said(&second);
    assert_eq!(again, findings);
    assert!(did.starts_with("1 document, 2 of 2 operations, 0 types; 0 files written, "), "{did}");
    assert!(did.ends_with(" unchanged, 0 removed"), "{did}");
    assert_eq!(said(&third), said(&second));
    // For a program they are another text.
    let json = generate(folder.path(), &["--message-format", "json"]);
    assert!(String::from_utf8_lossy(&json.stdout).starts_with('{'), "{json:?}");
}

#[test]
fn a_rule_about_findings_is_kept_the_second_time_too() {
    let folder = project();
    generate(folder.path(), &[]);
    assert_eq!(generate(folder.path(), &["--deny", "warnings"]).status.code(), Some(1));
}

#[test]
fn what_has_changed_since_is_seen() {
    let folder = project();
    generate(folder.path(), &[]);
    edit(folder.path(), "pets.yaml", "name, type: string}]", "name, type: string, required: true}]");
    let (findings, _) = said(&generate(folder.path(), &[]));
    assert_eq!(findings, "");
    fs::remove_file(folder.path().join("crate/src/lib.rs")).expect("there was one");
    let (_, did) = said(&generate(folder.path(), &[]));
    assert!(did.contains("1 file written"), "{did}");
}

/// From what each file was printed is noted from the first run on.
#[test]
fn the_next_run_knows_what_was_printed() {
    let folder = project();
    generate(folder.path(), &[]);
    let notes = fs::read_dir(folder.path().join("target/cratewright")).expect("the notes");
    let names: Vec<_> = notes.flatten().map(|note| note.file_name().into_string().expect("text")).collect();
    assert!(names.iter().any(|name| name.ends_with(".printed")), "{names:?}");
    edit(folder.path(), "pets.yaml", "It is gone.", "It is not there any more.");
    let (_, did) = said(&generate(folder.path(), &[]));
    assert!(did.contains(" 1 file written, "), "{did}");
}

#[test]
fn an_edit_of_the_crate_is_not_taken_for_the_crate() {
    let folder = project();
    generate(folder.path(), &[]);
    edit(folder.path(), "crate/src/client.rs", "impl", "// mine\nimpl");
    assert_eq!(generate(folder.path(), &[]).status.code(), Some(1));
    said(&generate(folder.path(), &["--force"]));
    let text = fs::read_to_string(folder.path().join("crate/src/client.rs")).expect("the client");
    assert!(!text.contains("// mine"));
}
