//! What an operation costs in documents of one operation and of ten thousand.

use std::fs;

use super::figures::Figures;
use super::row::{Budget, Row};
use super::run::{Contestant, Run};
use super::turns::{Runs, in_turns};
use super::unit::Unit;
use super::{Group, Session, synthetic};
use crate::Failure;

/// The group.
pub(super) struct Scale;

const NAME: &str = "scale";

/// How many operations the documents have.
const SIZES: [usize; 5] = [1, 10, 100, 1_000, 10_000];
/// From here on, what every run costs no longer counts.
const BASE: usize = 100;

impl Group for Scale {
    fn name(&self) -> &'static str {
        NAME
    }

    fn run(&self, bench: &Session) -> Result<Vec<Row>, Failure> {
        let mut rows = Vec::new();
        let mut base = None;
        for size in SIZES {
            let (runs, before) = measure(bench, size)?;
            let each = |of: fn(&Run) -> f64| runs.figures(of).per(size as f64);
            let earlier =
                |of: fn(&Run) -> f64| before.as_ref().map(|before| before.figures(of).per(size as f64));
            let (time, memory) = (each(|run| run.cpu), each(|run| run.peak));
            if size == BASE {
                base = Some((time.clone(), memory.clone()));
            }
            let (base_time, base_memory) = base.clone().unzip();
            let processor = row(size, "processor, an operation", Unit::Seconds, time, base_time);
            rows.push(processor.before(earlier(|run| run.cpu)));
            let peak = row(size, "memory, an operation", Unit::Bytes, memory, base_memory);
            rows.push(peak.before(earlier(|run| run.peak)));
        }
        Ok(rows)
    }
}

fn row(size: usize, what: &'static str, unit: Unit, ours: Figures, base: Option<Figures>) -> Row {
    let case = if size == 1 { "1 operation".to_owned() } else { format!("{size} operations") };
    let row = Row::new(NAME, &case, what, unit, ours);
    match base.filter(|_| size > BASE) {
        Some(base) => row.floor("of 100", base).budget(Some(Budget::Times(1.2))),
        None => row,
    }
}

/// Ours, and the other revision if there is one.
fn measure(bench: &Session, size: usize) -> Result<(Runs, Option<Runs>), Failure> {
    let folder = bench.scratch.path();
    let (document, output) = (folder.join(format!("{size}.json")), folder.join(size.to_string()));
    fs::write(&document, synthetic::document(size).to_string()).map_err(|error| error.to_string())?;
    let ours = Contestant::new(&bench.programs.ours)
        .args(["generate".into(), document])
        .args(["--out".into(), output.clone()])
        .fresh(&output);
    // A large one takes long enough for chance not to matter.
    let runs = if size > 1_000 { bench.runs.min(3) } else { bench.runs };
    match bench.before(&ours, NAME) {
        None => in_turns([&ours], runs).map(|[ours]| (ours, None)),
        Some(before) => in_turns([&before, &ours], runs).map(|[before, ours]| (ours, Some(before))),
    }
}
