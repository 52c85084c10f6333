//! Several figures of one thing: the one in the middle, and how far the others are apart.

use serde::Serialize;

/// The median of some figures and the quarters around it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub(super) struct Figures {
    /// Half of them are below.
    pub(super) median: f64,
    /// A quarter of them is below.
    pub(super) low: f64,
    /// A quarter of them is above.
    pub(super) high: f64,
    /// How many there are.
    pub(super) runs: usize,
}

impl Figures {
    /// Of nothing, everything is 0.
    pub(super) fn of(mut figures: Vec<f64>) -> Self {
        figures.sort_by(f64::total_cmp);
        let last = figures.len().saturating_sub(1) as f64;
        // Between two of them where there is none at that place.
        let at = |share: f64| {
            let (place, figure) =
                (last * share, |at: f64| figures.get(at as usize).copied().unwrap_or_default());
            let (below, above) = (figure(place.floor()), figure(place.ceil()));
            below + (above - below) * place.fract()
        };
        Self { median: at(0.5), low: at(0.25), high: at(0.75), runs: figures.len() }
    }

    /// A figure that is the same each time.
    pub(super) fn exactly(figure: f64) -> Self {
        Self::of(vec![figure])
    }

    /// Each of them divided by a number.
    pub(super) fn per(self, number: f64) -> Self {
        Self { median: self.median / number, low: self.low / number, high: self.high / number, ..self }
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
        assert_eq!((figures.median, figures.low, figures.high, figures.runs), (1.1, 1.0, 1.2, 5));
    }

    #[test]
    fn the_median_of_two_is_between_them() {
        assert_eq!(Figures::of(vec![3.0, 1.0]).median, 2.0);
    }
}
