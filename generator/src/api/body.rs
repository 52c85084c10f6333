//! What a request or a response carries.

use serde_json::Value;

use super::{Docs, TypeId};
use crate::source::Pointer;

/// The body of a request.
#[derive(Debug, Clone)]
pub struct Body {
    /// Where it is written.
    pub pointer: Pointer,
    /// The name that Swagger 2.0 gives a body parameter (`roomInfo`); no wire meaning.
    pub name: Option<String>,
    /// Whether a request without it is wrong.
    pub required: bool,
    /// Its words.
    pub docs: Docs,
    /// The media types it may have, most preferred first; never empty.
    pub contents: Vec<Content>,
}

/// One media type of a body.
#[derive(Debug, Clone)]
pub struct Content {
    /// As written, such as `application/json` or `*/*`.
    pub media_type: String,
    /// How values become bytes.
    pub encoding: Encoding,
    /// What is encoded. Raw content has none.
    pub ty: Option<TypeId>,
    /// Examples of the document.
    pub examples: Vec<Example>,
}

/// How values become the bytes of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// JSON, also for `*+json`.
    Json,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// `multipart/form-data`.
    Multipart,
    /// Plain text: the scalar as it is.
    Text,
    /// Bytes as they are, streamed.
    Raw,
}

/// An example of the document, as data.
#[derive(Debug, Clone, PartialEq)]
pub struct Example {
    /// Where it is written.
    pub pointer: Pointer,
    /// The value. Documents that give JSON as a string (as Matrix does) are read already.
    pub value: Value,
}
