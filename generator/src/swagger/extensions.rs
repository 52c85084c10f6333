//! Specification extensions (Swagger 2.0, "Specification Extensions"): members named `x-…`.

use indexmap::IndexMap;
use serde_json::Value;

/// The members of an object that are named `x-…`, with that prefix, as data.
pub type Extensions = IndexMap<String, Value>;

/// What the extensions start with that tell the lowering what the upgrade found out. A document
/// must not speak for the upgrade.
pub(crate) const RESERVED: &str = "x-cratewright-";

/// Whether a member is an extension.
pub(crate) fn is_extension(key: &str) -> bool {
    key.starts_with("x-") || key.starts_with("X-")
}
