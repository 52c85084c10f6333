//! What it takes generators of other people to make a client of the same document.

use std::path::Path;

use super::super::Session;
use super::super::documents::Subject;
use super::super::peers::{self, Peer};
use super::super::row::{Budget, Row};
use super::super::run::{Contestant, Run};
use super::super::turns::{Runs, in_order, in_turns};
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
    // Some systems take the memory back that a process has freed, and are slow to give it to the next one.
    let twice = [&ours, &ours, &theirs, &theirs];
    let [ours_after, ours, theirs_after, theirs] = in_order(twice, bench.runs.min(RUNS))?;
    let wall = |run: &Run| run.wall;
    let budget = peer.behind().map(|times| Budget::Times(1.0 / times));
    let mut rows = vec![clock(&ours).floor(peer.name(), theirs.figures(wall)).budget(budget)];
    if budget.is_some() {
        let after = row("clock, right after the other", ours_after.figures(wall));
        rows.push(after.floor(peer.name(), theirs_after.figures(wall)));
    }
    rows.push(processor(&ours).floor(peer.name(), theirs.figures(|run| run.cpu)));
    Ok(rows)
}
