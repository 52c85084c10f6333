//! From the OpenAPI 3 model to what the API *is*: references become ids, inheritance becomes
//! properties, media types become encodings, and every node gets the pointer of where a person
//! wrote it.
//!
//! What is not supported takes the operations that need it with it, and no others. A type that
//! can't be had is marked as faulty while a document is read, and [`Lowering::finish`] leaves out
//! the operations that reach it, each with a finding.

mod apart;
mod body;
mod docs;
mod document;
mod example;
mod grants;
mod media_kind;
mod notes;
mod operation;
mod outcome;
mod parameter;
mod path;
mod prune;
mod query;
mod renumber;
mod schema;
mod schemes;
mod scope;
mod security;
mod shares;
mod store;
mod text;

#[cfg(test)]
pub(crate) mod test_support;
#[cfg(test)]
mod tests;

use openapiv3::OpenAPI;

use self::scope::{Given, Scope};
use self::store::Store;
use crate::api::{Api, DocumentId};
use crate::diagnostic::{Diagnostic, Sink};
use crate::upgrade::Origins;

/// What the configuration says about a document.
#[derive(Debug, Clone, Default)]
pub struct DocumentInput {
    /// The name of its module.
    pub name: String,
    /// The module that this one is within.
    pub namespace: Option<String>,
    /// What comes before every path, instead of what the document says.
    pub base_path: Option<String>,
    /// Whether each tag is to become a module of its own.
    pub split_by_tags: bool,
}

/// Why an operation can't be lowered. The operation is left out, the run goes on.
type Skip = Box<Diagnostic>;

/// Lowers the documents of one crate, one after the other, over one set of types.
#[derive(Debug)]
pub struct Lowering<'s> {
    sink: &'s Sink,
    store: Store,
}

impl<'s> Lowering<'s> {
    /// Nothing yet; findings go to `sink`.
    pub fn new(sink: &'s Sink) -> Self {
        Self { sink, store: Store::default() }
    }

    /// Adds a document. A definition that an earlier document has from the same place is the same
    /// type.
    pub fn add(&mut self, openapi: &OpenAPI, origins: &Origins, input: DocumentInput) {
        // Half of all places or less have a type of their own; room that is not needed costs nothing.
        self.store.api.types.reserve(origins.len() / 2);
        self.store.api.operations.reserve(openapi.operations().count());
        let document = DocumentId(self.store.api.documents.len() as u32);
        let given = Given::new(openapi, origins, document, self.sink);
        let mut scope = Scope::new(given, self.sink, &mut self.store);
        scope.document(input);
        scope.offer_schemes();
        scope.definitions();
        scope.operations();
        scope.report_conflicts();
    }

    /// The API: what is not supported is left out, with the operations that need it.
    pub fn finish(mut self) -> Api {
        self.store.refuse_long_chains();
        self.store.inherit_nullability();
        self.store.flatten_hierarchies();
        self.store.flatten();
        prune::run(&mut self.store, self.sink);
        self.store.api
    }
}
