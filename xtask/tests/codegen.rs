//! `cargo xtask codegen` on a copy of this repository, as far as generating needs one.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::SystemTime;

/// A copy of the documents and the configuration, and the crate that comes of them.
struct Checkout(PathBuf);

const DEFINITION: &str = "specs/matrix/client-server/v1/definitions/error.yaml";
const LOGIN: &str = "specs/matrix/client-server/v1/login.yaml";

impl Checkout {
    /// A new copy, generated. Always at the same path, so that what Cargo built of the last is of use.
    fn new(name: &str) -> Self {
        let here = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
        let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        for folder in ["specs", "generated"] {
            let _ = fs::remove_dir_all(copy.join(folder));
        }
        copy_folder(&here.join("specs"), &copy.join("specs"));
        for file in ["cratewright.toml", "Cargo.lock"] {
            fs::copy(here.join(file), copy.join(file)).expect("copied");
        }
        let workspace = "[workspace]\nresolver = \"3\"\nmembers = [\"generated\"]\n";
        fs::write(copy.join("Cargo.toml"), workspace).expect("a file");
        let checkout = Self(copy);
        let (code, said) = checkout.codegen(&[]);
        assert_eq!(code, Some(0), "{said}");
        checkout
    }

    fn edit(&self, path: &str, from: &str, to: &str) {
        let path = self.0.join(path);
        let text = fs::read_to_string(&path).expect("a file");
        assert!(text.contains(from), "`{from}` is not in {}", path.display());
        fs::write(path, text.replace(from, to)).expect("written");
    }

    /// `cargo xtask codegen …`: its exit code, and what it prints.
    fn codegen(&self, arguments: &[&str]) -> (Option<i32>, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        command.arg("codegen").args(arguments).env("NO_COLOR", "1");
        // As Cargo does for what it runs.
        command.env("CARGO_MANIFEST_DIR", self.0.join("xtask"));
        let Output { status, stdout, stderr } = command.output().expect("it runs");
        (status.code(), [stdout, stderr].map(|text| String::from_utf8_lossy(&text).into_owned()).concat())
    }

    /// When each file of the generated crate was written.
    fn written(&self) -> BTreeMap<String, SystemTime> {
        let mut written = BTreeMap::new();
        let mut folders = vec![self.0.join("generated")];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("a folder") {
                let entry = entry.expect("an entry");
                let metadata = entry.metadata().expect("metadata");
                match metadata.is_dir() {
                    true => folders.push(entry.path()),
                    false => {
                        let path =
                            entry.path().strip_prefix(&self.0).expect("below it").display().to_string();
                        written.insert(path, metadata.modified().expect("a time"));
                    }
                }
            }
        }
        written
    }

    /// The files of the generated crate that a step writes, makes or removes.
    fn changes<T>(&self, step: impl FnOnce() -> T) -> (T, Vec<String>) {
        let before = self.written();
        let done = step();
        let after = self.written();
        let mut paths: Vec<_> = before.keys().chain(after.keys()).cloned().collect();
        paths.sort_unstable();
        paths.dedup();
        paths.retain(|path| before.get(path) != after.get(path));
        (done, paths)
    }
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let to = to.join(entry.file_name());
        match entry.file_type().expect("a kind").is_dir() {
            true => copy_folder(&entry.path(), &to),
            false => drop(fs::copy(entry.path(), to).expect("copied")),
        }
    }
}

/// A checkout after an edit of a definition: `error` becomes required.
fn with_required_error(name: &str) -> Checkout {
    let checkout = Checkout::new(name);
    checkout.edit(DEFINITION, "required: [\"errcode\"]", "required: [\"errcode\", \"error\"]");
    checkout
}

/// Whether the last line of a run counts as many operations generated as found, and some at all.
fn everything_is_generated(said: &str) -> bool {
    let counts = said.lines().find_map(|line| line.split_once(" operations, ")?.0.rsplit_once(", "));
    let counts = counts.and_then(|(_, counts)| counts.split_once(" of "));
    counts.is_some_and(|(generated, found)| generated == found && generated != "0")
}

