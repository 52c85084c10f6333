//! Equality as JSON Schema has it (draft 4 core, section 3.6): 1 is 1.0, and members have no order.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt::Write;

use super::decimal::Decimal;
use crate::runtime::JsonValue;

/// Whether no two elements are equal.
pub(super) fn all_differ(elements: &[JsonValue]) -> bool {
    let mut known = HashSet::new();
    elements.iter().all(|element| known.insert(canonical(element)))
}

/// Whether no two elements of a parameter are equal.
pub(super) fn all_differ_as_text(elements: &[Cow<'_, str>]) -> bool {
    let mut known = HashSet::new();
    elements.iter().all(|element| known.insert(element))
}

/// Whether a value is the one that `json` says.
pub(super) fn is(json: &str, value: &JsonValue) -> bool {
    serde_json::from_str(json).is_ok_and(|known| canonical(&known) == canonical(value))
}

/// Whether the text of a parameter is the value that `json` says.
pub(super) fn is_text(json: &str, text: &str) -> bool {
    match serde_json::from_str(json) {
        Ok(JsonValue::String(known)) => known == text,
        Ok(JsonValue::Number(known)) => Decimal::parse(text) == Decimal::parse(&known.to_string()),
        _ => json == text,
    }
}

/// A text that equal values have in common, and no others.
fn canonical(value: &JsonValue) -> String {
    let mut text = String::new();
    write_canonical(&mut text, value);
    text
}

fn write_canonical(text: &mut String, value: &JsonValue) {
    // Writing to a `String` does not fail.
    let _ = match value {
        JsonValue::Number(number) => match Decimal::parse(&number.to_string()) {
            Some(number) => write!(text, "{number}"),
            None => write!(text, "{number}"),
        },
        JsonValue::Array(elements) => {
            text.push('[');
            for element in elements {
                write_canonical(text, element);
                text.push(',');
            }
            write!(text, "]")
        }
        JsonValue::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            members.sort_unstable_by_key(|(name, _)| *name);
            text.push('{');
            for (name, value) in members {
                let _ = write!(text, "{name:?}:");
                write_canonical(text, value);
                text.push(',');
            }
            write!(text, "}}")
        }
        scalar => write!(text, "{scalar}"),
    };
}
