//! Header Objects.

use super::fields::Fields;
use super::{Extensions, Reader, Schema, nouns};
use crate::source::{Node, Pointer};

/// A header of a response (Swagger 2.0, "Header Object").
#[derive(Debug, Clone)]
pub struct Header {
    /// Where it is written.
    pub pointer: Pointer,
    /// `description`.
    pub description: Option<String>,
    /// What values it takes: the keywords of an Items Object.
    pub schema: Schema,
    /// `x-…`.
    pub extensions: Extensions,
}

impl Header {
    pub(crate) fn read(node: Node<'_>, reader: &Reader<'_, '_>) -> Option<Self> {
        let fields = Fields::open(node, &nouns::HEADER, reader)?;
        Some(Self {
            description: fields.text("description"),
            schema: Schema::read_items_object(&fields, reader),
            extensions: fields.extensions(),
            pointer: fields.pointer(),
        })
    }
}
