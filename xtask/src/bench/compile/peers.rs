//! What generators of other people make of the same document, to be compiled beside ours.

use std::path::{Path, PathBuf};

use super::super::Session;
use super::super::crates::Crates;
use super::super::documents::Subject;
use super::super::peers::{self, Peer};
use super::super::run::Contestant;
use super::mode::CHECK;
use crate::Failure;

/// A generator, and how its crate is checked, or why it can't be.
pub(super) struct Other {
    pub(super) name: &'static str,
    pub(super) check: Result<Contestant, &'static str>,
}

/// The crates of all generators that are there.
pub(super) fn others(bench: &Session, subject: &Subject) -> Result<Vec<Other>, Failure> {
    let other = |(peer, document): (&dyn Peer, PathBuf)| {
        Ok(Other { name: peer.name(), check: checked(bench, peer, subject, &document)? })
    };
    peers::readers(bench, subject)?.into_iter().map(other).collect()
}

/// Generates a crate and checks it once, with everything that it depends on.
fn checked(
    bench: &Session,
    peer: &dyn Peer,
    subject: &Subject,
    document: &Path,
) -> Result<Result<Contestant, &'static str>, Failure> {
    let (crates, package) = package(bench, peer, subject)?;
    let generated = peer.generator(document, subject.name, &package).run();
    let (why, outcome) = match generated.and_then(|_| peer.finish(subject.name, &package)) {
        Err(why) => (why, "does not generate"),
        Ok(()) => {
            let check = CHECK.compile(&crates, &package).args(peer.features().iter().copied());
            match check.run() {
                Ok(_) => return Ok(Ok(check)),
                Err(why) => (why, "does not compile"),
            }
        }
    };
    peers::say(peer, &format!("{outcome}, {}", subject.name), &why);
    Ok(Err(outcome))
}

/// In a workspace of its own: what is wrong with it is nobody else's business.
fn package(bench: &Session, peer: &dyn Peer, subject: &Subject) -> Result<(Crates, PathBuf), Failure> {
    let folder = bench.folder.join("compile-peers");
    let crates = Crates::new(&folder.join(peer.name()).join(subject.name))?;
    let package = crates.package(subject.name);
    Ok((crates.with_target(&folder.join("target")), package))
}
