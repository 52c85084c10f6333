//! What is read from a disk and what is written to it: nothing outside of the folders, nothing of
//! other people's, and nothing that would be the same.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use cratewright::config::{Config, Document};
use cratewright::disk::{OutputFolder, SourceFolder, common_folder};
use cratewright::output::{Files, Plan};
use cratewright::source::{LoadError, Loader};
use tempfile::TempDir;

fn folder() -> TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

fn put(folder: &TempDir, path: &str, text: &str) {
    let path = folder.path().join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}

fn files(entries: &[(&str, &str)]) -> Files {
    let mut files = Files::new();
    entries.iter().for_each(|(path, text)| files.insert(*path, text));
    files
}

/// Writes the files as a run does, and gives what it did.
fn write(folder: &TempDir, files: &Files) -> std::io::Result<Plan> {
    let output = OutputFolder::new(folder.path());
    let plan = Plan::new(&output.read()?, files);
    output.apply(&plan, files)?;
    Ok(plan)
}

fn modified(path: &Path) -> SystemTime {
    path.metadata().and_then(|metadata| metadata.modified()).expect("a file")
}

#[test]
fn only_what_changed_is_written_and_what_is_stale_goes() {
    let out = folder();
    write(&out, &files(&[("src/a.rs", "a"), ("src/b.rs", "b"), ("src/old/c.rs", "c")])).expect("written");
    put(&out, "src/notes.txt", "mine");
    let before = modified(&out.path().join("src/a.rs"));

    let plan = write(&out, &files(&[("src/a.rs", "a"), ("src/b.rs", "B")])).expect("written");
    assert_eq!(plan.changed, ["src/b.rs"]);
    assert_eq!(plan.removed, ["src/old/c.rs"]);
    assert_eq!(modified(&out.path().join("src/a.rs")), before);
    assert!(!out.path().join("src/old").exists(), "the folder is empty");
    assert!(out.path().join("src/notes.txt").exists(), "it is not ours");
    assert!(write(&out, &files(&[("src/a.rs", "a"), ("src/b.rs", "B")])).expect("written").is_empty());
}

#[test]
fn a_package_within_the_folder_and_a_build_folder_are_left_alone() {
    let out = folder();
    let inner = files(&[("inner/Cargo.toml", "[package]"), ("inner/src/lib.rs", ""), ("target/lib.rs", "")]);
    write(&out, &inner).expect("written");
    put(&out, "target/CACHEDIR.TAG", "");
    let plan = write(&out, &files(&[("src/lib.rs", "")])).expect("written");
    assert_eq!(plan.removed, [""; 0]);
}

#[test]
fn a_failing_run_leaves_every_old_file_whole() {
    let out = folder();
    write(&out, &files(&[("src/a.rs", "a"), ("src/b.rs", "b")])).expect("written");
    let before = fs::read(out.path().join("src/a.rs")).expect("a file");
    // A file where a folder has to be is noticed after the first text was staged.
    put(&out, "src/z", "mine");
    write(&out, &files(&[("src/a.rs", "A"), ("src/z/mod.rs", "z")])).expect_err("a file is in the way");
    assert_eq!(fs::read(out.path().join("src/a.rs")).expect("a file"), before);
    assert_eq!(fs::read_dir(out.path().join("src")).expect("a folder").count(), 3, "nothing is left over");
}

#[test]
fn no_path_leads_out_of_the_output() {
    let out = folder();
    for path in ["../a.rs", "/etc/a.rs", "src/../../a.rs", "src\\..\\a.rs", ""] {
        let error = write(&out, &files(&[(path, "")])).expect_err(path);
        assert!(error.to_string().contains("leads out of the output folder"), "{error}");
    }
}

#[test]
fn no_file_has_the_name_of_a_device() {
    let out = folder();
    for path in ["src/con.rs", "src/AUX/mod.rs", "NUL", "src/a.rs:stream", "src/a\0.rs", "src/lpt9.tar.gz"] {
        let error = write(&out, &files(&[(path, "")])).expect_err(path);
        assert!(error.to_string().contains("is no name of a file"), "{error}");
    }
    assert_eq!(fs::read_dir(out.path()).expect("a folder").count(), 0);
}

#[cfg(unix)]
#[test]
fn symbolic_links_in_the_output_are_not_followed() {
    let (out, elsewhere) = (folder(), folder());
    put(&elsewhere, "lib.rs", "mine");
    fs::create_dir_all(out.path().join("tests")).expect("a folder");
    std::os::unix::fs::symlink(elsewhere.path(), out.path().join("src")).expect("a link");
    std::os::unix::fs::symlink(elsewhere.path().join("lib.rs"), out.path().join("tests/lib.rs"))
        .expect("a link");

    write(&out, &files(&[("src/lib.rs", "")])).expect_err("a folder that is a link");
    let new = files(&[("tests/lib.rs", "")]);
    let plan = Plan::new(&OutputFolder::new(out.path()).read().expect("read"), &new);
    assert_eq!(plan.conflicts.foreign, ["tests/lib.rs"]);
    // Even with --force, it is the link that is replaced.
    OutputFolder::new(out.path()).apply(&plan, &new).expect("written");
    assert_eq!(fs::read_to_string(elsewhere.path().join("lib.rs")).expect("a file"), "mine");
}

