//! What it takes generators of other people to make a client of the same document.

use std::path::Path;

use super::super::Session;
use super::super::documents::Subject;
use super::super::peers::{self, Peer};
use super::super::row::{Budget, Row};
use super::super::run::{Contestant, Run};
use super::super::turns::{Runs, in_turns, twice_in_order};
use super::super::unit::Unit;
use super::NAME;
use crate::Failure;

/// Some take much longer for one run than we do for all.
const RUNS: u32 = 3;

/// Rows for each generator that is there.
pub(super) fn rows(bench: &Session, subject: &Subject) -> Result<Vec<Row>, Failure> {
    let readers = peers::readers(bench, subject)?.into_iter();
    let rows = readers.map(|(peer, document)| beside(bench, subject, peer, &document));
    Ok(rows.collect::<Result<Vec<_>, _>>()?.concat())
}

/// Both read the same file, and may have the machine for themselves.
fn beside(bench: &Session, subject: &Subject, peer: &dyn Peer, document: &Path) -> Result<Vec<Row>, Failure> {
    let folder = |of: &str| bench.scratch.path().join(format!("{}-{of}", subject.name));
    let (mine, other) = (folder("ours"), folder(peer.name()));
    let ours = Contestant::new(&bench.programs.ours)
        .args(["generate".into(), document.to_owned(), "--out".into(), mine.clone()])
        .fresh(&mine)
        .threads(2);
    let theirs = peer.generator(document, subject.name, &other).threads(2);
    let row = |what, runs| Row::new(NAME, subject.name, what, Unit::Seconds, runs);
    let clock = |runs: &Runs| row("clock, two threads", runs.figures(|run| run.wall));
    let processor = |runs: &Runs| row("processor, two threads", runs.figures(|run| run.cpu));
    if let Err(why) = theirs.run() {
        peers::say(peer, &format!("does not generate {}", subject.name), &why);
        let [ours] = in_turns([&ours], bench.runs.min(RUNS))?;
        return Ok(vec![clock(&ours).absent(peer.name(), "does not generate")]);
    }
    let [ours, theirs] = twice_in_order([&ours, &theirs], bench.runs.min(RUNS))?;
    let budget = peer.behind().map(|times| Budget::Times(1.0 / times));
    let wall = |run: &Run| run.wall;
    let mut rows = vec![
        clock(&ours.second).floor(peer.name(), theirs.second.figures(wall)).budget(budget),
        processor(&ours.second).floor(peer.name(), theirs.second.figures(|run| run.cpu)),
    ];
    if budget.is_some() {
        let first = row("clock, right after the other", ours.first.figures(wall));
        rows.insert(1, first.floor(peer.name(), theirs.first.figures(wall)));
    }
    Ok(rows)
}
