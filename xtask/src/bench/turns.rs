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
    let mut runs = all_in_turns(&contestants, times)?.into_iter();
    Ok(contestants.map(|_| runs.next().unwrap_or(Runs(Vec::new()))))
}

/// The same for as many as there are.
pub(super) fn all_in_turns(contestants: &[&Contestant], times: u32) -> Result<Vec<Runs>, Failure> {
    for contestant in contestants {
        contestant.run()?;
    }
    let runs = rounds(contestants.len(), times, |at| contestants[at].run())?;
    Ok(runs.into_iter().map(Runs).collect())
}

/// Measures each of so many things so many times, in turns.
pub(super) fn rounds<T>(
    things: usize,
    times: u32,
    mut measure: impl FnMut(usize) -> Result<T, Failure>,
) -> Result<Vec<Vec<T>>, Failure> {
    let mut all: Vec<Vec<T>> = (0..things).map(|_| Vec::new()).collect();
    for _ in 0..times {
        for (at, runs) in all.iter_mut().enumerate() {
            runs.push(measure(at)?);
        }
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_take_turns() {
        let mut order = Vec::new();
        let runs = rounds(2, 3, |at| {
            order.push(at);
            Ok(order.len())
        });
        assert_eq!(runs.unwrap(), [[1, 3, 5], [2, 4, 6]]);
        assert_eq!(order, [0, 1, 0, 1, 0, 1]);
    }
}
