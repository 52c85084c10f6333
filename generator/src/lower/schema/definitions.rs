//! The definitions of a document, and the queue that bodies wait in.
//!
//! All definitions get their ids first and their bodies later: recursive definitions and long chains
//! of references cost no stack. Only `allOf` needs the body of what it names, and completes that first.

use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::RandomState;
use openapiv3::{ReferenceOr, Schema};

use super::keywords::Keywords;
use crate::api::TypeId;
use crate::diagnostic::UNSUPPORTED_SCHEMA;
use crate::lower::Scope;
use crate::lower::shares::Parts;
use crate::upgrade::extensions;

/// How far each type that is not done has come.
pub(in crate::lower) type States<'a> = HashMap<TypeId, State<'a>, RandomState>;

/// How far a type has come that is not done.
#[derive(Debug, Clone)]
pub(in crate::lower) enum State<'a> {
    /// A definition of that key has an id, and its body waits.
    Waiting(&'a str),
    /// A part of a definition that may be made from the definition itself waits until that is
    /// done. It is at that place in the model.
    Part(&'a Schema, String),
    /// Its body is being read.
    Working,
}

impl<'a> Scope<'a, '_> {
    /// Reads all definitions, each of which may name any other: those that stand alone first.
    pub(in crate::lower) fn definitions(&mut self) {
        let keys = self.given.openapi.components.iter().flat_map(|components| components.schemas.keys());
        let definitions = keys.map(|key| (key.as_str(), self.announced(key)));
        self.given.definitions = Arc::new(definitions.collect());
        let waiting = std::mem::take(&mut self.waiting).into_iter();
        let (alone, others): (Vec<_>, Vec<_>) = waiting.partition(|id| self.stands_alone(*id));
        self.lower(Parts::Definitions(&alone));
        others.into_iter().for_each(|id| self.complete(id));
        self.complete_waiting();
    }

    /// Whether the body of a definition, but for what waits itself, is made without a look at that of another.
    fn stands_alone(&self, id: TypeId) -> bool {
        let Some(State::Waiting(key)) = self.states.get(&id) else { return false };
        let schema = self.definition(key).and_then(|(_, schema)| schema.as_item());
        let is_made_of_others = |schema: &Schema| {
            let keywords = Keywords::of(schema);
            !keywords.all_of.is_empty() || !keywords.alternatives.is_empty()
        };
        !self.given.subtypes.contains_key(key) && schema.is_some_and(|schema| !is_made_of_others(schema))
    }

    /// Reads the bodies that wait.
    pub(in crate::lower) fn complete_waiting(&mut self) {
        while let Some(id) = self.waiting.pop_front() {
            self.complete(id);
        }
    }

    /// The type of a definition, whose body is read later.
    fn announced(&mut self, key: &'a str) -> TypeId {
        let pointer = self.origin(&extensions::schema_place(key));
        if let Some(known) = self.store.shared(&pointer) {
            return known.id;
        }
        let id = self.store.allocate(pointer.clone(), None);
        self.store.share(pointer, id, false);
        self.store.notes.definitions.insert(id);
        self.store.api[id].definition = key.to_owned();
        self.states.insert(id, State::Waiting(key));
        self.waiting.push_back(id);
        id
    }

    /// The type of a definition.
    pub(super) fn named(&mut self, reference: &str, at: &str) -> TypeId {
        let key = extensions::schema_key(reference);
        if let Some(id) = key.and_then(|key| self.given.definitions.get(&*key)) {
            return *id;
        }
        let id = self.store.allocate(self.origin(at), None);
        let why = format!("`{reference}` is not a definition of this document");
        self.store.fault(id, self.finding(&UNSUPPORTED_SCHEMA, at, why));
        id
    }

    /// Reads the body of a type now, if it still waits. It has none while it is being read, which
    /// is where an `allOf` comes back to itself.
    pub(in crate::lower) fn complete(&mut self, id: TypeId) {
        let waiting = match self.states.get_mut(&id) {
            None | Some(State::Working) => return,
            Some(waiting) => std::mem::replace(waiting, State::Working),
        };
        let context = (self.binary_is_bytes, self.path_item.take());
        self.binary_is_bytes = false;
        match waiting {
            State::Part(schema, at) => self.fill(id, schema, &at, None),
            State::Waiting(key) => self.read_definition(id, key),
            State::Working => {}
        }
        (self.binary_is_bytes, self.path_item) = context;
        self.states.remove(&id);
    }

    /// Whether the body of a type has been read.
    pub(super) fn is_done(&self, id: TypeId) -> bool {
        !self.states.contains_key(&id)
    }

    fn read_definition(&mut self, id: TypeId, key: &'a str) {
        let at = extensions::schema_place(key);
        match self.definition(key) {
            Some((_, ReferenceOr::Reference { reference })) => {
                let target = self.named(reference, &at);
                self.alias(id, target, &at);
            }
            Some((_, ReferenceOr::Item(schema))) => self.fill(id, schema, &at, Some(key)),
            None => {}
        }
    }
}
