//! Exact decimal numbers, for limits: in binary, 0.3 is no multiple of 0.1, and `f64` has no
//! 9007199254740993.

use std::cmp::Ordering;
use std::fmt;

/// `digits × 10^exponent`. Equal numbers are equal in every field: there are no trailing zeros.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Decimal {
    negative: bool,
    /// At most [`DIGITS`] of them.
    digits: u128,
    exponent: i32,
}

/// As many digits as leave room in a `u128` for a step by ten.
const DIGITS: usize = 34;
/// Far beyond `f64`, and near enough for a remainder to be found digit by digit.
const LARGEST_EXPONENT: i32 = 9_999;

impl Decimal {
    /// Reads a number as JSON has it (RFC 8259 section 6). One of too many digits is rounded to an `f64`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        Self::exact(text).or_else(|| {
            let float = text.parse::<f64>().ok().filter(|float| float.is_finite())?;
            Self::exact(&format!("{float:e}"))
        })
    }

    fn exact(text: &str) -> Option<Self> {
        let (negative, text) = text.strip_prefix('-').map_or((false, text), |text| (true, text));
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let written = format!("{whole}{fraction}");
        let digits = written.trim_end_matches('0');
        let zeros = i32::try_from(written.len() - digits.len()).ok()?;
        let decimals = i32::try_from(fraction.len()).ok()?;
        let exponent = exponent.parse::<i32>().ok()?.checked_add(zeros)?.checked_sub(decimals)?;
        let digits = digits.trim_start_matches('0');
        if digits.is_empty() {
            return (!written.is_empty()).then_some(Self { negative: false, digits: 0, exponent: 0 });
        }
        if digits.len() > DIGITS || exponent.abs() > LARGEST_EXPONENT {
            return None;
        }
        digits.parse().ok().map(|digits| Self { negative, digits, exponent })
    }

    /// Whether it is a whole number of steps from zero. Every number is a multiple of zero, which
    /// JSON Schema does not allow for a step.
    pub(crate) fn is_multiple_of(self, step: Self) -> bool {
        if self.digits == 0 || step.digits == 0 {
            return true;
        }
        let scale = self.exponent - step.exponent;
        let remainder = self.digits % step.digits;
        // A step with more zeros at its end than the number has does not divide it.
        scale >= 0 && (0..scale).fold(remainder, |remainder, _| remainder * 10 % step.digits) == 0
    }

    fn magnitude(self, other: Self) -> Ordering {
        if self.digits == 0 || other.digits == 0 {
            return self.digits.cmp(&other.digits);
        }
        self.highest_exponent().cmp(&other.highest_exponent()).then_with(|| {
            // Both have their first digit at the same place, so that the longer one has the lower exponent.
            let lowest = self.exponent.min(other.exponent);
            let aligned = |number: Self| number.digits * 10_u128.pow(number.exponent.abs_diff(lowest));
            aligned(self).cmp(&aligned(other))
        })
    }

    fn highest_exponent(self) -> i64 {
        i64::from(self.digits.checked_ilog10().unwrap_or_default()) + i64::from(self.exponent)
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.negative, other.negative) {
            (false, false) => self.magnitude(*other),
            (true, true) => other.magnitude(*self),
            (negative, _) => other.negative.cmp(&negative),
        }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.negative { "-" } else { "" };
        write!(f, "{sign}{}e{}", self.digits, self.exponent)
    }
}
