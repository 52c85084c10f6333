//! Schemas become types.
//!
//! All definitions get their ids first and their bodies later, from a queue: recursive
//! definitions and long chains of references cost no stack. Only `allOf` needs the body of what
//! it names, and completes that first.

mod all_of;
mod enumeration;
mod keywords;
mod merge;
mod object;
mod questions;
mod scalar;
mod subtypes;
mod union;

use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::RandomState;
use openapiv3::{ReferenceOr, Schema};

pub(super) use self::keywords::Slot;
use self::keywords::{Keywords, Kind};
pub(super) use self::object::{Conflict, style};
use self::questions::{is_annotated, is_nullable, needs_name};
pub(super) use self::questions::{is_binary, is_named, preferred_name};
pub(super) use self::subtypes::subtypes;
pub(super) use self::union::MOST_EXTENSIONS;
use super::shares::Parts;
use super::store::LONGEST_CHAIN;
use super::{Scope, docs, example};
use crate::api::{NumberFormat, Parent, Role, Shape, TypeId};
use crate::diagnostic::{NOT_ENFORCED, UNSUPPORTED_SCHEMA};
use crate::source::below;
use crate::upgrade::extensions;

/// How far each type that is not done has come.
pub(super) type States<'a> = HashMap<TypeId, State<'a>, RandomState>;

