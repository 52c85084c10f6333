//! Runs that write nothing: regenerating what has not changed, and looking for mistakes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::documents::{LARGE, Subject, subjects};
use super::row::{Budget, Row};
use super::run::{Contestant, Run};
use super::turns::{Runs, in_turns};
use super::unit::Unit;
use super::{Group, Session, changed};
use crate::Failure;

/// The group.
pub(super) struct Check;

pub(super) const NAME: &str = "check";

impl Group for Check {
    fn name(&self) -> &'static str {
        NAME
    }

    fn run(&self, bench: &Session) -> Result<Vec<Row>, Failure> {
        let subjects = subjects(bench.documents.as_deref())?;
        let rows = subjects.iter().map(|subject| {
            Ok([again(bench, subject)?, changed::rows(bench, subject)?, findings(bench, subject)?].concat())
        });
        Ok(rows.collect::<Result<Vec<_>, Failure>>()?.concat())
    }
}

/// Generating a crate again, from the same documents: reading everything and finding it unchanged.
fn again(bench: &Session, subject: &Subject) -> Result<Vec<Row>, Failure> {
    // Within Cargo's folder for what is built, there is a place for notes of what was done.
    let output = bench.folder.join(NAME).join(subject.name);
    let ours = Contestant::new(&bench.programs.ours)
        .arg("generate")
        .args(&subject.arguments)
        .args(["--out".into(), output.clone()])
        .threads(2);
    ours.run()?;
    let floor = Contestant::new(&bench.programs.xtask)
        .args(["bench-floor", "hash"])
        .args(&subject.inputs)
        .arg(&output);
    let times = modified(&output);
    let (ours, floor, before) = beside(bench, subject, &ours, &floor)?;
    if bench.programs.before.is_none() && modified(&output) != times {
        return Err(format!("{}: files were written that had not changed", subject.name));
    }
    let small = subject.name != LARGE;
    let row = Row::new(NAME, subject.name, "again, clock", Unit::Seconds, ours.figures(|run| run.wall))
        .floor("read, hash", floor.figures(|run| run.wall))
        .before(before.map(|runs| runs.figures(|run| run.wall)))
        .budget(Some(if small { Budget::Absolute(0.05) } else { Budget::Times(2.0) }));
    Ok(vec![row])
}

/// `cratewright check`.
fn findings(bench: &Session, subject: &Subject) -> Result<Vec<Row>, Failure> {
    let ours = Contestant::new(&bench.programs.ours).arg("check").args(&subject.arguments).judges();
    let floor = Contestant::new(&bench.programs.xtask).args(["bench-floor", "parse"]).args(&subject.inputs);
    let (ours, floor, before) = beside(bench, subject, &ours, &floor)?;
    let cpu = |run: &Run| run.cpu;
    let row = Row::new(NAME, subject.name, "findings, processor", Unit::Seconds, ours.figures(cpu))
        .floor("parse", floor.figures(cpu))
        .before(before.map(|runs| runs.figures(cpu)))
        .budget((subject.name == LARGE).then_some(Budget::Absolute(0.4)));
    Ok(vec![row])
}

/// Us, the floor, and another revision if there is one.
fn beside(
    bench: &Session,
    subject: &Subject,
    ours: &Contestant,
    floor: &Contestant,
) -> Result<(Runs, Runs, Option<Runs>), Failure> {
    match bench.before(ours, subject.name) {
        None => in_turns([ours, floor], bench.runs).map(|[ours, floor]| (ours, floor, None)),
        Some(before) => {
            let [before, ours, floor] = in_turns([&before, ours, floor], bench.runs)?;
            Ok((ours, floor, Some(before)))
        }
    }
}

/// When each file below a folder was written.
pub(super) fn modified(folder: &Path) -> BTreeMap<PathBuf, Option<SystemTime>> {
    let Ok(entries) = fs::read_dir(folder) else { return BTreeMap::new() };
    let state = |path: PathBuf| match path.is_dir() {
        true => modified(&path),
        false => {
            BTreeMap::from([(path.clone(), path.metadata().and_then(|metadata| metadata.modified()).ok())])
        }
    };
    entries.flatten().flat_map(|entry| state(entry.path())).collect()
}
