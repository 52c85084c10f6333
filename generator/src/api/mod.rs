//! What an API *is*, with no Rust in it and no trace of which specification described it.
//!
//! Everything is resolved: a reference is a [`TypeId`], a parameter of the path item is a
//! parameter of each of its operations, a security scheme is an index. Each node keeps the
//! [`Pointer`] of where a person wrote it.

mod body;
mod docs;
mod document;
mod ids;
mod layered;
mod operation;
mod outcome;
mod parameter;
mod path;
mod scalars;
mod security;
mod types;
mod walk;

pub use body::{Body, Content, Encoding, Example};
pub use docs::Docs;
pub use document::Document;
pub use ids::{DocumentId, OperationId, SchemeId, TypeId};
pub use layered::Layered;
pub use operation::{Method, Operation};
pub use outcome::{Header, Outcome, Status};
pub use parameter::{Location, Parameter, Style};
pub use path::{FixedPair, PathSegment, PathTemplate};
pub use scalars::ScalarKind;
pub use security::{Grant, KeyLocation, Requirement, Scheme, SchemeKind};
pub use types::{
    Constraints, EnumValue, IntegerFormat, NumberFormat, Object, Parent, Property, Role, Shape, StringFormat,
    Type, Union, Variant,
};

#[cfg(doc)]
use crate::source::Pointer;

/// The API that one crate serves: one or more documents over one set of types.
#[derive(Debug, Clone, Default)]
pub struct Api {
    /// The documents, by path.
    pub documents: Vec<Document>,
    /// All operations, document by document, in document order.
    pub operations: Vec<Operation>,
    /// All types; a definition that two documents refer to is here once.
    pub types: Layered<Type>,
    /// All security schemes; equal ones of several documents are here once.
    pub schemes: Vec<Scheme>,
    /// How many operations the documents describe; those in `operations` are generated, the
    /// others were left out, each with a finding that says why.
    pub operations_found: usize,
}
