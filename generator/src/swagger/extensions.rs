//! Specification extensions (Swagger 2.0, "Specification Extensions"): members named `x-…`.

use indexmap::IndexMap;
use serde_json::Value;

/// The members of an object that are named `x-…`, with that prefix, as data.
pub type Extensions = IndexMap<String, Value>;

/// Whether a member is an extension.
pub(crate) fn is_extension(key: &str) -> bool {
    key.starts_with("x-") || key.starts_with("X-")
}
