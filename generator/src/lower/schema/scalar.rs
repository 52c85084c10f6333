//! What `type` and `format` say together (Swagger 2.0, Data Types; the OpenAPI format registry).
//!
//! A format that is not in the tables falls back to its type, as the specification says.

use serde_json::{Number, Value};

use super::keywords::{Keywords, Kind};
use crate::api::{Constraints, IntegerFormat, NumberFormat, Shape, StringFormat};

/// The shape of a scalar.
pub(super) fn shape(keywords: &Keywords<'_>, binary_is_bytes: bool) -> Option<Shape> {
    let format = keywords.format.as_deref().unwrap_or_default();
    match keywords.kind {
        Kind::Boolean => Some(Shape::Boolean),
        Kind::Integer => Some(integer(format).map_or_else(|| wide_enough(format, keywords), Shape::Integer)),
        // The registry has the integer formats for numbers too.
        Kind::Number => Some(match integer(format) {
            Some(format) => Shape::Integer(format),
            None => Shape::Number(number(format).unwrap_or(NumberFormat::Double)),
        }),
        Kind::String if format == "binary" && binary_is_bytes => Some(Shape::Bytes),
        Kind::String => Some(Shape::String(string(format).unwrap_or(StringFormat::Plain))),
        // Without a type, a format that only one type has tells the type.
        Kind::Missing => (integer(format).map(Shape::Integer))
            .or_else(|| number(format).map(Shape::Number))
            .or_else(|| string(format).map(Shape::String)),
        Kind::Array | Kind::Object | Kind::Unknown(_) => None,
    }
}

/// Whether a format has no type of its own, so that it is only words.
pub(super) fn is_only_words(format: &str, shape: &Shape) -> bool {
    match shape {
        Shape::String(StringFormat::Plain) => !matches!(format, "password" | "binary" | ""),
        Shape::Integer(IntegerFormat::Unspecified | IntegerFormat::Uint64) => integer(format).is_none(),
        Shape::Number(NumberFormat::Double) => number(format).is_none(),
        Shape::Boolean => true,
        _ => false,
    }
}

fn integer(format: &str) -> Option<IntegerFormat> {
    match format {
        "int32" | "int16" | "int8" => Some(IntegerFormat::Int32),
        "int64" | "long" => Some(IntegerFormat::Int64),
        "uint32" | "uint16" | "uint8" => Some(IntegerFormat::Uint32),
        "uint64" => Some(IntegerFormat::Uint64),
        _ => None,
    }
}

/// An integer without a format, or with one that is not in the table: 64 bits, unless the schema itself has
/// a number that is beyond them.
fn wide_enough(format: &str, keywords: &Keywords<'_>) -> Shape {
    let big = Shape::Number(NumberFormat::Decimal);
    if matches!(format, "bigint" | "biginteger" | "int128" | "uint128") {
        return big;
    }
    let Constraints { minimum, maximum, .. } = &keywords.constraints;
    let said = [&keywords.data.default, &keywords.data.example].into_iter().flatten();
    let numbers: Vec<&Number> = said.filter_map(Value::as_number).chain(minimum).chain(maximum).collect();
    // Some writers round what they write to an `f64`: 2^63 stands for the last number before it.
    let is_within = |number: &Number, least: f64, most: f64| {
        number.as_f64().is_some_and(|number| (least..=most).contains(&number))
    };
    let fits_signed = |number: &&Number| is_within(number, i64::MIN as f64, i64::MAX as f64);
    let fits_unsigned = |number: &&Number| is_within(number, 0.0, u64::MAX as f64);
    let is_beyond = |number: &&Number| number.is_u64() && !number.is_i64() || !fits_signed(number);
    match numbers.iter().any(is_beyond) {
        false => Shape::Integer(IntegerFormat::Unspecified),
        true if numbers.iter().all(fits_unsigned) => Shape::Integer(IntegerFormat::Uint64),
        true => big,
    }
}

fn number(format: &str) -> Option<NumberFormat> {
    match format {
        "float" => Some(NumberFormat::Float),
        "double" => Some(NumberFormat::Double),
        "decimal" | "decimal128" => Some(NumberFormat::Decimal),
        _ => None,
    }
}

fn string(format: &str) -> Option<StringFormat> {
    match format {
        "byte" => Some(StringFormat::Base64),
        "date" => Some(StringFormat::Date),
        "date-time" => Some(StringFormat::DateTime),
        "uuid" => Some(StringFormat::Uuid),
        "ipv4" => Some(StringFormat::Ipv4),
        "ipv6" => Some(StringFormat::Ipv6),
        "int64" => Some(StringFormat::Int64),
        "uint64" => Some(StringFormat::Uint64),
        "binary" | "password" | "uri" | "email" | "hostname" => Some(StringFormat::Plain),
        _ => None,
    }
}
