//! What can be asked of a schema before it is a type.

use openapiv3::Schema;

use super::keywords::{Keywords, Kind, Slot};
use crate::upgrade::extensions;

/// Whether an inline schema becomes a type that has to have a name.
pub(in crate::lower) fn is_named(schema: &Schema) -> bool {
    needs_name(&Keywords::of(schema))
}

/// Whether a schema becomes a type that has to have a name, and not a scalar or a list of scalars.
pub(super) fn needs_name(keywords: &Keywords<'_>) -> bool {
    !keywords.enumeration.is_empty()
        || keywords.properties.is_some_and(|properties| !properties.is_empty())
        || !keywords.all_of.is_empty()
        || !keywords.alternatives.is_empty()
        || matches!(keywords.items, Some(Slot::Inline(items)) if needs_name(&Keywords::of(items)))
}

/// Whether the schema is a `$ref` with words beside it, and not an `allOf` of the document's.
pub(super) fn is_annotated(keywords: &Keywords<'_>) -> bool {
    keywords.data.extensions.contains_key(extensions::ANNOTATED_REFERENCE)
}

/// `nullable`, which is where the upgrade puts `x-nullable`.
pub(super) fn is_nullable(schema: &Schema) -> bool {
    schema.schema_data.nullable
}

/// Whether values are bytes: `format: binary`, which is also what the upgrade makes of
/// `type: file`.
pub(in crate::lower) fn is_binary(schema: &Schema) -> bool {
    let keywords = Keywords::of(schema);
    keywords.kind == Kind::String && keywords.format.as_deref() == Some("binary")
}

/// `x-rust-name`: the name that a document asks for.
pub(in crate::lower) fn preferred_name(
    extensions: &indexmap::IndexMap<String, serde_json::Value>,
) -> Option<String> {
    extensions.get("x-rust-name")?.as_str().map(str::to_owned)
}
