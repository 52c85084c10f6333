//! What the upgraded document says in extensions of our own, where [`openapiv3`] has no room.
//!
//! The upgrade writes them and the lowering reads them. A document's own `x-` members are carried
//! beside them; of ours, one of OpenAPI 3 may have those that [`crate::upgrade()`] leaves in what it
//! prints, [`WRITTEN`].

use std::borrow::Cow;

use crate::source::{below, escape, unescape};

/// On the document: what comes before every path, empty or `/…` without a trailing slash
/// (Swagger 2.0 `basePath`).
pub const BASE_PATH: &str = "x-cratewright-base-path";

/// On a request body: the name of the Swagger 2.0 body parameter it was made from.
pub const BODY_NAME: &str = "x-cratewright-body-name";

/// How a list is written: one of `csv`, `ssv`, `tsv`, `pipes`, `multi` (Swagger 2.0,
/// `collectionFormat`). On every parameter and header whose schema is an array, on the schema of
/// every property of a form that is one, and on inner arrays that say so. Documents of OpenAPI 3
/// have `style` and `explode` alone.
pub const COLLECTION_FORMAT: &str = "x-cratewright-collection-format";

/// On the schema of a form's property: `allowEmptyValue` (a query parameter has a field for it).
pub const ALLOW_EMPTY: &str = "x-cratewright-allow-empty";

/// On a schema: the raw `enum` list, where the values don't all have the schema's `type`.
/// The typed enumeration is empty then.
pub const ENUM: &str = "x-cratewright-enum";

/// On a schema: the raw `minimum`, where [`openapiv3`]'s field can't hold it without loss.
pub const MINIMUM: &str = "x-cratewright-minimum";

/// On a schema: the raw `maximum`, where [`openapiv3`]'s field can't hold it without loss.
pub const MAXIMUM: &str = "x-cratewright-maximum";

/// On a schema: the raw `multipleOf`, where [`openapiv3`]'s field can't hold it without loss.
pub const MULTIPLE_OF: &str = "x-cratewright-multiple-of";

/// On a schema of `type: string, format: binary`: it was Swagger 2.0 `type: file`.
pub const FILE: &str = "x-cratewright-file";

/// On an `allOf` of exactly one reference: in the document, it is a `$ref` with annotations
/// (`description`, `x-nullable`, …) beside it, and not a type of its own.
pub const ANNOTATED_REFERENCE: &str = "x-cratewright-annotated-reference";

/// On an operation: a part of it is broken or not supported (a finding says which), so it is
/// counted and left out.
pub const SKIPPED: &str = "x-cratewright-skipped";

/// What OpenAPI 3.0 has no words for, so that it stays in what is written for other tools.
pub const WRITTEN: [&str; 4] = [BODY_NAME, COLLECTION_FORMAT, ALLOW_EMPTY, ANNOTATED_REFERENCE];

/// The `$ref` to a schema of the upgraded document.
pub fn schema_reference(key: &str) -> String {
    format!("{SCHEMAS}{}", escape(key))
}

/// The key in `components.schemas` that a `$ref` of the upgraded document names.
pub fn schema_key(reference: &str) -> Option<Cow<'_, str>> {
    reference.strip_prefix(SCHEMAS).map(unescape)
}

/// The JSON pointer, as [`super::Origins`] has it, of an entry of `components.schemas`.
pub fn schema_place(key: &str) -> String {
    below("", ["components", "schemas", key])
}

/// The `$ref` to a parameter of the upgraded document.
pub fn parameter_reference(key: &str) -> String {
    format!("#{}", parameter_place(key))
}

/// The JSON pointer, as [`super::Origins`] has it, of an entry of `components.parameters`.
pub fn parameter_place(key: &str) -> String {
    below("", ["components", "parameters", key])
}

const SCHEMAS: &str = "#/components/schemas/";
