//! From documents to a crate that was not there, against reading the same documents and printing the
//! same Rust.

mod peers;

use std::fs;
use std::path::Path;

use super::documents::{LARGE, Subject, subjects};
use super::figures::Figures;
use super::row::{Budget, Row};
use super::run::{Contestant, Run};
use super::turns::in_turns;
use super::unit::Unit;
use super::{Group, Session, instructions};
use crate::Failure;

/// The group.
pub(super) struct Generate;

const NAME: &str = "generate";
const FLOOR: &str = "parse, print";

impl Group for Generate {
    fn name(&self) -> &'static str {
        NAME
    }

    fn run(&self, bench: &Session) -> Result<Vec<Row>, Failure> {
        let subjects = subjects(bench.documents.as_deref())?;
        let rows = subjects.iter().map(|subject| rows(bench, subject));
        Ok(rows.collect::<Result<Vec<_>, _>>()?.concat())
    }
}

fn rows(bench: &Session, subject: &Subject) -> Result<Vec<Row>, Failure> {
    let generate = |output: &Path| {
        Contestant::new(&bench.programs.ours)
            .arg("generate")
            .args(&subject.arguments)
            .args(["--out".as_ref(), output])
            .fresh(output)
    };
    let folder = |name: &str| bench.scratch.path().join(name);
    // What the floor prints, whichever contestant was the last to write.
    let printed = folder(&format!("{}-printed", subject.name));
    generate(&printed).run()?;
    let ours = generate(&folder(subject.name));
    let floor = Contestant::new(&bench.programs.xtask)
        .args(["bench-floor", "print"])
        .args(&subject.inputs)
        .arg(&printed);
    let two = ours.clone().threads(2);
    let pair = ours.clone().beside(generate(&folder(&format!("{}-beside", subject.name))));
    let before = bench.before(&ours, subject.name);

    let ([one, two, pair, floor_runs], before_runs) = match &before {
        None => (in_turns([&ours, &two, &pair, &floor], bench.runs)?, None),
        Some(before) => {
            let [before, all @ ..] = in_turns([before, &ours, &two, &pair, &floor], bench.runs)?;
            (all, Some(before))
        }
    };
    let before_figures = |of: fn(&Run) -> f64| before_runs.as_ref().map(|runs| runs.figures(of));
    let large = |budget| (subject.name == LARGE).then_some(budget);
    let row = |what, unit, ours| Row::new(NAME, subject.name, what, unit, ours);
    let texts = size(&printed) + subject.inputs.iter().map(|path| size(path)).sum::<f64>();
    let mut rows = vec![
        row("processor, one thread", Unit::Seconds, one.figures(|run| run.cpu))
            .floor(FLOOR, floor_runs.figures(|run| run.cpu))
            .before(before_figures(|run| run.cpu))
            .budget(large(Budget::Times(1.5))),
        row("clock, two threads", Unit::Seconds, two.figures(|run| run.wall))
            .floor("one thread", one.figures(|run| run.wall))
            // 1.7 times as fast.
            .budget(large(Budget::Times(1.0 / 1.7))),
        // What the machine gives to two that have nothing to do with each other.
        row("clock, half of two at once", Unit::Seconds, pair.figures(|run| run.wall / 2.0))
            .floor("one thread", one.figures(|run| run.wall)),
        row("memory, two threads", Unit::Bytes, two.figures(|run| run.peak))
            .floor("input, output", Figures::exactly(texts))
            .before(before_figures(|run| run.peak))
            .budget(large(Budget::Times(15.0))),
    ];
    rows.extend(peers::rows(bench, subject)?);
    if bench.instructions {
        let before = before.map(|before| instructions::count(bench, &before)).transpose()?;
        let counted = row("instructions", Unit::Instructions, instructions::count(bench, &ours)?);
        rows.push(counted.floor(FLOOR, instructions::count(bench, &floor)?).before(before));
    }
    Ok(rows)
}

/// How many bytes the files at and below `path` have.
fn size(path: &Path) -> f64 {
    match fs::read_dir(path) {
        Ok(entries) => entries.flatten().map(|entry| size(&entry.path())).sum(),
        Err(_) => path.metadata().map_or(0.0, |metadata| metadata.len() as f64),
    }
}
