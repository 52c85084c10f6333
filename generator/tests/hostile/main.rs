//! Documents that were made to exhaust the generator: each ends by itself, with an error or a crate, and
//! within the memory of a small machine. `cargo xtask hostile` prints the figures.

mod cases;
mod process;

use std::path::Path;
use std::time::Duration;

use cases::{Ending, cases};

/// However busy the machine is, and without optimisation.
const PATIENCE: Duration = Duration::from_secs(300);
const MOST_MEGABYTES: u64 = 300;

#[test]
fn what_was_made_to_exhaust_the_generator_ends_as_it_should() {
    let mut failures = Vec::new();
    for case in cases() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let document = case.write(folder.path()).expect("written");
        let command = Path::new(env!("CARGO_BIN_EXE_cratewright"));
        let run = process::run(command, &document, folder.path(), PATIENCE).expect("the command runs");
        if !case.ending.is(&run) {
            failures.push(format!("{}: {run:?}", case.name));
        }
        if run.megabytes.is_some_and(|megabytes| megabytes > MOST_MEGABYTES) {
            failures.push(format!("{}: {:?} MB in {:.1} s", case.name, run.megabytes, run.seconds));
        }
        if let (Ending::Refused(words), false) = (case.ending, run.said.len() < 1_000_000) {
            failures.push(format!("{}: {words}, and {} bytes besides", case.name, run.said.len()));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
