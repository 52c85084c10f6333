//! External Documentation Objects.

use super::fields::Fields;
use super::{Extensions, Reader, nouns};
use crate::source::{Node, Pointer};

/// Where more is to be read (Swagger 2.0, "External Documentation Object").
#[derive(Debug, Clone)]
pub struct ExternalDocs {
    /// Where it is written.
    pub pointer: Pointer,
    /// `description`.
    pub description: Option<String>,
    /// `url`.
    pub url: String,
    /// `x-…`.
    pub extensions: Extensions,
}

impl ExternalDocs {
    pub(crate) fn read(node: Node<'_>, reader: &Reader<'_, '_>) -> Option<Self> {
        let fields = Fields::open(node, &nouns::EXTERNAL_DOCS, reader)?;
        Some(Self {
            url: fields.text("url")?,
            description: fields.text("description"),
            extensions: fields.extensions(),
            pointer: fields.pointer(),
        })
    }
}
