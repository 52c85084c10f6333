//! One operation: a method on a path, what it takes, and what can come of it.

use super::{Body, Docs, DocumentId, Outcome, Parameter, PathTemplate, Requirement};
use crate::source::Pointer;

/// One operation of a document.
#[derive(Debug, Clone)]
pub struct Operation {
    /// Where it is written: `#/paths/~1login/post`.
    pub pointer: Pointer,
    /// The document that it is an operation of.
    pub document: DocumentId,
    /// The HTTP method.
    pub method: Method,
    /// The path below the document's base path, with the query that goes with it.
    pub path: PathTemplate,
    /// `operationId`.
    pub operation_id: Option<String>,
    /// `x-rust-name`, which wins over `operationId`.
    pub preferred_name: Option<String>,
    /// `tags`.
    pub tags: Vec<String>,
    /// The URLs of its servers, where the document says that for this operation.
    pub servers: Vec<String>,
    /// Its words.
    pub docs: Docs,
    /// Parameters of the path, query, header and cookie, those of the path item included.
    pub parameters: Vec<Parameter>,
    /// The request body.
    pub body: Option<Body>,
    /// What can come of it, in document order.
    pub outcomes: Vec<Outcome>,
    /// Any of these lets a caller in; empty means that no credentials are asked for.
    pub security: Vec<Requirement>,
}

/// An HTTP method that a path item can have (Swagger 2.0, Path Item Object; OpenAPI 3 adds `trace`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum Method {
    Get,
    Put,
    Post,
    Delete,
    Options,
    Head,
    Patch,
    Trace,
}

impl Method {
    /// All of them, with the key that a path item has for each.
    pub const ALL: [(&'static str, Self); 8] = [
        ("get", Self::Get),
        ("put", Self::Put),
        ("post", Self::Post),
        ("delete", Self::Delete),
        ("options", Self::Options),
        ("head", Self::Head),
        ("patch", Self::Patch),
        ("trace", Self::Trace),
    ];

    /// The key in a path item: `post`.
    pub fn key(self) -> &'static str {
        Self::ALL.into_iter().find(|(_, method)| *method == self).map_or("get", |(key, _)| key)
    }
}
