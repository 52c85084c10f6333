//! Runs in turns, of which each begins with the next and every other one goes backwards: A B C, B A C,
//! C A B, A C B. Whatever else the machine does meets all of them alike, and each follows each other as
//! often: some systems give memory anew much faster where another process had it a moment before.

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

/// Runs each of `contestants` so many times, each time in the order that they are in, because of what one finds
/// that another has done; and once before that.
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

/// Measures each of so many things so many times, in turns.
pub(super) fn rounds<T>(
    things: usize,
    times: u32,
    mut measure: impl FnMut(usize) -> Result<T, Failure>,
) -> Result<Vec<Vec<T>>, Failure> {
    let mut all: Vec<Vec<T>> = (0..things).map(|_| Vec::new()).collect();
    for round in 0..times as usize {
        for nth in 0..things {
            let step = if round % 2 == 0 { nth } else { things - nth };
            let at = (round + step) % things;
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
        let runs = rounds(2, 3, |at| {
            order.push(at);
            Ok(order.len())
        });
        assert_eq!(runs.unwrap(), [[1, 4, 5], [2, 3, 6]]);
        assert_eq!(order, [0, 1, 1, 0, 0, 1]);
    }

    #[test]
    fn each_follows_each_other_as_often() {
        let mut order = Vec::new();
        let measured = rounds(3, 6, |at| {
            order.push(at);
            Ok(())
        });
        measured.unwrap();
        let mut follows = [[0; 3]; 3];
        for turn in order.chunks(3) {
            turn.windows(2).for_each(|pair| follows[pair[0]][pair[1]] += 1);
        }
        assert_eq!(follows, [[0, 2, 2], [2, 0, 2], [2, 2, 0]]);
    }
}
