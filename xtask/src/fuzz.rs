//! `cargo xtask fuzz`: every target of `tests/fuzz` for a while, from a corpus made of our own documents.
//!
//! What is fuzzed is safe Rust, so that no sanitizer is needed, and without one a stable compiler does:
//! the counters that libFuzzer reads are a pass of LLVM.

mod seeds;
mod target;
mod tool;

use std::thread;

use clap::Args;
use target::Target;

use crate::{Failure, workspace};

/// Run every fuzz target for a while.
#[derive(Debug, Args)]
pub(crate) struct Fuzz {
    /// How long each target runs.
    #[arg(long, value_name = "N", default_value_t = 60)]
    seconds: u32,
    /// Run only these targets; may be given several times.
    #[arg(long = "target", value_name = "NAME", value_parser = clap::builder::PossibleValuesParser::new(TARGETS))]
    targets: Vec<String>,
    /// How many targets run at once.
    #[arg(long, value_name = "N", default_value_t = 1)]
    jobs: usize,
}

/// As `tests/fuzz/Cargo.toml` has them.
const TARGETS: [&str; 6] = ["crates", "docs", "documents", "identifiers", "paths", "requests"];

impl Fuzz {
    pub(crate) fn run(&self) -> Result<(), Failure> {
        let tool = tool::installed()?;
        tool::build(&tool)?;
        let folder = workspace::root().join("tests/fuzz/target");
        let names = TARGETS
            .into_iter()
            .filter(|name| self.targets.is_empty() || self.targets.iter().any(|one| one == name));
        let targets: Vec<Target> = names.map(|name| Target::new(name, &folder)).collect();
        for target in &targets {
            seeds::write(target.name, &target.corpus)?;
        }
        let mut outcomes = Vec::new();
        for some in targets.chunks(self.jobs.max(1)) {
            let running = |target| move || Target::run(target, self.seconds);
            outcomes.extend(thread::scope(|scope| {
                let threads: Vec<_> = some.iter().map(|target| scope.spawn(running(target))).collect();
                threads
                    .into_iter()
                    .map(|thread| thread.join().unwrap_or_else(|_| Err("a thread ended".to_owned())))
                    .collect::<Vec<_>>()
            }));
        }
        let outcomes = outcomes.into_iter().collect::<Result<Vec<_>, Failure>>()?;
        print!("{}", target::table(&outcomes));
        match outcomes.iter().filter(|outcome| outcome.finding.is_some()).count() {
            0 => Ok(()),
            count => Err(format!("{count} targets found something")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_of_the_package_is_run() {
        let manifest =
            std::fs::read_to_string(workspace::root().join("tests/fuzz/Cargo.toml")).expect("a manifest");
        let manifest: toml::Table = manifest.parse().expect("TOML");
        let bins = manifest["bin"].as_array().expect("targets");
        let names: Vec<&str> = bins.iter().filter_map(|bin| bin["name"].as_str()).collect();
        assert_eq!(names, TARGETS);
    }
}
