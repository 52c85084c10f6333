//! What a generated crate costs the compiler, when everything that it depends on is built.

mod mode;
mod part;
mod peers;

use std::path::PathBuf;

use super::before::able;
use super::crates::Crates;
use super::documents::{LARGE, Subject, subjects};
use super::row::{Budget, Row};
use super::run::{Contestant, Run};
use super::turns::{Runs, all_in_turns};
use super::unit::Unit;
use super::{Group, Session};
use crate::Failure;
use mode::{BUILDS, CHECK, Mode};
use peers::Other;

/// The group.
pub(super) struct Compile;

const NAME: &str = "compile";

/// The largest document, one of usual size, one of OpenAPI 3.0, and ours.
const WANTED: [&str; 4] = [LARGE, "docker", "nexus", "seed"];
/// A compiler is at work long enough for chance to matter little.
const RUNS: u32 = 3;

impl Group for Compile {
    fn name(&self) -> &'static str {
        NAME
    }

    fn run(&self, bench: &Session) -> Result<Vec<Row>, Failure> {
        let subjects = subjects(bench.documents.as_deref())?;
        let subjects = subjects.iter().filter(|subject| WANTED.contains(&subject.name));
        let rows = subjects.map(|subject| rows(bench, subject));
        Ok(rows.collect::<Result<Vec<_>, _>>()?.concat())
    }
}

/// Our crates of one document.
struct Packages {
    crates: Crates,
    ours: PathBuf,
    before: Option<PathBuf>,
}

impl Packages {
    fn generate(bench: &Session, subject: &Subject) -> Result<Self, Failure> {
        let crates = Crates::new(&bench.folder.join(NAME))?;
        let ours = crates.generate(&bench.programs.ours, subject, subject.name)?;
        let name = format!("{}-before", subject.name);
        let before = bench.programs.before.as_ref();
        let before = before.and_then(|program| able(crates.generate(program, subject, &name), subject.name));
        Ok(Self { crates, ours, before })
    }

    /// Ours, that of the other revision if there is one, and those of others.
    fn measure(
        &self,
        mode: &Mode,
        others: &[&Contestant],
        times: u32,
    ) -> Result<(Runs, Option<Runs>, Vec<Runs>), Failure> {
        let ours = mode.compile(&self.crates, &self.ours);
        let before = self.before.as_ref().map(|package| mode.compile(&self.crates, package));
        let all: Vec<&Contestant> =
            std::iter::once(&ours).chain(&before).chain(others.iter().copied()).collect();
        let mut runs = all_in_turns(&all, times)?.into_iter();
        let ours = runs.next().ok_or("nothing was measured")?;
        let before = before.and_then(|_| runs.next());
        Ok((ours, before, runs.collect()))
    }
}

fn rows(bench: &Session, subject: &Subject) -> Result<Vec<Row>, Failure> {
    let packages = Packages::generate(bench, subject)?;
    let others = peers::others(bench, subject)?;
    let times = bench.runs.min(RUNS);
    let able: Vec<&Contestant> = others.iter().filter_map(|other| other.check.as_ref().ok()).collect();
    let (ours, before, theirs) = packages.measure(&CHECK, &able, times)?;
    let mut rows = own(subject, &CHECK, &ours, before.as_ref());
    let mut theirs = theirs.iter();
    for Other { name, check } in &others {
        let theirs = check.as_ref().map(|_| theirs.next()).map_err(|outcome| *outcome);
        rows.extend(beside(subject, &ours, name, theirs));
    }
    for mode in &BUILDS {
        let (ours, before, _) = packages.measure(mode, &[], times)?;
        rows.extend(own(subject, mode, &ours, before.as_ref()));
    }
    if subject.name == LARGE {
        rows.extend(part::rows(bench, &packages.crates, subject)?);
    }
    Ok(rows)
}

/// What our crate costs.
fn own(subject: &Subject, mode: &Mode, ours: &Runs, before: Option<&Runs>) -> Vec<Row> {
    let row = |what, unit, of: fn(&Run) -> f64| {
        let row = Row::new(NAME, subject.name, what, unit, ours.figures(of));
        row.before(before.map(|before| before.figures(of)))
    };
    let memory = (subject.name == LARGE).then_some(Budget::Absolute(2e9));
    vec![
        row(mode.processor, Unit::Seconds, |run| run.cpu),
        row(mode.memory, Unit::Bytes, |run| run.peak).budget(memory),
    ]
}

/// What it costs beside the client of another generator, which should be half as much.
fn beside(
    subject: &Subject,
    ours: &Runs,
    name: &'static str,
    theirs: Result<Option<&Runs>, &'static str>,
) -> Vec<Row> {
    let row = |what, unit, of: fn(&Run) -> f64, budget| {
        let row = Row::new(NAME, subject.name, what, unit, ours.figures(of));
        match theirs {
            Ok(Some(theirs)) => row.floor(name, theirs.figures(of)).budget(budget),
            Ok(None) => row,
            Err(outcome) => row.absent(name, outcome),
        }
    };
    vec![
        row(CHECK.processor, Unit::Seconds, |run| run.cpu, Some(Budget::Times(0.5))),
        row(CHECK.memory, Unit::Bytes, |run| run.peak, None),
    ]
}
