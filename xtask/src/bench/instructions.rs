//! Counting instructions: a figure that no other process disturbs, so that 2 % are visible.

use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, Stdio};

use super::Session;
use super::figures::Figures;
use super::run::Contestant;
use crate::Failure;

/// Whether there is callgrind; if not, that is said.
pub(super) fn can_be_counted() -> bool {
    let asked =
        Command::new("valgrind").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    let there = asked.is_ok_and(|status| status.success());
    if !there {
        eprintln!("instructions are not counted: there is no valgrind");
    }
    there
}

/// How many instructions a run of `contestant` takes, on all threads together.
pub(super) fn count(session: &Session, contestant: &Contestant) -> Result<Figures, Failure> {
    let counts = session.folder.join("callgrind.out");
    run(contestant, &counts, &[])?;
    total(&counts).map(Figures::exactly)
}

/// How many of them the thread with this number takes, of which the first is 1.
pub(super) fn count_on(session: &Session, contestant: &Contestant, thread: usize) -> Result<f64, Failure> {
    let counts = session.folder.join("callgrind.out");
    run(contestant, &counts, &["--separate-threads=yes"])?;
    total(&session.folder.join(format!("callgrind.out-{thread:02}")))
}

fn run(contestant: &Contestant, counts: &Path, options: &[&str]) -> Result<(), Failure> {
    let counts = format!("--callgrind-out-file={}", counts.display());
    let valgrind = ["valgrind", "--tool=callgrind", "--quiet", &counts];
    let valgrind: Vec<OsString> = valgrind.iter().chain(options).map(OsString::from).collect();
    contestant.run_under(&valgrind).map(|_| ())
}

fn total(counts: &Path) -> Result<f64, Failure> {
    let text = std::fs::read_to_string(counts).map_err(|error| format!("{}: {error}", counts.display()))?;
    let total =
        text.lines().find_map(|line| line.strip_prefix("totals: ").or(line.strip_prefix("summary: ")));
    total.and_then(|total| total.trim().parse().ok()).ok_or_else(|| "callgrind did not count".to_owned())
}
