//! What `type` and `format` say together (Swagger 2.0, Data Types; the OpenAPI format registry).
//!
//! A format that is not in the tables falls back to its type, as the specification says.

use super::keywords::{Keywords, Kind};
use crate::api::{IntegerFormat, NumberFormat, Shape, StringFormat};

/// The shape of a scalar.
pub(super) fn shape(keywords: &Keywords<'_>, binary_is_bytes: bool) -> Option<Shape> {
    let format = keywords.format.as_deref().unwrap_or_default();
    match keywords.kind {
        Kind::Boolean => Some(Shape::Boolean),
        Kind::Integer => Some(Shape::Integer(integer(format).unwrap_or(IntegerFormat::Unspecified))),
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
        Shape::Integer(IntegerFormat::Unspecified) => integer(format).is_none(),
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

fn number(format: &str) -> Option<NumberFormat> {
    match format {
        "float" => Some(NumberFormat::Float),
        "double" => Some(NumberFormat::Double),
        "decimal" => Some(NumberFormat::Decimal),
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
