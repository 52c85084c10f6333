//! What figures are figures of.

use serde::Serialize;

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Unit {
    /// Time, in seconds.
    Seconds,
    /// Memory.
    Bytes,
    /// Instructions of the processor.
    Instructions,
    /// So many in a second.
    Rate,
}

impl Unit {
    /// With three digits that count: `1.53 s`, `96.2 MB`, `12.1 µs`.
    pub(super) fn show(self, figure: f64) -> String {
        let (scales, name): (&[(f64, &str)], _) = match self {
            Self::Seconds => (&[(1.0, ""), (1e-3, "m"), (1e-6, "µ")], "s"),
            Self::Bytes => (&[(1e9, "G"), (1e6, "M"), (1e3, "k"), (1.0, "")], "B"),
            Self::Instructions => (&[(1e9, "G"), (1e6, "M"), (1e3, "k"), (1.0, "")], "Ir"),
            Self::Rate => (&[(1e6, "M"), (1e3, "k"), (1.0, "")], "/s"),
        };
        let fits = |(scale, _): &&(f64, &str)| figure >= *scale;
        let found = scales.iter().find(fits).or(scales.last());
        let (scale, prefix) = found.copied().unwrap_or((1.0, ""));
        let scaled = figure / scale;
        let digits = if scaled >= 100.0 { 0 } else { 1 + usize::from(scaled < 10.0) };
        format!("{scaled:.digits$} {prefix}{name}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_has_three_digits_that_count() {
        assert_eq!(Unit::Seconds.show(1.534), "1.53 s");
        assert_eq!(Unit::Seconds.show(0.0401), "40.1 ms");
        assert_eq!(Unit::Bytes.show(191_956_000.0), "192 MB");
        assert_eq!(Unit::Instructions.show(1_722_548_809.0), "1.72 GIr");
        assert_eq!(Unit::Rate.show(52_140.0), "52.1 k/s");
        assert_eq!(Unit::Seconds.show(0.0), "0.00 µs");
    }
}
