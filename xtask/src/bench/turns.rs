//! Runs in turns: A B A B, so that whatever else the machine does meets all of them alike.

use super::figures::Figures;
use super::run::{Contestant, Run};
use crate::Failure;

/// The runs of one contestant.
#[derive(Debug, Clone)]
pub(super) struct Runs(Vec<Run>);

impl Runs {
    /// One figure of each run.
    pub(super) fn figures(&self, of: impl Fn(&Run) -> f64) -> Figures {
        Figures::of(self.0.iter().map(of).collect())
    }
}

/// Runs each of `contestants` so many times, and once before that for the caches of the system.
pub(super) fn in_turns<const N: usize>(
    contestants: [&Contestant; N],
    times: u32,
) -> Result<[Runs; N], Failure> {
    for contestant in contestants {
        contestant.run()?;
    }
    let mut runs = contestants.map(|_| Runs(Vec::new()));
    for _ in 0..times {
        for (contestant, runs) in contestants.iter().zip(&mut runs) {
            runs.0.push(contestant.run()?);
        }
    }
    Ok(runs)
}
