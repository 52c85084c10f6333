//! What can come of an operation.

use super::{Content, Docs, TypeId};
use crate::source::Pointer;

/// One response that the document lists.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// Where it is written.
    pub pointer: Pointer,
    /// When it applies.
    pub status: Status,
    /// Its words; the description of the Response Object.
    pub docs: Docs,
    /// The media types of its body; empty where the document gives no schema.
    pub contents: Vec<Content>,
    /// Its headers.
    pub headers: Vec<Header>,
}

/// The key of a Responses Object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// One status code, 100 to 599.
    Code(u16),
    /// `4XX`: the first digit.
    Range(u8),
    /// `default`.
    Default,
}

/// A header of a response.
#[derive(Debug, Clone)]
pub struct Header {
    /// Where it is written.
    pub pointer: Pointer,
    /// The name on the wire.
    pub name: String,
    /// Whether it is always there (OpenAPI 3 only).
    pub required: bool,
    /// Its words.
    pub docs: Docs,
    /// What values it takes.
    pub ty: TypeId,
    /// How a list is written.
    pub style: super::Style,
}
