//! Specification extensions (Swagger 2.0, "Specification Extensions"): members named `x-…`.

use indexmap::IndexMap;
use serde_json::Value;

use super::Dialect;
use crate::source::Node;
use crate::upgrade::extensions::WRITTEN;

/// The members of an object that are named `x-…`, with that prefix, as data.
pub type Extensions = IndexMap<String, Value>;

/// What the extensions start with that tell the lowering what the upgrade found out.
const RESERVED: &str = "x-cratewright-";

/// Whether an extension is none of a document's business, which must not speak for the upgrade. One
/// of OpenAPI 3 may have been written by us: what that version has no words for is read again.
pub(super) fn is_reserved(key: &str, dialect: Dialect) -> bool {
    key.starts_with(RESERVED) && !(dialect == Dialect::OpenApi3 && WRITTEN.contains(&key))
}

/// Whether a member is an extension (`^x-` in every table of the specification; `X-` is a misspelling).
pub(crate) fn is_extension(key: &str) -> bool {
    key.starts_with("x-")
}

/// Whether an entry of a map is no more than an extension. Where the author chooses the names
/// (`definitions`, `securityDefinitions`) the specification has no extensions, so that `x-api-key` is a
/// scheme like others; only what can't be one is taken for an extension.
pub(crate) fn is_extension_entry(key: &str, node: &Node<'_>) -> bool {
    is_extension(key) && !node.is_object()
}
