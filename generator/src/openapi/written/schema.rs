//! Schemas, with the keywords that the model has no room for.

use indexmap::IndexMap;
use openapiv3::{AdditionalProperties, ReferenceOr, Schema, SchemaKind, Type};
use serde_json::Value;

use crate::upgrade::extensions::{COLLECTION_FORMAT, ENUM, FILE, MAXIMUM, MINIMUM, MULTIPLE_OF};

/// What has a keyword of its own, which may be written at last.
const KEYWORDS: [(&str, &str); 4] =
    [(ENUM, "enum"), (MINIMUM, "minimum"), (MAXIMUM, "maximum"), (MULTIPLE_OF, "multipleOf")];

/// A schema, unless it is a reference.
pub(super) fn slot(slot: &mut ReferenceOr<Schema>) {
    if let ReferenceOr::Item(item) = slot {
        schema(item);
    }
}

/// Takes a `collectionFormat` out that is said otherwise.
pub(super) fn said(extensions: &mut IndexMap<String, Value>, format: Option<&str>) {
    let stated = extensions.get(COLLECTION_FORMAT).and_then(Value::as_str);
    if stated.is_some() && stated == format {
        extensions.shift_remove(COLLECTION_FORMAT);
    }
}

fn schema(schema: &mut Schema) {
    let extensions = &mut schema.schema_data.extensions;
    // `format: binary` says it.
    extensions.shift_remove(FILE);
    for (extension, keyword) in KEYWORDS {
        if let Some(raw) = extensions.shift_remove(extension) {
            // The members of a schema and its extensions are written into one object.
            clear(&mut schema.schema_kind, extension);
            extensions.insert(keyword.to_owned(), raw);
        }
    }
    within(&mut schema.schema_kind);
}

/// Takes out what the model had in place of the raw value of a keyword.
fn clear(kind: &mut SchemaKind, extension: &str) {
    match (kind, extension) {
        (SchemaKind::Type(Type::Number(number)), MINIMUM) => number.minimum = None,
        (SchemaKind::Type(Type::Number(number)), MAXIMUM) => number.maximum = None,
        (SchemaKind::Type(Type::Number(number)), MULTIPLE_OF) => number.multiple_of = None,
        (SchemaKind::Type(Type::Integer(integer)), MINIMUM) => integer.minimum = None,
        (SchemaKind::Type(Type::Integer(integer)), MAXIMUM) => integer.maximum = None,
        (SchemaKind::Type(Type::Integer(integer)), MULTIPLE_OF) => integer.multiple_of = None,
        (SchemaKind::Any(any), MINIMUM) => any.minimum = None,
        (SchemaKind::Any(any), MAXIMUM) => any.maximum = None,
        (SchemaKind::Any(any), MULTIPLE_OF) => any.multiple_of = None,
        (SchemaKind::Any(any), ENUM) => any.enumeration.clear(),
        _ => {}
    }
}

fn within(kind: &mut SchemaKind) {
    match kind {
        SchemaKind::OneOf { one_of: schemas }
        | SchemaKind::AllOf { all_of: schemas }
        | SchemaKind::AnyOf { any_of: schemas } => schemas.iter_mut().for_each(slot),
        SchemaKind::Not { not } => slot(not),
        SchemaKind::Type(Type::Array(array)) => array.items.iter_mut().for_each(boxed),
        SchemaKind::Type(Type::Object(object)) => {
            object.properties.values_mut().for_each(boxed);
            object.additional_properties.iter_mut().for_each(additional);
        }
        SchemaKind::Type(_) => {}
        SchemaKind::Any(any) => {
            any.properties.values_mut().chain(&mut any.items).for_each(boxed);
            any.additional_properties.iter_mut().for_each(additional);
            let parts = any.one_of.iter_mut().chain(&mut any.all_of).chain(&mut any.any_of);
            parts.chain(any.not.as_deref_mut()).for_each(slot);
        }
    }
}

fn boxed(slot: &mut ReferenceOr<Box<Schema>>) {
    if let ReferenceOr::Item(item) = slot {
        schema(item);
    }
}

fn additional(properties: &mut AdditionalProperties) {
    if let AdditionalProperties::Schema(values) = properties {
        slot(values);
    }
}
