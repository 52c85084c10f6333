//! Schemas.

use serde_json::Value;

use super::super::discriminators;
use super::document::EXTERNAL_DOCS;
use super::parameter::limit;
use super::words::FORMAT_WORDS;
use super::{List, Noun, Shape};

/// The types of JSON Schema.
const TYPES: &[&str] = &["string", "number", "integer", "boolean", "array", "object", "null"];

pub(super) static SCHEMA: Shape = Shape::Object(&SCHEMA_NOUN);

pub(super) static SCHEMA_NOUN: Noun = Noun {
    patterned: limit,
    rule: discriminators::check,
    ..Noun::new(
        "Schema",
        &[
            ("$ref", Shape::Text),
            ("type", Shape::Choice(types)),
            ("format", Shape::Known(&FORMAT_WORDS)),
            ("title", Shape::Text),
            ("description", Shape::Text),
            ("default", Shape::Any),
            ("example", Shape::Any),
            ("maxProperties", Shape::Count),
            ("minProperties", Shape::Count),
            ("required", Shape::List(&REQUIRED)),
            ("items", Shape::Choice(items)),
            ("allOf", Shape::List(&ALL_OF)),
            ("properties", Shape::Map(&SCHEMA)),
            ("additionalProperties", Shape::Choice(additional)),
            ("discriminator", Shape::Text),
            ("readOnly", Shape::Flag),
            ("xml", Shape::Object(&XML)),
            ("externalDocs", Shape::Object(&EXTERNAL_DOCS)),
        ],
        &[],
    )
};

/// The schema of a response may be a file, which is no schema.
pub(super) fn file_or_schema(value: &Value) -> &'static Shape {
    match value.get("type").and_then(Value::as_str) {
        Some("file") => &FILE,
        _ => &SCHEMA,
    }
}

static FILE: Shape = Shape::Object(&Noun::new(
    "Schema",
    &[
        ("type", Shape::Word(&["file"])),
        ("format", Shape::Known(&FORMAT_WORDS)),
        ("title", Shape::Text),
        ("description", Shape::Text),
        ("default", Shape::Any),
        ("example", Shape::Any),
        ("required", Shape::List(&REQUIRED)),
        ("readOnly", Shape::Flag),
        ("externalDocs", Shape::Object(&EXTERNAL_DOCS)),
    ],
    &["type"],
));

/// One type, or several.
fn types(value: &Value) -> &'static Shape {
    static ONE: Shape = Shape::Word(TYPES);
    static SEVERAL: Shape = Shape::List(&List { of: Shape::Word(TYPES), least: 1, distinct: true });
    if value.is_array() { &SEVERAL } else { &ONE }
}

/// One schema, or one for each position.
fn items(value: &Value) -> &'static Shape {
    static SEVERAL: Shape = Shape::List(&ALL_OF);
    if value.is_array() { &SEVERAL } else { &SCHEMA }
}

fn additional(value: &Value) -> &'static Shape {
    if value.is_boolean() { &Shape::Flag } else { &SCHEMA }
}

static ALL_OF: List = List { of: Shape::Object(&SCHEMA_NOUN), least: 1, distinct: false };

static REQUIRED: List = List { of: Shape::Text, least: 1, distinct: true };

static XML: Noun = Noun::new(
    "XML",
    &[
        ("name", Shape::Text),
        ("namespace", Shape::Text),
        ("prefix", Shape::Text),
        ("attribute", Shape::Flag),
        ("wrapped", Shape::Flag),
    ],
    &[],
);

/// `collectionFormat`.
pub(super) static FORMATS: Shape = Shape::Word(&["csv", "ssv", "tsv", "pipes"]);

/// `collectionFormat` where a name may be there several times.
pub(super) static FORMATS_WITH_MULTI: Shape = Shape::Word(&["csv", "ssv", "tsv", "pipes", "multi"]);
