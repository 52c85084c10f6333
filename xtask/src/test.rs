//! `cargo xtask test`: everything that the README promises, and nothing that needs a network.

use std::time::Instant;

use clap::Args;

use crate::codegen::Codegen;
use crate::gallery::Gallery;
use crate::step::{Cargo, step};
use crate::tidy::Tidy;
use crate::{Failure, features};

/// Run everything that the README promises.
#[derive(Debug, Args)]
pub(crate) struct Test {}

/// Our own packages; what is generated is formatted by the generator.
const OURS: &str = "--package cratewright --package cratewright-runtime --package cratewright-tests --package fuzzed --package peers-records --package round-trips --package xtask";

impl Test {
    pub(crate) fn run(&self) -> Result<(), Failure> {
        let start = Instant::now();
        step("cargo xtask codegen --check", || Codegen::check().run())?;
        step("cargo xtask gallery --check", || Gallery::check().run())?;
        step("cargo xtask tidy", || Tidy {}.run())?;
        format()?;
        lint()?;
        Cargo::new("test --quiet --workspace --all-features").step()?;
        Cargo::new("doc --quiet --workspace --no-deps --all-features")
            .with("RUSTDOCFLAGS", "-D warnings")
            .step()?;
        println!("everything passed in {:.0} s", start.elapsed().as_secs_f64());
        Ok(())
    }
}

fn format() -> Result<(), Failure> {
    match installed("fmt") {
        true => Cargo::new(&format!("fmt --check {OURS}")).step(),
        false => Ok(()),
    }
}

/// Every package with everything on, and the generated one in its feature sets.
fn lint() -> Result<(), Failure> {
    let clippy = installed("clippy");
    if clippy {
        Cargo::new("clippy --quiet --workspace --all-targets --all-features -- -D warnings").step()?;
    }
    features::runs(clippy)?.iter().try_for_each(Cargo::step)
}

/// Whether a component of the toolchain is there. It is not everywhere, and nothing else that is
/// promised depends on it; so its absence is said, and the rest goes on.
fn installed(component: &str) -> bool {
    let found = Cargo::new(&format!("{component} --version")).succeeds();
    if !found {
        println!("==> cargo {component}\n    left out: not installed (`rustup component add` installs it)");
    }
    found
}
