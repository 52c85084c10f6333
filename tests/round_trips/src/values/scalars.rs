//! Numbers.

use cratewright::api::{Constraints, IntegerFormat, NumberFormat};
use proptest::prelude::*;
use serde_json::{Number, Value, json};

pub(super) fn integer(format: IntegerFormat, limits: &Constraints) -> BoxedStrategy<Value> {
    let (least, most) = match format {
        IntegerFormat::Int32 => (i32::MIN.into(), i32::MAX.into()),
        IntegerFormat::Uint32 => (0, u32::MAX.into()),
        IntegerFormat::Uint64 => (0, u64::MAX.into()),
        IntegerFormat::Int64 | IntegerFormat::Unspecified => (i64::MIN.into(), i64::MAX.into()),
    };
    let limit = |limit: &Option<Number>| limit.as_ref().and_then(Number::as_i128);
    let least: i128 =
        limit(&limits.minimum).map_or(least, |limit| limit + i128::from(limits.exclusive_minimum));
    let most: i128 =
        limit(&limits.maximum).map_or(most, |limit| limit - i128::from(limits.exclusive_maximum));
    let step = limit(&limits.multiple_of).unwrap_or(1).max(1);
    let (first, last) =
        (least.div_euclid(step) + i128::from(least.rem_euclid(step) != 0), most.div_euclid(step));
    let any = prop_oneof![Just(first), Just(last), first..=last];
    let value = |value: i128| u64::try_from(value).map_or_else(|_| json!(value as i64), Value::from);
    any.prop_map(move |steps| value(steps * step)).boxed()
}

/// Finite. Where nothing says otherwise it is any number of the format, in its shortest spelling.
pub(super) fn number(format: NumberFormat, limits: &Constraints) -> BoxedStrategy<Value> {
    let limit = |limit: &Option<Number>| limit.as_ref().and_then(Number::as_f64);
    let step = limit(&limits.multiple_of).unwrap_or(0.125);
    let (minimum, maximum) = (limit(&limits.minimum), limit(&limits.maximum));
    let first = (minimum.unwrap_or(-9e3) / step).ceil() as i64 + i64::from(limits.exclusive_minimum);
    let last = (maximum.unwrap_or(9e3) / step).floor() as i64 - i64::from(limits.exclusive_maximum);
    let steps = (first..=last).prop_map(move |steps| json!(steps as f64 * step));
    if minimum.or(maximum).or(limit(&limits.multiple_of)).is_some() {
        return steps.boxed();
    }
    let any = match format {
        NumberFormat::Float => {
            proptest::num::f32::NORMAL.prop_filter_map("one shortest spelling", of_half_the_digits).boxed()
        }
        NumberFormat::Double | NumberFormat::Decimal => {
            proptest::num::f64::NORMAL.prop_map(Value::from).boxed()
        }
    };
    prop_oneof![steps, any].boxed()
}

/// A number as it is spelled with half of the digits. Some have two spellings that are equally short, and
/// printers disagree on which it is.
fn of_half_the_digits(number: f32) -> Option<Value> {
    let spelled = |text: String| text.parse::<f64>().ok();
    let one = spelled(number.to_string());
    one.filter(|_| one == serde_json::to_string(&number).ok().and_then(spelled)).map(Value::from)
}
