//! The words that a document says about a thing.

/// Words of the document, as written: Markdown, or Matrix's reStructuredText. The emitter makes
/// them safe.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Docs {
    /// `summary` of an operation, `title` of a schema or document.
    pub summary: Option<String>,
    /// `description`.
    pub description: Option<String>,
    /// `externalDocs`: its description and its URL.
    pub external: Option<(Option<String>, String)>,
    /// `deprecated`.
    pub deprecated: bool,
}
