//! Response Objects.

use indexmap::IndexMap;
use serde_json::Value;

use super::fields::Fields;
use super::{Extensions, Header, OrReference, Reader, Schema, nouns};
use crate::diagnostic::{self as codes, Diagnostic, Place};
use crate::source::{Node, Pointer};

/// One response of an operation (Swagger 2.0, "Response Object").
#[derive(Debug, Clone)]
pub struct Response {
    /// Where it is written.
    pub pointer: Pointer,
    /// `description`; empty if it is missing.
    pub description: String,
    /// `schema`: without one, the response has no content that the document speaks of.
    pub schema: Option<Schema>,
    /// `headers`.
    pub headers: IndexMap<String, Header>,
    /// `examples`.
    pub examples: Vec<Example>,
    /// `x-…`.
    pub extensions: Extensions,
}

/// A body that a response may have (Swagger 2.0, "Example Object").
#[derive(Debug, Clone, PartialEq)]
pub struct Example {
    /// Where it is written.
    pub pointer: Pointer,
    /// The key, which is the media type.
    pub media_type: String,
    /// The body, as data; often a text that holds JSON.
    pub value: Value,
}

impl Response {
    /// Reads a Response Object or a reference to one; nothing, with an error, if it is neither.
    pub fn read(node: Node<'_>, reader: &Reader<'_, '_>) -> Option<OrReference<Self>> {
        OrReference::reference(&node, reader).or_else(|| Self::read_item(node, reader).map(OrReference::Item))
    }

    fn empty(pointer: Pointer) -> Self {
        Self {
            pointer,
            description: String::new(),
            schema: None,
            headers: IndexMap::new(),
            examples: Vec::new(),
            extensions: Extensions::new(),
        }
    }

    /// Reads a Response Object.
    pub fn read_item(node: Node<'_>, reader: &Reader<'_, '_>) -> Option<Self> {
        if node.is_null() {
            let message = "null where a response should be; read as one without a body";
            reader.report(Diagnostic::new(&codes::READ_AS, Place::Value(node.pointer.clone()), message));
            return Some(Self::empty(node.pointer));
        }
        let fields = Fields::open(node, &nouns::RESPONSE, reader)?;
        let headers = fields.map("headers").into_iter();
        Some(Self {
            description: fields.expected_text("description"),
            schema: fields.member("schema").and_then(|node| Schema::read(node, reader)),
            headers: headers
                .filter_map(|(name, node)| Some((name.to_owned(), Header::read(node, reader)?)))
                .collect(),
            examples: read_examples(&fields),
            extensions: fields.extensions(),
            pointer: fields.pointer(),
        })
    }
}

fn read_examples(fields: &Fields<'_, '_>) -> Vec<Example> {
    let Some(member) = fields.member("examples") else { return Vec::new() };
    if !member.is_object() {
        fields.ignore::<()>(&member, "an object from media types to bodies");
    }
    let examples = member.entries().map(|(media_type, node)| Example {
        pointer: node.pointer,
        media_type: media_type.to_owned(),
        value: node.value.clone(),
    });
    examples.collect()
}
