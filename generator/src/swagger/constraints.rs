//! What values must satisfy beside their type.

use serde_json::{Number, Value};

use super::fields::Fields;

/// Validation keywords (JSON Schema draft 4, "Validation", section 5), as written.
#[derive(Debug, Clone, Default, PartialEq)]
#[expect(missing_docs, reason = "each is the keyword of that name")]
pub struct Constraints {
    pub multiple_of: Option<Number>,
    pub maximum: Option<Number>,
    pub exclusive_maximum: bool,
    pub minimum: Option<Number>,
    pub exclusive_minimum: bool,
    pub max_length: Option<u64>,
    pub min_length: Option<u64>,
    pub pattern: Option<String>,
    pub max_items: Option<u64>,
    pub min_items: Option<u64>,
    pub unique_items: bool,
    pub max_properties: Option<u64>,
    pub min_properties: Option<u64>,
}

impl Constraints {
    pub(crate) fn read(fields: &Fields<'_, '_>) -> Self {
        let (minimum, exclusive_minimum) = bound(fields, "minimum", "exclusiveMinimum");
        let (maximum, exclusive_maximum) = bound(fields, "maximum", "exclusiveMaximum");
        Self {
            multiple_of: fields.number("multipleOf"),
            maximum,
            exclusive_maximum,
            minimum,
            exclusive_minimum,
            max_length: fields.count("maxLength"),
            min_length: fields.count("minLength"),
            pattern: fields.text("pattern"),
            max_items: fields.count("maxItems"),
            min_items: fields.count("minItems"),
            unique_items: fields.flag("uniqueItems"),
            max_properties: fields.count("maxProperties"),
            min_properties: fields.count("minProperties"),
        }
    }
}

/// A bound and whether it is exclusive. Later drafts of JSON Schema write an exclusive bound as a
/// number, which is read with a warning.
fn bound(fields: &Fields<'_, '_>, key: &str, exclusive_key: &str) -> (Option<Number>, bool) {
    match fields.member(exclusive_key) {
        Some(member) if member.value.is_number() => {
            fields.read_as(&member, "a boolean", &format!("read as an exclusive `{key}`"));
            match member.value {
                Value::Number(number) => (Some(number.clone()), true),
                _ => (None, false),
            }
        }
        _ => (fields.number(key), fields.flag(exclusive_key)),
    }
}
