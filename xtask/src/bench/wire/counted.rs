//! The same in instructions, where no other process disturbs the figures: they show what a change costs. The
//! kernel's part of an exchange is not in them, so that they have no budget.

use super::super::Session;
use super::super::figures::Figures;
use super::super::row::Row;
use super::super::unit::Unit;
use super::case::Case;
use super::{NAME, Programs};
use crate::Failure;

/// What of ours is counted, beside what of others.
struct Pair {
    what: &'static str,
    ours: &'static str,
    by_hand: &'static str,
    floor: &'static str,
}

const PAIRS: [Pair; 3] = [
    Pair {
        what: "server, instructions a request",
        ours: "server-ours",
        by_hand: "server-axum",
        floor: "axum",
    },
    Pair {
        what: "client, instructions a request",
        ours: "client-ours",
        by_hand: "client-reqwest",
        floor: "reqwest",
    },
    Pair {
        what: "client over hyper, instructions a request",
        ours: "client-lean",
        by_hand: "client-hyper",
        floor: "hyper-util",
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
        .before(before))
}