#[test]
fn a_source_folder_reads_what_is_in_it_and_no_more_than_its_limit() {
    let specs = folder();
    put(&specs, "v1/login.yaml", "swagger: '2.0'");
    put(&specs, ".git/config", "");
    let source = SourceFolder::new(specs.path(), 14).expect("a folder");
    assert_eq!(source.files().expect("listed"), ["v1/login.yaml"]);
    assert_eq!(source.load("v1/login.yaml").expect("loaded"), b"swagger: '2.0'");
    assert!(matches!(source.load("v1/nothing.yaml"), Err(LoadError::NotFound)));
    let smaller = SourceFolder::new(specs.path(), 13).expect("a folder");
    assert!(matches!(smaller.load("v1/login.yaml"), Err(LoadError::TooLarge { limit: 13 })));
}

#[cfg(unix)]
#[test]
fn symbolic_links_do_not_lead_out_of_the_source() {
    let (specs, elsewhere) = (folder(), folder());
    put(&elsewhere, "secret.yaml", "password: hunter2");
    put(&specs, "a.yaml", "a");
    std::os::unix::fs::symlink(elsewhere.path().join("secret.yaml"), specs.path().join("b.yaml"))
        .expect("a link");
    std::os::unix::fs::symlink(elsewhere.path(), specs.path().join("c")).expect("a link");
    std::os::unix::fs::symlink("a.yaml", specs.path().join("d.yaml")).expect("a link");

    let source = SourceFolder::new(specs.path(), 100).expect("a folder");
    assert!(matches!(source.load("b.yaml"), Err(LoadError::OutsideRoot)));
    assert!(matches!(source.load("c/secret.yaml"), Err(LoadError::OutsideRoot)));
    assert!(matches!(source.load("../secret.yaml"), Err(LoadError::OutsideRoot | LoadError::NotFound)));
    assert_eq!(source.load("d.yaml").expect("it stays within"), b"a");
}

/// A pipe that nobody writes to would be read for ever.
#[cfg(unix)]
#[test]
fn only_files_are_read_from_the_source() {
    let specs = folder();
    put(&specs, "folder.yaml/a.yaml", "a");
    let pipe = specs.path().join("pipe.yaml");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("a pipe").success());
    let source = SourceFolder::new(specs.path(), 100).expect("a folder");
    assert!(matches!(source.load("folder.yaml"), Err(LoadError::NotAFile)));
    assert!(matches!(source.load("pipe.yaml"), Err(LoadError::NotAFile)));
}

/// Overlays are read from where documents are, and nowhere else.
#[cfg(unix)]
#[test]
fn overlays_stay_within_the_source() {
    let (specs, elsewhere) = (folder(), folder());
    put(&specs, "a.yaml", "swagger: '2.0'\ninfo: {title: A, version: '1'}\npaths: {}\n");
    put(&elsewhere, "overlay.yaml", "overlay: 1.0.0\ninfo: {title: O, version: '1'}\nactions: []\n");
    std::os::unix::fs::symlink(elsewhere.path().join("overlay.yaml"), specs.path().join("link.yaml"))
        .expect("a link");
    let outside = elsewhere.path().join("overlay.yaml");
    for overlay in
        ["link.yaml", "../overlay.yaml", "https://api.example/overlay.yaml", &*outside.to_string_lossy()]
    {
        let overlays = vec![overlay.to_owned()];
        let config = Config { documents: vec![Document::new("a.yaml")], overlays, ..Config::default() };
        let source = SourceFolder::new(specs.path(), 1000).expect("a folder");
        let generated = cratewright::generate(&config.sources(&source), &config);
        let codes: Vec<_> = generated.findings.iter().map(|finding| finding.code.id).collect();
        assert_eq!(codes, ["E0001"], "{overlay}");
    }
}

#[test]
fn what_others_have_in_the_folder_outlives_an_exchange() {
    let out = folder();
    write(&out, &files(&[("src/a.rs", "a"), ("tests/b.rs", "b")])).expect("written");
    put(&out, "notes/today.txt", "mine");
    fs::create_dir(out.path().join("empty")).expect("a folder");
    let before = modified(&out.path().join("notes/today.txt"));
    write(&out, &files(&[("src/a.rs", "A")])).expect("written");
    assert_eq!(fs::read_to_string(out.path().join("notes/today.txt")).expect("a file"), "mine");
    assert_eq!(modified(&out.path().join("notes/today.txt")), before);
    assert!(out.path().join("empty").exists() && !out.path().join("tests").exists());
}

#[test]
fn what_a_killed_run_has_left_is_cleared_away() {
    let parent = folder();
    let out = parent.path().join("out");
    let left = parent.path().join(".out.cratewright-left");
    fs::create_dir_all(left.join("src")).expect("a folder");
    fs::write(left.join("notes.txt"), "written meanwhile").expect("a file");
    let new = files(&[("src/a.rs", "a")]);
    fs::write(left.join("src/a.rs"), new.get("src/a.rs").expect("a text")).expect("a file");
    let output = OutputFolder::new(&out);
    output.apply(&Plan::new(&output.read().expect("read"), &new), &new).expect("written");
    assert!(!left.exists());
    assert_eq!(fs::read_to_string(out.join("notes.txt")).expect("a file"), "written meanwhile");
}

#[test]
fn the_common_folder_of_documents() {
    let specs = folder();
    put(&specs, "api/v1/a.yaml", "");
    put(&specs, "api/v10/b.yaml", "");
    let root = specs.path().canonicalize().expect("a folder");
    let (one, other) = (root.join("api/v1/a.yaml"), root.join("api/v10/b.yaml"));
    let common = common_folder([one.as_path()]).expect("found");
    assert_eq!(common, Some(root.join("api/v1")));
    let common = common_folder([one.as_path(), other.as_path()]).expect("found");
    assert_eq!(common, Some(root.join("api")));
}
