//! `--test`: the contract tests of the packages that were compiled.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use indicatif::ProgressBar;

use super::folders::Folders;
use super::outcome::{CONTRACT, Fault};
use super::parallel;
use crate::Failure;
use crate::group::Group;

/// How long the tests of one package may take: they are many, and each is short.
const PATIENCE: Duration = Duration::from_secs(300);
/// Of a failure, so much is kept.
const MOST_LINES: usize = 16;

/// What came of the tests of a package.
#[derive(Debug, Default)]
pub(super) struct Tested {
    /// How many were run.
    pub(super) tests: usize,
    /// One for each that failed.
    pub(super) faults: Vec<Fault>,
}

/// Runs the tests of each package, given by their executables.
pub(super) fn run(
    executables: &BTreeMap<String, PathBuf>,
    jobs: usize,
    folders: &Folders,
    bar: &ProgressBar,
) -> Result<BTreeMap<String, Tested>, Failure> {
    let packages: Vec<(&String, &PathBuf)> = executables.iter().collect();
    let tested = parallel::map(&packages, jobs, |(package, executable)| {
        bar.set_message(package.to_string());
        let tested = one(package, executable, folders).map_err(|error| format!("{package}: {error}"))?;
        bar.inc(1);
        Ok(((*package).clone(), tested))
    })?;
    Ok(tested.into_iter().collect())
}

fn one(package: &str, executable: &Path, folders: &Folders) -> io::Result<Tested> {
    let words = folders.words(&format!("{package}-contract"));
    let child = spawn(executable, &folders.package(package), &words)?;
    let ended = child.wait(PATIENCE)?.is_some();
    let text = String::from_utf8_lossy(&fs::read(&words)?).into_owned();
    let mut tested = read(&text);
    if !ended {
        tested.faults.push(Fault::new(CONTRACT, format!("the tests were not done after {PATIENCE:?}")));
    }
    Ok(tested)
}

fn spawn(executable: &Path, folder: &Path, words: &Path) -> io::Result<Group> {
    let mut command = Command::new(executable);
    // Packages run beside each other.
    command.args(["--test-threads", "1"]).env("RUST_BACKTRACE", "0").current_dir(folder);
    let words = File::create(words)?;
    command.stdin(Stdio::null()).stdout(words.try_clone()?).stderr(words);
    Group::spawn(command)
}

/// What the test harness printed: <https://doc.rust-lang.org/rustc/tests/index.html>.
fn read(text: &str) -> Tested {
    let Some(summary) = text.lines().find_map(|line| line.strip_prefix("test result: ")) else {
        let last = text.lines().rfind(|line| !line.is_empty()).unwrap_or("nothing was said");
        let message = format!("the tests did not come to their end: {last}");
        return Tested { tests: 0, faults: vec![Fault::new(CONTRACT, message)] };
    };
    let count = |what: &str| {
        let mut counts = summary.split(['.', ';']).map(str::trim);
        counts.find_map(|count| count.strip_suffix(what)?.trim().parse::<usize>().ok()).unwrap_or_default()
    };
    let faults = text.split("\n---- ").skip(1).filter_map(fault).collect();
    Tested { tests: count("passed") + count("failed"), faults }
}

/// One failure: `login::post_login::call stdout ----`, and what the test said.
fn fault(block: &str) -> Option<Fault> {
    let (test, said) = block.split_once(" stdout ----\n")?;
    let said = said.split("\n\nfailures:\n").next().unwrap_or(said).trim();
    let panic = said.lines().skip_while(|line| !line.contains("panicked at"));
    let message = panic.skip(1).find(|line| !line.is_empty()).unwrap_or("the test fails");
    let detail = said.lines().take(MOST_LINES).collect::<Vec<_>>().join("\n");
    Some(Fault { place: test.to_owned(), detail, ..Fault::new(CONTRACT, message) })
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_failure_is_known_by_its_test_and_its_message() {
        let tested = read(
            "
running 3 tests
test a::get ... FAILED

failures:

---- a::get_call stdout ----

thread 'a::get_call' (7) panicked at tests/contract/support.rs:131:5:
the server refuses it: `limit` is missing
note: run with `RUST_BACKTRACE=1`

---- a::get_request stdout ----

thread 'a::get_request' (8) panicked at tests/contract/support.rs:50:5:
assertion `left == right` failed: the body
  left: 1
 right: 2


failures:
    a::get_call
    a::get_request

test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s
",
        );
        assert_eq!(tested.tests, 3);
        let said: Vec<_> = tested.faults.iter().map(|one| (&*one.place, &*one.message)).collect();
        let expected = [
            ("a::get_call", "the server refuses it: `limit` is missing"),
            ("a::get_request", "assertion `left == right` failed: the body"),
        ];
        assert_eq!(said, expected);
        assert!(tested.faults[1].detail.ends_with("right: 2"));
    }

    #[test]
    fn tests_that_stop_half_way_are_a_fault() {
        let tested = read("running 1 test\nthread 'a' has overflowed its stack\n");
        let message = "the tests did not come to their end: thread 'a' has overflowed its stack";
        assert_eq!(tested.faults[0].message, message);
    }
}
