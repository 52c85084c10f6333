//! What values must satisfy beside their type.

use serde_json::{Number, Value};

use super::Reader;
use super::fields::Fields;
use super::reader::Dialect;
use crate::diagnostic::{self as codes, Diagnostic, Place};

/// Validation keywords (JSON Schema draft 4, "Validation", section 5), as written.
#[derive(Debug, Clone, PartialEq)]
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
    /// Anything will do.
    pub const NONE: Self = Self {
        multiple_of: None,
        maximum: None,
        exclusive_maximum: false,
        minimum: None,
        exclusive_minimum: false,
        max_length: None,
        min_length: None,
        pattern: None,
        max_items: None,
        min_items: None,
        unique_items: false,
        max_properties: None,
        min_properties: None,
    };

    /// Those of a schema, if it has any.
    pub(crate) fn read(fields: &Fields<'_, '_>, reader: &Reader<'_, '_>) -> Option<Self> {
        let (minimum, exclusive_minimum) = bound(fields, reader, "minimum", "exclusiveMinimum");
        let (maximum, exclusive_maximum) = bound(fields, reader, "maximum", "exclusiveMaximum");
        let constraints = Self {
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
        };
        (constraints != Self::NONE).then_some(constraints)
    }
}

/// A bound and whether it is exclusive. OpenAPI 3.1 writes an exclusive bound as a number, which
/// is the bound then, unless there is another.
fn bound(
    fields: &Fields<'_, '_>,
    reader: &Reader<'_, '_>,
    key: &str,
    exclusive_key: &str,
) -> (Option<Number>, bool) {
    let inclusive = fields.number(key);
    match fields.member(exclusive_key).map(|member| (member.value, member.pointer)) {
        Some((Value::Number(number), pointer)) => {
            if reader.dialect == Dialect::Swagger2 {
                let message = format!("`{exclusive_key}` is a number; read as an exclusive `{key}`");
                reader.report(Diagnostic::new(&codes::READ_AS, Place::Value(pointer), message));
            }
            match inclusive {
                Some(inclusive) => (Some(inclusive), false),
                None => (Some(number.clone()), true),
            }
        }
        _ => (inclusive, fields.flag(exclusive_key)),
    }
}