#[test]
fn a_second_run_writes_nothing() {
    let checkout = Checkout::new("unchanged");
    for arguments in [&["--check"][..], &[]] {
        let ((code, said), changes) = checkout.changes(|| checkout.codegen(arguments));
        assert_eq!((code, changes), (Some(0), vec![]), "{said}");
        assert!(everything_is_generated(&said), "{said}");
        assert!(said.contains("; 0 files written, ") && said.contains(" unchanged, 0 removed"), "{said}");
    }
}

#[test]
fn check_names_the_stale_file_and_the_command_and_writes_nothing() {
    let checkout = with_required_error("check");
    let ((code, said), changes) = checkout.changes(|| checkout.codegen(&["--check"]));
    assert_eq!((code, changes), (Some(1), vec![]), "{said}");
    for expected in [
        "-    pub error: Option<String>,\n+    pub error: String,\n",
        "error: these files are not what the documents say:\n  generated/src/types/error.rs\nrun `cargo xtask codegen`\n",
    ] {
        assert!(said.contains(expected), "`{expected}` is not in\n{said}");
    }
}

/// The one test here that needs a compiler: the contract tests follow the document without an edit.
#[test]
fn codegen_writes_the_stale_file_alone_and_the_contract_tests_follow() {
    let checkout = with_required_error("drift");
    let ((code, said), changes) = checkout.changes(|| checkout.codegen(&[]));
    assert_eq!((code, changes), (Some(0), vec!["generated/src/types/error.rs".to_owned()]), "{said}");
    assert!(said.contains("1 file written"), "{said}");
    assert_eq!(checkout.codegen(&["--check"]).0, Some(0));

    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["test", "--offline", "--no-default-features", "--features", "client,server,login"]);
    cargo.arg("--target-dir").arg(Path::new(env!("CARGO_TARGET_TMPDIR")).join("drift-target"));
    let Output { status, stdout, stderr } = cargo.current_dir(&checkout.0).output().expect("cargo runs");
    let said = [stdout, stderr].map(|text| String::from_utf8_lossy(&text).into_owned()).concat();
    assert!(status.success(), "{said}");
    assert!(said.contains("test login::post_login::response_429 ... ok"), "{said}");
}

#[test]
fn a_fault_leaves_the_generated_crate_as_it_was() {
    let checkout = Checkout::new("fault");
    checkout.edit(LOGIN, "definitions/error.yaml", "definitions/eror.yaml");
    checkout.edit(DEFINITION, "required: [\"errcode\"]", "required: [\"errcode\", \"error\"]");
    let ((code, said), changes) = checkout.changes(|| checkout.codegen(&[]));
    assert_eq!((code, changes), (Some(1), vec![]), "{said}");
    assert!(
        said.contains("error[E0001]: can't read `") && said.contains("client-server/v1/login.yaml:"),
        "{said}"
    );
    assert!(said.contains("nothing was generated"), "{said}");
}

#[test]
fn a_file_that_was_edited_by_hand_stops_the_run_unless_it_is_forced() {
    let checkout = Checkout::new("edited");
    checkout.edit("generated/src/types/error.rs", "pub errcode: String,", "pub errcode: u32,");
    let ((code, said), changes) = checkout.changes(|| checkout.codegen(&[]));
    assert_eq!((code, changes), (Some(1), vec![]), "{said}");
    assert!(said.contains("src/types/error.rs") && said.contains("--force"), "{said}");
    let ((code, said), changes) = checkout.changes(|| checkout.codegen(&["--force"]));
    assert_eq!((code, changes), (Some(0), vec!["generated/src/types/error.rs".to_owned()]), "{said}");
}

#[test]
fn a_file_of_an_earlier_run_disappears_and_one_of_somebody_else_stays() {
    let checkout = Checkout::new("stale");
    let profile = "specs/matrix/client-server/v1/profile.yaml";
    fs::remove_file(checkout.0.join(profile)).expect("removed");
    fs::write(checkout.0.join("generated/src/notes.txt"), "mine").expect("a file");
    let (code, said) = checkout.codegen(&[]);
    assert_eq!(code, Some(0), "{said}");
    assert!(!checkout.0.join("generated/src/profile").exists());
    assert!(checkout.0.join("generated/src/notes.txt").exists());
}
