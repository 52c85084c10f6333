//! Runs in turns, of which each begins with the next: A B C, B C A, C A B. Whatever else the machine does
//! meets all of them alike, and none always follows the same other. Some systems give memory anew much
//! faster where another process had it a moment before.

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

/// Runs each of `contestants` so many times, each time in the order that they are in, because one undoes
/// what another has done; and once before that.
pub(super) fn in_order<const N: usize>(
    contestants: [&Contestant; N],
    times: u32,
) -> Result<[Runs; N], Failure> {
    let mut runs = contestants.map(|_| Runs(Vec::new()));
    for round in 0..=times {
        for (contestant, runs) in contestants.iter().zip(&mut runs) {
            let run = contestant.run()?;
            runs.0.extend((round > 0).then_some(run));
        }
    }
    Ok(runs)
}

/// Measures each of so many things so many times, in turns that begin with the next.
pub(super) fn rounds<T>(
    things: usize,
    times: u32,
    mut measure: impl FnMut(usize) -> Result<T, Failure>,
) -> Result<Vec<Vec<T>>, Failure> {
    let mut all: Vec<Vec<T>> = (0..things).map(|_| Vec::new()).collect();
    for round in 0..times as usize {
        for at in (0..things).map(|nth| (round + nth) % things) {
            all[at].push(measure(at)?);
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
        let runs = rounds(3, 3, |at| {
            order.push(at);
            Ok(order.len())
        });
        assert_eq!(runs.unwrap(), [[1, 6, 8], [2, 4, 9], [3, 5, 7]]);
        assert_eq!(order, [0, 1, 2, 1, 2, 0, 2, 0, 1]);
    }
}
