//! Numbers with all of their digits: `format: decimal`, and integers that may be beyond 64 bits.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use serde::de::Error as _;
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use super::{Scalar, ScalarError, json};

/// A number with all the digits that it was written with: `12.50` stays `12.50`, however many there are.
///
/// Numbers are compared by what they are: `12.50`, `12.5` and `125e-1` are equal. There is no arithmetic.
/// For that, libraries have types that are made from its text, as `rust_decimal` does:
///
/// ```text
/// let price: rust_decimal::Decimal = decimal.to_string().parse()?;
/// ```
#[derive(Clone)]
pub struct Decimal(Box<str>);

const EXPECTED: ScalarError = ScalarError::new("expected a number");

impl Decimal {
    /// The number, as JSON has it (RFC 8259 section 6).
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn parts(&self) -> Parts {
        let (is_negative, text) = self.0.strip_prefix('-').map_or((false, &*self.0), |text| (true, text));
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all = format!("{whole}{fraction}");
        let digits = all.trim_start_matches('0');
        // Before there are 2^63 digits, memory ends; `from_str` has seen to the exponent.
        let first = exponent.parse::<i64>().unwrap_or_default() + whole.len() as i64
            - (all.len() - digits.len()) as i64;
        let digits = digits.trim_end_matches('0').to_owned();
        match (digits.is_empty(), is_negative) {
            (true, _) => Parts { sign: 0, first: 0, digits },
            (false, false) => Parts { sign: 1, first, digits },
            (false, true) => Parts { sign: -1, first, digits },
        }
    }
}

/// What two texts of one number have in common.
#[derive(PartialEq, Eq, Hash)]
struct Parts {
    sign: i8,
    /// The place of the first digit that is not zero.
    first: i64,
    /// From there on, without zeros at the end.
    digits: String,
}

impl FromStr for Decimal {
    type Err = ScalarError;

    /// Reads a number as JSON has it. One whose exponent is beyond 32 bits is none.
    fn from_str(text: &str) -> Result<Self, ScalarError> {
        let exponent = text.split_once(['e', 'E']).map_or("0", |(_, exponent)| exponent);
        let is_number = serde_json::from_str::<&RawValue>(text).is_ok_and(|raw| is_number(raw.get()));
        // What is around it in a JSON text is not part of it.
        let is_bare = text.starts_with(['-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'])
            && text.ends_with(|last: char| last.is_ascii_digit());
        match is_number && is_bare && exponent.parse::<i32>().is_ok() {
            true => Ok(Self(text.into())),
            false => Err(EXPECTED),
        }
    }
}

fn is_number(json: &str) -> bool {
    json.starts_with(|first: char| first == '-' || first.is_ascii_digit())
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0 || self.parts() == other.parts()
    }
}

impl Eq for Decimal {}

impl Hash for Decimal {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.parts().hash(state);
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let (one, two) = (self.parts(), other.parts());
        let magnitude = || one.first.cmp(&two.first).then_with(|| one.digits.cmp(&two.digits));
        one.sign.cmp(&two.sign).then_with(|| if one.sign < 0 { magnitude().reverse() } else { magnitude() })
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Decimal({})", self.0)
    }
}

macro_rules! from_integer {
    ($($integer:ty),*) => {$(
        impl From<$integer> for Decimal {
            fn from(integer: $integer) -> Self {
                Self(integer.to_string().into())
            }
        }
    )*};
}

from_integer!(i32, i64, i128, u32, u64, u128);

impl TryFrom<f64> for Decimal {
    type Error = ScalarError;

    /// The shortest number that is read as this one again. What is not finite is an error.
    fn try_from(float: f64) -> Result<Self, ScalarError> {
        match float.is_finite() {
            true => Ok(Self(format!("{float:?}").into())),
            false => Err(ScalarError::new("is not finite")),
        }
    }
}

impl Scalar for Decimal {
    fn to_text(&self) -> Result<String, ScalarError> {
        Ok(self.to_string())
    }

    fn from_text(text: &str) -> Result<Self, ScalarError> {
        text.parse()
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let raw: &RawValue = serde_json::from_str(&self.0).map_err(S::Error::custom)?;
        raw.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = <&RawValue>::deserialize(deserializer)?;
        raw.get().parse().map_err(|_| D::Error::custom(json::misread::<f64>(raw.get(), EXPECTED.reason())))
    }
}
