//! Random values of every operation, to and fro between the two sides of the crate. They come from the
//! documents, the bytes from an encoder that is none of ours to generate (`tests/round_trips/`).

use std::collections::BTreeMap;
use std::fs;

use super::super::session::Session;
use super::super::suite::{Score, Stop, Suite};
use super::missing::Missing;
use super::{PATIENCE, PROJECT, crate_of_all, generated, test};
use crate::Failure;

/// Every operation of the server's documents, in both directions.
#[derive(Debug)]
pub(in super::super) struct RoundTrips;

const NAME: &str = "round_trips";

impl Suite for RoundTrips {
    fn name(&self) -> &'static str {
        NAME
    }

    /// The crate is the one that the server is called with.
    fn folder(&self) -> &'static str {
        "autorest"
    }

    /// Nothing is sent.
    fn is_logged(&self) -> bool {
        false
    }

    fn run(&self, session: &mut Session) -> Result<Score, Stop> {
        let untried = Missing::read(PROJECT, "untried.tsv")?;
        generated(session)?;
        let operations = crate_of_all::list()?;
        let ended = session.run(NAME, test(NAME)?, PATIENCE);
        let words = fs::read_to_string(session.log(NAME)).map_err(|error| error.to_string())?;
        let trips = Trips::read(&words);
        match ended {
            Err(why) if trips.missed.is_empty() => Err(Stop::Failed(why)),
            _ if trips.lines != 2 * operations => Err(Failure::from("not every operation was tried").into()),
            _ => Ok(trips.judge(&untried)),
        }
    }
}

/// What the program says: a line for each operation and direction.
#[derive(Debug, Default)]
struct Trips<'w> {
    lines: usize,
    cases: usize,
    passed: usize,
    /// What did not come back, such as `requests of body_array::get_null`, and why.
    missed: BTreeMap<&'w str, &'w str>,
}

impl<'w> Trips<'w> {
    /// Each line is `ok 256 requests of body_array::get_null`, or `missed` with `: ` and why.
    fn read(words: &'w str) -> Self {
        let mut trips = Self::default();
        for line in words.lines() {
            let mut cells = line.splitn(3, ' ');
            let (verdict, cases, what) = (cells.next(), cells.next(), cells.next().unwrap_or_default());
            let Some(cases) = cases.and_then(|cases| cases.parse::<usize>().ok()) else { continue };
            match verdict {
                Some("ok") => trips.passed += cases,
                Some("missed") => trips.missed.extend([what.split_once(": ").unwrap_or((what, ""))]),
                _ => continue,
            }
            trips.lines += 1;
            trips.cases += cases;
        }
        trips
    }

    /// What was missed speaks against us unless a line says why, and so does a line for what was not.
    fn judge(&self, untried: &Missing) -> Score {
        let unknown = self.missed.iter().filter(|(what, _)| !untried.has(what));
        let mut faults: Vec<String> = unknown.map(|(what, why)| format!("missed: {what}: {why}")).collect();
        faults.extend(untried.stale(|what| self.missed.contains_key(what)));
        Score { cases: self.cases, passed: self.passed, faults }
    }
}

#[cfg(test)]
mod tests {
    use super::Trips;

    #[test]
    fn each_operation_and_direction_is_a_line() {
        let trips = Trips::read("ok 256 requests of a::b\nnoise\nmissed 256 responses of a::b: why: that\n");
        assert_eq!((trips.lines, trips.cases, trips.passed), (2, 512, 256));
        assert_eq!(trips.missed["responses of a::b"], "why: that");
    }
}
