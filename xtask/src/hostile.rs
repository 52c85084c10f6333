//! `cargo xtask hostile`: what documents that were made to exhaust the generator come to, case by case.

#[path = "../../generator/tests/hostile/cases.rs"]
mod cases;
#[path = "../../generator/tests/hostile/process.rs"]
mod process;

use std::fs;
use std::time::Duration;

use clap::Args;

use crate::step::Cargo;
use crate::{Failure, workspace};

/// Show what documents that were made to exhaust the generator come to.
#[derive(Debug, Args)]
pub(crate) struct Hostile {}

/// The figures are for people; only what never ends is stopped.
const PATIENCE: Duration = Duration::from_secs(60);

impl Hostile {
    pub(crate) fn run(&self) -> Result<(), Failure> {
        Cargo::new("build --quiet --release --package cratewright").step()?;
        let target = workspace::root().join("target");
        let command = target.join("release").join(format!("cratewright{}", std::env::consts::EXE_SUFFIX));
        println!("{:<30} {:>8} {:>6}  outcome", "case", "seconds", "MB");
        let mut wrong = 0;
        for case in cases::cases() {
            let folder = target.join("hostile");
            let failed = |error: std::io::Error| format!("{}: {error}", case.name);
            if folder.exists() {
                fs::remove_dir_all(&folder).map_err(failed)?;
            }
            let document = case.write(&folder).map_err(failed)?;
            let run = process::run(&command, &document, &folder, PATIENCE).map_err(failed)?;
            let megabytes = run.megabytes.map_or_else(|| "-".to_owned(), |megabytes| megabytes.to_string());
            let is_right = case.ending.is(&run);
            wrong += usize::from(!is_right);
            let outcome = match (is_right, run.code) {
                (false, _) => "WRONG",
                (true, Some(0)) => "a crate",
                (true, _) => "an error",
            };
            println!("{:<30} {:>8.2} {megabytes:>6}  {outcome}", case.name, run.seconds);
        }
        if wrong == 0 { Ok(()) } else { Err(format!("{wrong} cases end as they should not")) }
    }
}
