//! Tag Objects.

use super::fields::Fields;
use super::{Extensions, ExternalDocs, Reader, nouns};
use crate::source::{Node, Pointer};

/// A group of operations (Swagger 2.0, "Tag Object").
#[derive(Debug, Clone)]
pub struct Tag {
    /// Where it is written.
    pub pointer: Pointer,
    /// `name`, by which operations refer to it.
    pub name: String,
    /// `description`.
    pub description: Option<String>,
    /// `externalDocs`.
    pub external_docs: Option<ExternalDocs>,
    /// `x-…`.
    pub extensions: Extensions,
}

impl Tag {
    pub(crate) fn read(node: Node<'_>, reader: &Reader<'_, '_>) -> Option<Self> {
        let fields = Fields::open(node, &nouns::TAG, reader)?;
        Some(Self {
            name: fields.text("name")?,
            description: fields.text("description"),
            external_docs: fields.member("externalDocs").and_then(|node| ExternalDocs::read(node, reader)),
            extensions: fields.extensions(),
            pointer: fields.pointer(),
        })
    }
}