/// How far a type has come that is not done.
#[derive(Debug, Clone)]
pub(super) enum State<'a> {
    /// A definition of that key has an id, and its body waits.
    Waiting(&'a str),
    /// A part of a definition that may be made from the definition itself waits until that is
    /// done. It is at that place in the model.
    Part(&'a Schema, String),
    /// Its body is being read.
    Working,
}

impl<'a> Scope<'a, '_> {
    /// The type of a schema at `at`: that of the definition it refers to, or an inline one.
    pub(super) fn type_of(&mut self, slot: impl Into<Slot<'a>>, at: &str, parent: Parent) -> TypeId {
        match slot.into() {
            Slot::Reference(reference) => self.named(reference, at),
            Slot::Inline(schema) => match self.wrapped(&Keywords::of(schema)) {
                Some(reference) if !is_nullable(schema) => self.named(reference, at),
                _ => self.inline(schema, at, parent),
            },
        }
    }

    /// The reference that an inline schema wraps without adding to it.
    pub(super) fn only_reference(&self, schema: &'a Schema) -> Option<&'a str> {
        self.wrapped(&Keywords::of(schema))
    }

    /// Reads all definitions, each of which may name any other: those that stand alone first.
    pub(super) fn definitions(&mut self) {
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
    pub(super) fn complete_waiting(&mut self) {
        while let Some(id) = self.waiting.pop_front() {
            self.complete(id);
        }
    }

    /// The type of a definition, whose body is read later.
    fn announced(&mut self, key: &'a str) -> TypeId {
        let pointer = self.origin(&extensions::schema_place(key));
        if let Some(known) = self.store.shared.get(&pointer) {
            return known.id;
        }
        let id = self.store.allocate(pointer.clone(), None);
        self.store.share(pointer, id, false);
        self.store.definitions.insert(id);
        self.store.api[id].definition = key.to_owned();
        self.states.insert(id, State::Waiting(key));
        self.waiting.push_back(id);
        id
    }

    /// The type of a definition.
    fn named(&mut self, reference: &str, at: &str) -> TypeId {
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
    pub(super) fn complete(&mut self, id: TypeId) {
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

    /// Whether all that is known about a type is that it may be anything.
    fn is_anything(&self, id: TypeId) -> bool {
        self.store.api[id].shape == Shape::Any && self.is_done(id)
    }

    /// Whether the body of a type has been read.
    fn is_done(&self, id: TypeId) -> bool {
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

    /// Another name for `target`, unless that is an alias that ends here.
    fn alias(&mut self, id: TypeId, target: TypeId, at: &str) {
        let (mut end, mut hops) = (target, 0);
        while let Shape::Alias(next) = self.store.api[end].shape
            && end != id
            && hops < LONGEST_CHAIN
        {
            (end, hops) = (next, hops + 1);
        }
        if end == id {
            let why = "the definition is nothing but a reference to itself";
            self.store.fault(id, self.finding(&UNSUPPORTED_SCHEMA, at, why));
        } else {
            self.store.api[id].shape = Shape::Alias(target);
        }
    }

    /// A type of its own for a schema that has no name. What is written outside the path item
    /// that it is read for, as a shared response is, belongs to nobody and exists once.
    fn inline(&mut self, schema: &'a Schema, at: &str, parent: Parent) -> TypeId {
        let pointer = self.origin(at);
        let keywords = Keywords::of(schema);
        if matches!(parent, Parent::Type(..))
            && !(keywords.all_of.is_empty() && keywords.alternatives.is_empty())
        {
            let id = self.store.allocate(pointer, Some(parent));
            self.states.insert(id, State::Part(schema, at.to_owned()));
            self.waiting.push_back(id);
            return id;
        }
        if !needs_name(&keywords) || !self.is_shared(at, &parent) {
            let id = self.store.allocate(pointer, Some(parent));
            self.fill(id, schema, at, None);
            return id;
        }
        if let Some(known) = self.store.shared.get(&pointer) {
            return known.id;
        }
        let id = self.store.allocate(pointer.clone(), None);
        if let Parent::Operation(_, Role::Parameter(name)) = parent {
            self.store.api[id].definition = name;
        }
        self.store.share(pointer, id, self.binary_is_bytes);
        self.fill(id, schema, at, None);
        id
    }

    fn is_shared(&self, at: &str, parent: &Parent) -> bool {
        let (Parent::Operation(..), Some(item), Some(pointer)) =
            (parent, &self.path_item, self.given.origins.get_exact(at))
        else {
            return false;
        };
        let below = pointer.path().strip_prefix(item.path());
        pointer.file != item.file || !below.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// Reads a schema into a type that has been allocated for it.
    fn fill(&mut self, id: TypeId, schema: &'a Schema, at: &str, key: Option<&'a str>) {
        let keywords = Keywords::of(schema);
        let data = &schema.schema_data;
        let ty = &mut self.store.api[id];
        ty.docs = docs::of_schema(data);
        ty.nullable = is_nullable(schema) || keywords.enumeration.iter().any(|value| value.is_null());
        ty.preferred_name = preferred_name(&data.extensions);
        ty.constraints = keywords.constraints.clone();
        ty.default = data.default.clone();
        ty.secret = keywords.format.as_deref() == Some("password");
        if keywords.not {
            let finding = self.finding(&NOT_ENFORCED, at, "`not` is not enforced");
            self.sink.report(finding);
        }
        let shape = self.shape(id, &keywords, at, key);
        let ty = &mut self.store.api[id];
        if keywords.kind == Kind::Integer && shape == Shape::Number(NumberFormat::Decimal) {
            // A whole number, of any size.
            ty.constraints.multiple_of.get_or_insert(1.into());
        }
        if let Shape::Enumeration(_) = shape {
            ty.preferred_name =
                ty.preferred_name.take().or_else(|| enumeration::microsoft_name(&data.extensions));
        }
        ty.constraints.format =
            keywords.format.clone().filter(|format| scalar::is_only_words(format, &shape));
        ty.example = data.example.as_ref().map(|example| example::as_scalar(example, &shape));
        ty.shape = shape;
    }

    /// What the values of a schema look like.
    fn shape(&mut self, id: TypeId, keywords: &Keywords<'a>, at: &str, key: Option<&'a str>) -> Shape {
        if let Some(reference) = self.wrapped(keywords)
            && (key.is_none() || !self.is_base(reference) || is_annotated(keywords))
        {
            let target = self.named(reference, at);
            self.alias(id, target, at);
            return self.store.api[id].shape.clone();
        }
        if let Some(shape) = key.and_then(|key| self.hierarchy(id, keywords, at, key)) {
            return shape;
        }
        if !keywords.all_of.is_empty() || !keywords.alternatives.is_empty() {
            return self.composed(id, keywords, at);
        }
        self.simple(id, keywords, at)
    }

    /// The shape of a schema that is not made from others.
    fn simple(&mut self, id: TypeId, keywords: &Keywords<'a>, at: &str) -> Shape {
        if !keywords.enumeration.is_empty()
            && !matches!(keywords.kind, Kind::Array | Kind::Object)
            && let Some(shape) = self.enumeration(keywords, at)
        {
            return shape;
        }
        match &keywords.kind {
            Kind::Unknown(name) => {
                let why = format!("there is no type `{name}`");
                self.store.fault(id, self.finding_in(&UNSUPPORTED_SCHEMA, at, "type", why));
                Shape::Any
            }
            Kind::Array => self.array(id, keywords, at),
            Kind::Object => self.object(id, keywords, at),
            Kind::Missing if keywords.properties.is_some_and(|properties| !properties.is_empty()) => {
                self.object(id, keywords, at)
            }
            Kind::Missing if keywords.additional.is_some() => self.object(id, keywords, at),
            Kind::Missing if keywords.items.is_some() => self.array(id, keywords, at),
            _ => scalar::shape(keywords, self.binary_is_bytes).unwrap_or(Shape::Any),
        }
    }

    /// A list; one whose elements are not described holds anything.
    fn array(&mut self, id: TypeId, keywords: &Keywords<'a>, at: &str) -> Shape {
        let at = below(at, ["items"]);
        let parent = Parent::Type(id, Role::Items);
        Shape::Array(match keywords.items {
            Some(items) => self.type_of(items, &at, parent),
            None => self.store.allocate(self.origin(&at), Some(parent)),
        })
    }
}
