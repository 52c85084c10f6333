//! What the parts of the upgrade share: the document, the files, what was found so far.

use openapiv3::{Components, Server};

use super::Origins;
use super::components::SchemaKeys;
use super::extensions::schema_place;
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::{Pointer, Sources};
use crate::swagger::{Document, Reader, Reference, Schema};

/// An upgrade that is going on.
pub(super) struct Upgrader<'a, 'l> {
    pub(super) document: &'a Document,
    pub(super) sources: &'a Sources<'l>,
    pub(super) sink: &'a Sink,
    pub(super) reader: Reader<'a, 'l>,
    pub(super) keys: SchemaKeys,
    /// Where the API is, for the operations that have schemes of their own.
    pub(super) servers: Vec<Server>,
    origins: Origins,
}

impl<'a, 'l> Upgrader<'a, 'l> {
    pub(super) fn new(document: &'a Document, sources: &'a Sources<'l>, sink: &'a Sink) -> Self {
        Self {
            document,
            sources,
            sink,
            reader: Reader::new(sources, sink),
            keys: SchemaKeys::default(),
            servers: Vec::new(),
            origins: Origins::new(document.pointer.clone()),
        }
    }

    /// Adds a finding.
    pub(super) fn report(&self, diagnostic: Diagnostic) {
        self.sink.report(diagnostic);
    }

    /// Says that the part at `new` is made from `old`.
    pub(super) fn record(&mut self, new: impl Into<String>, old: &Pointer) {
        self.origins.record(new, old);
    }

    /// What the part at `new` was made from.
    pub(super) fn origin(&self, new: &str) -> Pointer {
        self.origins.get(new)
    }

    /// Names all definitions of the document, before anything refers to them.
    pub(super) fn adopt_definitions(&mut self) {
        self.keys.adopt(&self.document.definitions, self.sources, self.sink);
    }

    /// The key of the schema that `reference` names; nothing, with an error, if there is none.
    pub(super) fn schema_key(&mut self, reference: &Reference) -> Option<String> {
        self.keys.of_reference(reference, self.sources, self.sink)
    }

    /// Everything that was referred to. Schemas refer to more schemas, so this goes on until
    /// there are no new ones.
    pub(super) fn components(&mut self) -> Components {
        let mut components =
            Components { security_schemes: self.security_schemes(), ..Components::default() };
        while let Some((key, pointer)) = self.keys.next() {
            let place = schema_place(&key);
            let schema = match self.definition(&key, &pointer) {
                Some(definition) => Some(self.schema(definition, &place)),
                None => self
                    .sources
                    .node(&pointer)
                    .and_then(|node| Schema::read(node, &self.reader))
                    .map(|schema| self.schema(&schema, &place)),
            };
            components.schemas.insert(key, schema.unwrap_or_else(super::schema::anything));
        }
        components
    }

    pub(super) fn into_origins(self) -> Origins {
        self.origins
    }

    /// The definition of the document that is at `pointer`, which need not be read again.
    fn definition(&self, key: &str, pointer: &Pointer) -> Option<&'a Schema> {
        self.document.definitions.get(key).filter(|schema| schema.pointer == *pointer)
    }
}
