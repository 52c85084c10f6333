//! Numbers of the document in the narrower fields of [`openapiv3`].

use indexmap::IndexMap;
use serde_json::{Number, Value};

/// Below this, each integer has an `f64` of its own.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// The number as an `f64`. Where that loses digits, the number itself is kept as an extension.
pub(super) fn float(
    number: Option<&Number>,
    name: &str,
    extensions: &mut IndexMap<String, Value>,
) -> Option<f64> {
    let number = number?;
    let float = number.as_f64();
    let exact = number.is_f64() || float.is_some_and(|float| float.abs() < EXACT);
    if !exact {
        extensions.insert(name.to_owned(), Value::Number(number.clone()));
    }
    float
}

/// The number as an `i64`. One that is none (a fraction, or too large) is kept as an extension.
pub(super) fn integer(
    number: Option<&Number>,
    name: &str,
    extensions: &mut IndexMap<String, Value>,
) -> Option<i64> {
    let number = number?;
    let integer = as_integer(number);
    if integer.is_none() {
        extensions.insert(name.to_owned(), Value::Number(number.clone()));
    }
    integer
}

/// The integer that a number is, also when it is written `1.0`.
pub(super) fn as_integer(number: &Number) -> Option<i64> {
    let whole = |float: &f64| float.fract() == 0.0 && float.abs() < EXACT;
    number
        .as_i64()
        .or_else(|| number.as_f64().filter(|_| number.is_f64()).filter(whole).map(|float| float as i64))
}

/// A count, as large as there can be.
pub(super) fn count(count: Option<u64>) -> Option<usize> {
    count.map(|count| usize::try_from(count).unwrap_or(usize::MAX))
}
