//! Schemas become types.

mod all_of;
mod definitions;
mod enumeration;
mod keywords;
mod merge;
mod object;
mod questions;
mod scalar;
mod subtypes;
mod union;

use openapiv3::Schema;

use self::definitions::State;
pub(super) use self::definitions::States;
pub(super) use self::keywords::Slot;
use self::keywords::{Keywords, Kind};
pub(super) use self::object::{Conflict, style};
use self::questions::{is_annotated, is_nullable, needs_name};
pub(super) use self::questions::{is_binary, is_named, preferred_name};
pub(super) use self::subtypes::subtypes;
pub(super) use self::union::MOST_EXTENSIONS;
use super::store::LONGEST_CHAIN;
use super::{Scope, docs, example};
use crate::api::{NumberFormat, Parent, Role, Shape, TypeId};
use crate::diagnostic::{NOT_ENFORCED, UNSUPPORTED_SCHEMA};
use crate::source::below;

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

    /// Whether all that is known about a type is that it may be anything.
    fn is_anything(&self, id: TypeId) -> bool {
        self.store.api[id].shape == Shape::Any && self.is_done(id)
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
        if let Some(known) = self.store.shared(&pointer) {
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
