//! Schemas, of whichever version, become the schemas of one self-contained OpenAPI 3.0 model.
//!
//! Each schema that is referred to is an entry of `components.schemas`, wherever it is written;
//! upgrading it may find more that are. What was made from what is recorded on the way.

mod discriminator;
mod enumeration;
mod keys;
mod kind;
mod number;
mod schema;
mod share;

pub(crate) use schema::anything;
pub(crate) use share::ShareOfSchemas;

use indexmap::IndexMap;
use openapiv3::{ReferenceOr, Schema as Made};

use self::keys::SchemaKeys;
use super::extensions::schema_place;
use super::{Origins, SharedParameters, shares};
use crate::diagnostic::{self as codes, Diagnostic, Place, Sink};
use crate::source::{Node, Pointer, Sources};
use crate::swagger::{Reader, Reference, Schema};

/// Schemas that are being made, and the findings and origins of everything around them.
pub(crate) struct Schemas<'a, 'l> {
    /// Reads what is referred to.
    pub(crate) reader: Reader<'a, 'l>,
    /// Where that is found.
    pub(crate) sources: &'a Sources<'l>,
    sink: &'a Sink,
    keys: SchemaKeys,
    origins: Origins,
    full: bool,
}

/// How many parts a model may have. Kubernetes has 21 000; but a response of many headers that many
/// operations refer to is written out each time, which a hostile document can make use of.
const MOST_PARTS: usize = if cfg!(test) { 20_000 } else { 2_000_000 };

impl<'a, 'l> Schemas<'a, 'l> {
    /// No schemas yet. `root` is where parts come from that no place is recorded for.
    pub(crate) fn new(
        root: Pointer,
        reader: Reader<'a, 'l>,
        sources: &'a Sources<'l>,
        sink: &'a Sink,
    ) -> Self {
        Self { reader, sources, sink, keys: SchemaKeys::default(), origins: Origins::new(root), full: false }
    }

    /// Adds a finding.
    pub(crate) fn report(&self, diagnostic: Diagnostic) {
        self.sink.report(diagnostic);
    }

    /// Says that the part at `new` is made from `old`.
    pub(crate) fn record(&mut self, new: impl AsRef<str>, old: &Pointer) {
        if self.origins.len() < MOST_PARTS {
            self.origins.record(new.as_ref(), old);
        } else if !self.full {
            self.full = true;
            let message = format!("the document has more than {MOST_PARTS} parts when it is written out");
            self.report(Diagnostic::new(&codes::LIMIT, Place::Value(old.clone()), message));
        }
    }

    /// Whether there are so many parts that no more can be made, which was reported.
    pub(crate) fn is_full(&self) -> bool {
        self.full
    }

    /// What the part at `new` was made from.
    pub(crate) fn origin(&self, new: &str) -> Pointer {
        self.origins.get(new)
    }

    /// Names all definitions of the document, before anything refers to them.
    pub(crate) fn adopt(&mut self, definitions: &IndexMap<&str, Node<'_>>) {
        self.keys.adopt(definitions, self.sources, self.sink);
    }

    /// All schemas that were named or referred to. They refer to more, so this goes on until
    /// there are no new ones.
    pub(crate) fn components(&mut self) -> IndexMap<String, ReferenceOr<Made>> {
        let mut components = IndexMap::new();
        loop {
            let waiting = self.keys.waiting();
            if waiting.is_empty() {
                return components;
            }
            let made = self.all(&waiting);
            components.extend(waiting.into_iter().map(|(key, _)| key).zip(made));
        }
    }

    fn all(&mut self, waiting: &[(String, Pointer)]) -> Vec<ReferenceOr<Made>> {
        if !self.may_be_shared(waiting.len()) {
            return self.each(waiting);
        }
        // Schemas refer to schemas alone.
        let mut none = SharedParameters::default();
        let made = shares::made(waiting, self, &mut none, |waiting, mut schemas, none| {
            (schemas.each(waiting), schemas, none)
        });
        let mut all = Vec::with_capacity(waiting.len());
        for (waiting, made, share) in made {
            all.extend(if share.join(self, &mut none) { made } else { self.each(waiting) });
        }
        all
    }

    fn each(&mut self, waiting: &[(String, Pointer)]) -> Vec<ReferenceOr<Made>> {
        waiting.iter().map(|(key, place)| self.component(key, place)).collect()
    }

    fn component(&mut self, key: &str, place: &Pointer) -> ReferenceOr<Made> {
        let node = self.sources.node(place);
        let schema = node.and_then(|node| Schema::read(node, &self.reader));
        schema.map_or_else(anything, |schema| self.schema(&schema, &schema_place(key)))
    }

    /// What everything was made from.
    pub(crate) fn into_origins(self) -> Origins {
        self.origins
    }

    /// The key of the schema that `reference` names; nothing, with an error, if there is none.
    fn key(&mut self, reference: &Reference) -> Option<String> {
        let key = self.keys.of_reference(reference, self.sources, self.sink);
        if key.is_none() && !self.sink.has_errors() {
            // A file that can't be read is reported once, which may have been to nobody.
            let message = format!("`{}` leads to no schema", reference.text);
            let place = Place::Value(reference.pointer.child("$ref"));
            self.report(Diagnostic::new(&codes::MISSING_TARGET, place, message));
        }
        key
    }
}
