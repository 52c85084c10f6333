//! cargo-fuzz: installed once, and what it builds.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::step::step;
use crate::{Failure, workspace};

/// Pinned, as everything that a gate runs.
const VERSION: &str = "0.13.2";

/// The program below `target/`, installed where it is missing.
pub(super) fn installed() -> Result<PathBuf, Failure> {
    let tools = workspace::root().join("target/tools");
    let program = tools.join("bin/cargo-fuzz");
    let said = Command::new(&program).arg("--version").output();
    if said.is_ok_and(|said| String::from_utf8_lossy(&said.stdout).trim().ends_with(VERSION)) {
        return Ok(program);
    }
    let install =
        format!("cargo install --quiet --locked --version {VERSION} --root target/tools cargo-fuzz");
    step(&install, || {
        let mut cargo = cargo();
        cargo.args(install.split(' ').skip(1)).arg("--target-dir").arg(tools.join("build"));
        // It is slow to build and has nothing to do.
        cargo.envs([("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"), ("CARGO_PROFILE_RELEASE_LTO", "off")]);
        succeeds(&mut cargo)
    })?;
    Ok(program)
}

/// All targets.
pub(super) fn build(tool: &Path) -> Result<(), Failure> {
    step("cargo fuzz build --fuzz-dir tests/fuzz --sanitizer none --release", || {
        let mut build = Command::new(tool);
        build.args(["fuzz", "build", "--fuzz-dir", "tests/fuzz", "--sanitizer", "none", "--release"]);
        build.current_dir(workspace::root());
        succeeds(&mut build)
    })
}

fn cargo() -> Command {
    let mut cargo = Command::new(workspace::cargo());
    cargo.current_dir(workspace::root());
    cargo
}

fn succeeds(command: &mut Command) -> Result<(), Failure> {
    let status = command.stdin(Stdio::null()).status().map_err(|error| error.to_string())?;
    if status.success() { Ok(()) } else { Err(format!("failed ({status})")) }
}
