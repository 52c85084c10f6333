//! `cargo xtask tidy`: the sizes of our own source files, and what must not be left in them.

use std::fs;

use clap::Args;
use cratewright::disk::SourceFolder;

use crate::{Failure, workspace};

/// Look after sizes and leftovers of our own source files.
#[derive(Debug, Args)]
pub(crate) struct Tidy {}

/// A file with more lines probably hides a second idea.
const LONG: usize = 300;
/// No file has more.
const TOO_LONG: usize = 500;

/// What must not be left in a source file, in two halves, so that this list is no finding itself.
const LEFTOVERS: [(&str, &str); 7] = [
    ("todo", "!("),
    ("unimplemented", "!("),
    ("dbg", "!("),
    ("\"/ho", "me/"),
    ("\"/Us", "ers/"),
    ("\"/ro", "ot/"),
    ("<<<<", "<<<"),
];

impl Tidy {
    pub(crate) fn run(&self) -> Result<(), Failure> {
        let sources = sources().map_err(|error| error.to_string())?;
        print_sizes(&sources);
        let faults: Vec<String> = sources.iter().flat_map(Source::faults).collect();
        match faults.is_empty() {
            true => Ok(()),
            false => Err(faults.join("\n       ")),
        }
    }
}

/// A file of ours.
struct Source {
    path: String,
    text: String,
}

impl Source {
    fn lines(&self) -> usize {
        self.text.lines().count()
    }

    /// Tests say by their names what they are for.
    fn is_test(&self) -> bool {
        self.path.contains("/tests/") || self.path.ends_with("tests.rs")
    }

    /// What is wrong with it.
    fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        if self.lines() > TOO_LONG {
            faults.push(format!("{}: {} lines are too many", self.path, self.lines()));
        }
        if !self.text.starts_with("//!") && !self.is_test() {
            faults.push(format!("{}:1: a module starts with `//!` and why it exists", self.path));
        }
        for (number, line) in self.text.lines().enumerate() {
            let left = LEFTOVERS.iter().map(|(one, other)| format!("{one}{other}"));
            for leftover in left.filter(|leftover| line.contains(leftover.as_str())) {
                faults.push(format!("{}:{}: `{leftover}` was left here", self.path, number + 1));
            }
        }
        faults
    }
}

/// Every Rust file that people write.
fn sources() -> std::io::Result<Vec<Source>> {
    let root = workspace::root();
    let paths = SourceFolder::new(&root, usize::MAX)?.files()?;
    let ours = paths.into_iter().filter(|path| path.ends_with(".rs") && !path.starts_with("generated/"));
    ours.map(|path| Ok(Source { text: fs::read_to_string(root.join(&path))?, path })).collect()
}

/// `141 files, median 96 lines, nine in ten up to 210`, and the long ones.
fn print_sizes(sources: &[Source]) {
    let mut sizes: Vec<usize> = sources.iter().map(Source::lines).collect();
    sizes.sort_unstable();
    let at = |share: usize| sizes.get(sizes.len() * share / 10).copied().unwrap_or_default();
    println!("    {} files, median {} lines, nine in ten up to {}", sizes.len(), at(5), at(9));
    for source in sources.iter().filter(|source| source.lines() > LONG) {
        println!("    {} has {} lines", source.path, source.lines());
    }
}
