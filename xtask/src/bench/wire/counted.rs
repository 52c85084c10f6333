//! The same in instructions, where no other process disturbs the figures.

use super::super::Session;
use super::super::figures::Figures;
use super::super::row::{Budget, Row};
use super::super::unit::Unit;
use super::case::Case;
use super::{CLIENT, NAME, Programs, SERVER};
use crate::Failure;

/// What of ours is counted, beside what of others.
struct Pair {
    what: &'static str,
    ours: &'static str,
    by_hand: &'static str,
    floor: &'static str,
    least: f64,
}

const PAIRS: [Pair; 3] = [
    Pair {
        what: "server, instructions a request",
        ours: "server-ours",
        by_hand: "server-axum",
        floor: "axum",
        least: SERVER,
    },
    Pair {
        what: "client, instructions a request",
        ours: "client-ours",
        by_hand: "client-reqwest",
        floor: "reqwest",
        least: CLIENT,
    },
    Pair {
        what: "client over hyper, instructions a request",
        ours: "client-lean",
        by_hand: "client-hyper",
        floor: "hyper-util",
        least: CLIENT,
    },
];

/// The rows of all cases with one connection. With several it is chance how many exchanges meet in one turn
/// of the loop.
pub(super) fn rows(bench: &Session, programs: &Programs, cases: &[Case]) -> Result<Vec<Row>, Failure> {
    let alone = cases.iter().filter(|case| case.connections == 1);
    // Only servers have routes.
    let all = |case: &&Case| PAIRS.iter().take(if case.routes == 1 { PAIRS.len() } else { 1 });
    let all = alone.flat_map(|case| all(&case).map(move |pair| (case, pair)));
    all.map(|(case, pair)| row(bench, programs, case, pair)).collect()
}

fn row(bench: &Session, programs: &Programs, case: &Case, pair: &Pair) -> Result<Row, Failure> {
    let count = |program, what| case.instructions(bench, program, what).map(Figures::exactly);
    // The other revision is built without the lean transport.
    let before = programs.before.as_ref().filter(|_| pair.ours != "client-lean");
    let before = before.map(|before| count(before, pair.ours)).transpose()?;
    let ours = count(&programs.ours, pair.ours)?;
    Ok(Row::new(NAME, &case.name(), pair.what, Unit::Instructions, ours)
        .floor(pair.floor, count(&programs.ours, pair.by_hand)?)
        .before(before)
        .budget(Some(Budget::Times(1.0 / pair.least))))
}
