//! The words that a document says about a thing.

use std::sync::Arc;

/// Words of the document, as written: Markdown, or Matrix's reStructuredText. The emitter makes
/// them safe.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Docs {
    /// `summary` of an operation, `title` of a schema or document.
    pub summary: Option<String>,
    /// `description`; that of a parameter is the same text for all operations that have it.
    pub description: Option<Arc<str>>,
    /// `externalDocs`: its description and its URL.
    pub external: Option<(Option<String>, String)>,
    /// `deprecated`.
    pub deprecated: bool,
}
