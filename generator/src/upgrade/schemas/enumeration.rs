//! `enum` in the typed lists of [`openapiv3`], where `None` stands for `null`.
//!
//! YAML turns `yes` and `1` into other things than strings, so that values are read as the
//! schema's type where that is plain, with a warning. A list that does not fit is kept raw.

use openapiv3::SchemaData;
use serde_json::Value;

use super::super::extensions::ENUM;
use super::number::as_integer;
use crate::diagnostic::{self as codes, Diagnostic, Place, Sink};
use crate::swagger::Schema;

/// The values of a string.
pub(super) fn strings(schema: &Schema, data: &mut SchemaData, sink: &Sink) -> Vec<Option<String>> {
    typed(schema, data, sink, |value| match value {
        Value::String(text) => Some(Read::Exact(text.clone())),
        Value::Number(_) | Value::Bool(_) => Some(Read::Guessed(value.to_string())),
        _ => None,
    })
}

/// The values of an integer.
pub(super) fn integers(schema: &Schema, data: &mut SchemaData, sink: &Sink) -> Vec<Option<i64>> {
    typed(schema, data, sink, |value| match value {
        Value::Number(number) => as_integer(number).map(Read::Exact),
        Value::String(text) => text.trim().parse().ok().map(Read::Guessed),
        _ => None,
    })
}

/// The values of a number.
pub(super) fn numbers(schema: &Schema, data: &mut SchemaData, sink: &Sink) -> Vec<Option<f64>> {
    typed(schema, data, sink, |value| match value {
        Value::Number(number) => number.as_f64().map(Read::Exact),
        Value::String(text) => {
            text.trim().parse().ok().filter(|float: &f64| float.is_finite()).map(Read::Guessed)
        }
        _ => None,
    })
}

/// The values of a boolean.
pub(super) fn booleans(schema: &Schema, data: &mut SchemaData, sink: &Sink) -> Vec<Option<bool>> {
    typed(schema, data, sink, |value| match value {
        Value::Bool(flag) => Some(Read::Exact(*flag)),
        Value::String(text) => text.trim().parse().ok().map(Read::Guessed),
        _ => None,
    })
}

/// Keeps the list as it is, for types whose values are no scalars.
pub(super) fn raw(schema: &Schema, data: &mut SchemaData) {
    if let Some(values) = &schema.enumeration {
        data.extensions.insert(ENUM.to_owned(), Value::Array(values.clone()));
    }
}

enum Read<T> {
    Exact(T),
    Guessed(T),
}

fn typed<T>(
    schema: &Schema,
    data: &mut SchemaData,
    sink: &Sink,
    read: impl Fn(&Value) -> Option<Read<T>>,
) -> Vec<Option<T>> {
    let mut typed = Vec::new();
    for (index, value) in schema.enumeration.iter().flatten().enumerate() {
        let how = match (value, read(value)) {
            (Value::Null, _) => {
                typed.push(None);
                continue;
            }
            (_, Some(Read::Exact(value))) => {
                typed.push(Some(value));
                continue;
            }
            (_, Some(Read::Guessed(value))) => {
                typed.push(Some(value));
                "read as one that has"
            }
            (_, None) => "the whole list is kept as it is",
        };
        let message = format!("the value `{value}` does not have the type of the schema; {how}");
        let place = Place::Value(schema.pointer.child("enum").index(index));
        sink.report(Diagnostic::new(&codes::ENUM_TYPE, place, message));
        if typed.len() <= index {
            raw(schema, data);
            return Vec::new();
        }
    }
    typed
}
