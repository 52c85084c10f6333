//! Numbers that may satisfy constraints: small ones, and those beside the limits. Which of them do
//! is for others to say.

use serde_json::{Number, Value};

use crate::api::Constraints;

/// Far beyond every integer that a type can hold, and far from the end of `i128`.
const FARTHEST: i128 = 1 << 70;

/// Whole numbers, different ones for each `nth`.
pub(super) fn integers(limits: &Constraints, nth: u64) -> impl Iterator<Item = Value> {
    let (least, most) = (limits.minimum.as_ref().map(whole), limits.maximum.as_ref().map(whole));
    let step = limits.multiple_of.as_ref().and_then(whole_step);
    let nth = i128::from(nth);
    let nearby = beside(least, most, nth, nth);
    nearby.flat_map(move |number| multiples(number, step.unwrap_or(1))).filter_map(integer)
}

/// Numbers with a point, different ones for each `nth`.
pub(super) fn decimals(limits: &Constraints, nth: u64) -> impl Iterator<Item = f64> {
    // In units of the last digit that any limit has: decimal fractions have no exact form otherwise.
    let given = [&limits.minimum, &limits.maximum, &limits.multiple_of];
    let places = given.into_iter().flatten().map(places).max().unwrap_or(0).min(12);
    // Between two limits that differ in their last digit there is something too.
    let places = places + u32::from(limits.multiple_of.is_none());
    let unit = 10_i128.pow(places);
    let scaled = |number: &Number| (number.as_f64().unwrap_or_default() * unit as f64).round() as i128;
    let scaled =
        |number: &Option<Number>| number.as_ref().map(|number| scaled(number).clamp(-FARTHEST, FARTHEST));
    let (least, most) = (scaled(&limits.minimum), scaled(&limits.maximum));
    let step = scaled(&limits.multiple_of).filter(|step| *step > 0).unwrap_or(1);
    let nth = i128::from(nth);
    let nearby = beside(least, most, nth * unit, nth * step);
    nearby.flat_map(move |number| multiples(number, step)).map(move |number| number as f64 / unit as f64)
}

/// `far` from zero and from the limits, then `near` to the limits, then the limits themselves.
fn beside(least: Option<i128>, most: Option<i128>, far: i128, near: i128) -> impl Iterator<Item = i128> {
    let above = least.into_iter().flat_map(move |least| [least + far, least + near, least]);
    let below = most.into_iter().flat_map(move |most| [most - far, most - near, most]);
    [far].into_iter().chain(above).chain(below).chain([0])
}

/// The multiples of a step on both sides of a number.
fn multiples(number: i128, step: i128) -> [i128; 2] {
    let lower = number.div_euclid(step) * step;
    [if lower == number { lower } else { lower + step }, lower]
}

/// The nearest whole number that is not below.
fn whole(number: &Number) -> i128 {
    let exact = number.as_i64().map(i128::from).or_else(|| number.as_u64().map(i128::from));
    exact.unwrap_or_else(|| number.as_f64().unwrap_or_default().ceil() as i128).clamp(-FARTHEST, FARTHEST)
}

/// The least whole multiple of a step, which may be a fraction.
fn whole_step(step: &Number) -> Option<i128> {
    let step = step.as_f64().filter(|step| *step > 0.0)?;
    let multiples = (1..=1000).map(|count| step * f64::from(count));
    multiples.filter(|multiple| multiple.fract() == 0.0).map(|multiple| multiple as i128).next()
}

/// How many digits there are after the point.
fn places(number: &Number) -> u32 {
    let text = number.to_string();
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((&text, "0"));
    let digits = mantissa.split_once('.').map_or(0, |(_, digits)| digits.trim_end_matches('0').len());
    let exponent: i64 = exponent.parse().unwrap_or(0);
    u32::try_from(digits as i64 - exponent).unwrap_or(0)
}

fn integer(number: i128) -> Option<Value> {
    let signed = i64::try_from(number).ok().map(Value::from);
    signed.or_else(|| u64::try_from(number).ok().map(Value::from))
}
