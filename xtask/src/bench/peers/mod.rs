//! Generators of other people, of pinned versions, below `target/bench/peers`. What can't be had is left
//! out, with a word.

mod installed;
mod oas3_gen;
mod openapi_generator;
mod openapi_to_rust;
mod ploidy;
mod progenitor;
mod reason;

use std::fmt::Debug;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::Session;
use super::build::succeeds;
use super::documents::Subject;
use super::run::Contestant;
use crate::Failure;

/// A generator of somebody else.
pub(super) trait Peer: Debug {
    /// As people call it.
    fn name(&self) -> &'static str;

    /// Which documents it reads.
    fn reads(&self) -> Reads;

    /// Makes a client's crate of that name from a document, in a folder that is not there.
    fn generator(&self, document: &Path, name: &str, output: &Path) -> Contestant;

    /// Makes a crate of what was generated, where that is left to the generator's users: what they would
    /// write, and no more. It is not timed.
    fn finish(&self, _name: &str, _output: &Path) -> Result<(), Failure> {
        Ok(())
    }

    /// What Cargo is told of the features of that crate.
    fn features(&self) -> &'static [&'static str] {
        &[]
    }

    /// How many times as fast we want to generate.
    fn behind(&self) -> Option<f64> {
        None
    }
}

/// The documents that a generator reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reads {
    /// Swagger 2.0 as well.
    Swagger,
    /// OpenAPI 3.0 alone, so that it is given what `cratewright upgrade` makes of others.
    OpenApi3,
}

/// How a generator is installed; where it can't be, why.
type Install = fn(&Path) -> Result<Box<dyn Peer>, Failure>;

const ALL: [(&str, Install); 5] = [
    ("openapi-generator", openapi_generator::install),
    ("progenitor", progenitor::install),
    ("ploidy", ploidy::install),
    ("oas3-gen", oas3_gen::install),
    ("openapi-to-rust", openapi_to_rust::install),
];

/// Installs all of them, where they are not there already.
pub(super) fn install(folder: &Path) -> Vec<Box<dyn Peer>> {
    let folder = folder.join("peers");
    let found = ALL.into_iter().filter_map(|(name, install)| match install(&folder) {
        Ok(peer) => Some(peer),
        Err(reason) => {
            eprintln!("{name} is left out: {reason}");
            None
        }
    });
    found.collect()
}

/// The generators that are there, each with the document of a subject as it reads it. Where a subject has
/// several there are none: nobody else makes one crate of them.
pub(super) fn readers<'b>(
    bench: &'b Session,
    subject: &Subject,
) -> Result<Vec<(&'b dyn Peer, PathBuf)>, Failure> {
    let [document] = subject.inputs.as_slice() else { return Ok(Vec::new()) };
    if bench.peers.is_empty() || !document.is_file() {
        return Ok(Vec::new());
    }
    let upgraded = upgraded(bench, subject)?;
    let readers = bench.peers.iter().map(|peer| match peer.reads() {
        Reads::Swagger => (peer.as_ref(), document.clone()),
        Reads::OpenApi3 => (peer.as_ref(), upgraded.clone()),
    });
    Ok(readers.collect())
}

/// What `cratewright upgrade` makes of a document.
fn upgraded(bench: &Session, subject: &Subject) -> Result<PathBuf, Failure> {
    let folder = bench.folder.join("upgraded");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let document = folder.join(format!("{}.json", subject.name));
    let mut command = Command::new(&bench.programs.ours);
    command.arg("upgrade").args(&subject.arguments).arg("--out").arg(&document);
    succeeds(command.stderr(Stdio::null()))?;
    Ok(document)
}

/// Tells what a generator does not do, and why; the table has no room for that.
pub(super) fn say(peer: &dyn Peer, what: &str, failure: &str) {
    eprintln!("    {} {what}: {}", peer.name(), reason::reason(failure));
}

/// Runs a program of which only its success is of interest.
fn answers(command: &mut Command) -> Result<(), Failure> {
    succeeds(command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()))
}
