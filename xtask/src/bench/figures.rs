//! Several figures of one thing: the one in the middle, and how far the others are apart.

use serde::Serialize;

/// The median of some figures and the quarters around it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Figures {
    /// Half of them are below.
    pub(super) median: f64,
    /// A quarter of them is below.
    pub(super) low: f64,
    /// A quarter of them is above.
    pub(super) high: f64,
    /// All of them, in the order in which they were taken.
    pub(super) turns: Vec<f64>,
}

impl Figures {
    /// Of nothing, everything is 0.
    pub(super) fn of(turns: Vec<f64>) -> Self {
        let mut figures = turns.clone();
        figures.sort_by(f64::total_cmp);
        let last = figures.len().saturating_sub(1) as f64;
        // Between two of them where there is none at that place.
        let at = |share: f64| {
            let (place, figure) =
                (last * share, |at: f64| figures.get(at as usize).copied().unwrap_or_default());
            let (below, above) = (figure(place.floor()), figure(place.ceil()));
            below + (above - below) * place.fract()
        };
        Self { median: at(0.5), low: at(0.25), high: at(0.75), turns }
    }

    /// A figure that is the same each time.
    pub(super) fn exactly(figure: f64) -> Self {
        Self::of(vec![figure])
    }

    /// Each of them divided by a number.
    pub(super) fn per(&self, number: f64) -> Self {
        Self::of(self.turns.iter().map(|figure| figure / number).collect())
    }

    /// How many times another one they are, turn by turn: what the machine is slower at for a while, it is
    /// slower at for both. Where the other one had more turns or fewer, its median has to do.
    pub(super) fn times(&self, other: &Self) -> Self {
        if self.turns.len() != other.turns.len() {
            return self.per(other.median);
        }
        Self::of(self.turns.iter().zip(&other.turns).map(|(figure, other)| figure / other).collect())
    }

    /// Half of what lies between the quarters, as a share of the median.
    pub(super) fn spread(&self) -> f64 {
        if self.median == 0.0 { 0.0 } else { (self.high - self.low) / 2.0 / self.median }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slow_run_moves_neither_median_nor_spread_far() {
        let figures = Figures::of(vec![1.0, 90.0, 1.2, 1.1, 0.9]);
        assert_eq!((figures.median, figures.low, figures.high), (1.1, 1.0, 1.2));
    }

    #[test]
    fn the_median_of_two_is_between_them() {
        assert_eq!(Figures::of(vec![3.0, 1.0]).median, 2.0);
    }

    #[test]
    fn what_slows_both_of_a_turn_is_not_seen_in_how_many_times_one_is_the_other() {
        let (ours, floor) = (Figures::of(vec![2.0, 6.0, 4.0]), Figures::of(vec![1.0, 3.0, 2.0]));
        let times = ours.times(&floor);
        assert_eq!((times.median, times.spread()), (2.0, 0.0));
        assert_eq!(ours.times(&Figures::exactly(2.0)).turns, [1.0, 3.0, 2.0]);
    }
}
