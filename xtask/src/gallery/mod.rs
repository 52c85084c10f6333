//! `cargo xtask gallery`: from a fixture for each finding to `generator/DIAGNOSTICS.md`.
//!
//! A fixture is a folder that is named after the code. Its documents are the files beside each
//! other in it; those in folders below are what they refer to. With a `cratewright.toml`, its
//! documents are what that says. `«` and `»` stand around what the finding has to underline.

mod fixture;
mod outcome;
mod page;
#[cfg(test)]
mod tests;

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use cratewright::diagnostic::{self, Code};
use cratewright::output;

use crate::{Failure, workspace};
use fixture::Fixture;
use outcome::Outcome;

/// Show every finding in `generator/DIAGNOSTICS.md`, as the command prints it.
#[derive(Debug, Default, Args)]
pub(crate) struct Gallery {
    /// Write nothing; fail where the page is not what the command prints.
    #[arg(long)]
    check: bool,
}

impl Gallery {
    /// `--check`.
    pub(crate) fn check() -> Self {
        Self { check: true }
    }

    pub(crate) fn run(&self) -> Result<(), Failure> {
        let codes: Vec<_> = diagnostic::all().collect();
        let text = page::text(&exhibits(&codes, &folder())?);
        let path = page();
        let existing = fs::read_to_string(&path).unwrap_or_default();
        if existing == text {
            println!("{} findings, each with its frame", codes.len());
            return Ok(());
        }
        let name = "generator/DIAGNOSTICS.md";
        if self.check {
            print!("{}", output::diff(name, Some(&existing), Some(&text)));
            return Err(format!("{name} is not what the command prints\nrun `cargo xtask gallery`"));
        }
        fs::write(&path, text).map_err(|error| format!("{name}: {error}"))?;
        println!("{} findings in {name}", codes.len());
        Ok(())
    }
}

fn folder() -> PathBuf {
    workspace::root().join("generator/tests/gallery")
}

fn page() -> PathBuf {
    workspace::root().join("generator/DIAGNOSTICS.md")
}

/// Each code with what the command prints for its fixture. What is wrong with fixtures is said of
/// all of them at once.
fn exhibits(codes: &[&'static Code], folder: &Path) -> Result<Vec<(&'static Code, String)>, Failure> {
    let mut codes = codes.to_vec();
    codes.sort_by_key(|code| code.id.get(1..));
    let mut faults = strays(&codes, folder)?;
    let mut exhibits = Vec::new();
    for code in codes {
        match exhibit(code, &folder.join(code.id)) {
            Ok(rendered) => exhibits.push((code, rendered)),
            Err(fault) => faults.push(format!("{}: {fault}", code.id)),
        }
    }
    match faults.as_slice() {
        [] => Ok(exhibits),
        faults => Err(format!("generator/tests/gallery\n  {}", faults.join("\n  "))),
    }
}

/// What the command prints for the fixture of a code, which comes first there and where the
/// fixture says.
fn exhibit(code: &Code, folder: &Path) -> Result<String, Failure> {
    if !folder.is_dir() {
        return Err(format!("add the folder {} with a document that leads to it", code.id));
    }
    let fixture = Fixture::read(folder)?;
    let outcome = Outcome::of(&fixture, diagnostic::is_lint(code))?;
    let Some(first) = outcome.first else { return Err("nothing is found".to_owned()) };
    if first.code != code.id {
        return Err(format!("{} is found first:\n{}", first.code, outcome.rendered));
    }
    match &fixture.mark {
        Some(mark) if first.place != *mark => {
            Err(format!("the finding is at {}, and `«` at {mark}:\n{}", first.place, outcome.rendered))
        }
        None if !fixture.is_emitted() => Err("`«` and `»` have to be around what is underlined".to_owned()),
        _ => Ok(outcome.rendered),
    }
}

/// Folders that no code is called like.
fn strays(codes: &[&Code], folder: &Path) -> Result<Vec<Failure>, Failure> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let names = entries.filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()));
    let mut strays: Vec<_> = names.filter(|name| codes.iter().all(|code| code.id != name)).collect();
    strays.sort_unstable();
    Ok(strays.into_iter().map(|name| format!("{name}: there is no such finding")).collect())
}
