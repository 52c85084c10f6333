//! Parameters, and the Items Objects that they and headers are.

use serde_json::Value;

use super::schema::{FORMATS, FORMATS_WITH_MULTI, SCHEMA_NOUN};
use super::words::FORMAT;
use super::{List, Noun, Shape};

/// The types of values outside of bodies.
pub(super) const TYPES: &[&str] = &["string", "number", "integer", "boolean", "array"];

/// The parameter that `value` wants to be.
pub(super) fn parameter(value: &Value) -> &'static Shape {
    match value.get("in").and_then(Value::as_str) {
        Some("body") => &BODY,
        Some("query") => &QUERY,
        Some("formData") => &FORM_DATA,
        Some("path") => &PATH,
        _ => &HEADER,
    }
}

static BODY: Shape = Shape::Object(&Noun::new(
    "Parameter",
    &[
        ("name", Shape::Text),
        ("in", Shape::Word(&["body"])),
        ("description", Shape::Text),
        ("required", Shape::Flag),
        ("schema", Shape::Object(&SCHEMA_NOUN)),
    ],
    &["name", "in", "schema"],
));

static QUERY: Shape = Shape::Object(&Noun {
    patterned: |name| items_field(name, &FORMATS_WITH_MULTI),
    ..Noun::new(
        "Parameter",
        &[
            ("name", Shape::Text),
            ("in", Shape::Word(&["query"])),
            ("description", Shape::Text),
            ("required", Shape::Flag),
            ("allowEmptyValue", Shape::Flag),
            ("type", Shape::Word(TYPES)),
        ],
        &["name", "in", "type"],
    )
});

static FORM_DATA: Shape = Shape::Object(&Noun {
    patterned: |name| items_field(name, &FORMATS_WITH_MULTI),
    ..Noun::new(
        "Parameter",
        &[
            ("name", Shape::Text),
            ("in", Shape::Word(&["formData"])),
            ("description", Shape::Text),
            ("required", Shape::Flag),
            ("allowEmptyValue", Shape::Flag),
            ("type", Shape::Word(&["string", "number", "integer", "boolean", "array", "file"])),
        ],
        &["name", "in", "type"],
    )
});

static PATH: Shape = Shape::Object(&Noun {
    patterned: |name| items_field(name, &FORMATS),
    ..Noun::new(
        "Parameter",
        &[
            ("name", Shape::Text),
            ("in", Shape::Word(&["path"])),
            ("description", Shape::Text),
            ("required", Shape::True),
            ("type", Shape::Word(TYPES)),
        ],
        &["name", "in", "required", "type"],
    )
});

static HEADER: Shape = Shape::Object(&Noun {
    patterned: |name| items_field(name, &FORMATS),
    ..Noun::new(
        "Parameter",
        &[
            ("name", Shape::Text),
            ("in", Shape::Word(&["query", "header", "path", "formData", "body"])),
            ("description", Shape::Text),
            ("required", Shape::Flag),
            ("type", Shape::Word(TYPES)),
        ],
        &["name", "in", "type"],
    )
});

/// What is in an array outside of a body.
static ITEMS: Shape = Shape::Object(&Noun {
    patterned: |name| items_field(name, &FORMATS),
    ..Noun::new("Items", &[("type", Shape::Word(TYPES))], &[])
});

/// What all Items Objects have beside a type.
pub(super) fn items_field(name: &str, formats: &'static Shape) -> Option<&'static Shape> {
    match name {
        "collectionFormat" => Some(formats),
        "items" => Some(&ITEMS),
        "format" => Some(&FORMAT),
        "default" => Some(&Shape::Any),
        _ => limit(name),
    }
}

/// Validation keywords (JSON Schema draft 4, "Validation", section 5) that have one meaning everywhere.
pub(super) fn limit(name: &str) -> Option<&'static Shape> {
    Some(match name {
        "multipleOf" => &Shape::Positive,
        "maximum" | "minimum" => &Shape::Number,
        "exclusiveMaximum" | "exclusiveMinimum" | "uniqueItems" => &Shape::Flag,
        "maxLength" | "minLength" | "maxItems" | "minItems" => &Shape::Count,
        "pattern" => &Shape::Text,
        "enum" => &ENUM,
        _ => return None,
    })
}

static ENUM: Shape = Shape::List(&List { of: Shape::Any, least: 1, distinct: true });
