//! `allOf`: inheritance, mixins, and references with words beside them.

use super::keywords::{Keywords, Kind, Slot};
use super::merge::{Alternatives, Merge, tighten};
use crate::api::{Shape, TypeId};
use crate::diagnostic::UNSUPPORTED_SCHEMA;
use crate::lower::Scope;
use crate::source::below;

/// How deep an inheritance may be; the deepest in use is below 10.
const DEEPEST: usize = 64;

impl<'a> Scope<'a, '_> {
    /// The one definition that an `allOf` names, where it adds nothing but words to it.
    pub(super) fn wrapped(&self, keywords: &Keywords<'a>) -> Option<&'a str> {
        if !keywords.adds_nothing() {
            return None;
        }
        let mut target = None;
        for member in keywords.all_of {
            match Slot::from(member) {
                Slot::Reference(reference) if target.is_none() => target = Some(reference),
                Slot::Inline(schema) if Keywords::of(schema).says_nothing() => {}
                _ => return None,
            }
        }
        target
    }

    /// The shape of a schema with `allOf`, `oneOf` or `anyOf`, with the keywords beside them.
    pub(super) fn composed(&mut self, id: TypeId, keywords: &Keywords<'a>, at: &str) -> Shape {
        let mut merge = Merge::default();
        self.depth += 1;
        if self.depth > DEEPEST {
            let why = format!("the `allOf` is more than {DEEPEST} deep");
            self.store.fault(id, self.finding(&UNSUPPORTED_SCHEMA, at, why));
        } else {
            self.gather(&mut merge, id, keywords, at);
        }
        self.depth -= 1;
        self.merged(merge, id, at)
    }

    /// Adds all that a schema says: the members of its `allOf`, then its own keywords.
    pub(super) fn gather(&mut self, merge: &mut Merge<'a>, id: TypeId, keywords: &Keywords<'a>, at: &str) {
        for (index, member) in keywords.all_of.iter().enumerate() {
            let at = below(at, ["allOf", &index.to_string()]);
            self.gather_slot(merge, id, Slot::from(member), &at);
        }
        tighten(&mut merge.constraints, &keywords.constraints);
        if !keywords.alternatives.is_empty() {
            merge.alternatives.push(Alternatives::Written {
                schemas: keywords.alternatives,
                at: below(at, [keywords.alternatives_key]),
                discriminator: keywords.data.discriminator.as_ref(),
            });
        }
        if self.describes_object(keywords) {
            self.members(merge, id, keywords, at);
        } else if keywords.kind != Kind::Missing
            || keywords.items.is_some()
            || !keywords.enumeration.is_empty()
        {
            let shape = self.simple(id, keywords, at);
            merge.narrow(shape, None);
        } else {
            // `required` alone is about the members of others.
            self.members(merge, id, keywords, at);
        }
    }

    pub(super) fn gather_slot(&mut self, merge: &mut Merge<'a>, id: TypeId, slot: Slot<'a>, at: &str) {
        match slot {
            Slot::Inline(schema) => self.gather(merge, id, &Keywords::of(schema), at),
            Slot::Reference(reference) => {
                let target = self.named(reference, at);
                // What it is another name for is complete too: its members are copied.
                let target = self.settle(target);
                if self.is_done(target) {
                    self.absorb(merge, target);
                } else {
                    let why = "the `allOf` comes back to the schema that it is part of";
                    self.store.fault(id, self.finding(&UNSUPPORTED_SCHEMA, at, why));
                }
            }
        }
    }

    /// Adds all that a type says.
    pub(super) fn absorb(&mut self, merge: &mut Merge<'a>, target: TypeId) {
        let target = self.store.api.resolve(target);
        if let Some(why) = self.store.fault_of(target).cloned() {
            // Members are copied, so that the fault must be copied too.
            merge.fault.get_or_insert(why);
        }
        let ty = self.store.api[target].clone();
        merge.secret |= ty.secret;
        match ty.shape {
            Shape::Any => {}
            Shape::Object(object) => {
                merge.is_object = true;
                for property in object.properties {
                    self.add_property(merge, property);
                }
                merge.additional = object.additional.or(merge.additional);
            }
            Shape::Map(values) => {
                merge.is_object = true;
                if !self.is_anything(values) {
                    merge.additional = Some(values);
                }
            }
            Shape::Union(union) => match union.fallback.and_then(|base| union.variants.get(base)) {
                Some(base) => self.absorb(merge, base.ty),
                None => merge.alternatives.push(Alternatives::Defined(target)),
            },
            shape => merge.narrow(shape, Some(target)),
        }
        tighten(&mut merge.constraints, &ty.constraints);
    }

    /// The shape that all that was gathered makes.
    pub(super) fn merged(&mut self, mut merge: Merge<'a>, id: TypeId, at: &str) -> Shape {
        self.store.api[id].constraints = merge.constraints.clone();
        self.store.api[id].secret |= merge.secret;
        if let Some(why) = merge.fault.take() {
            self.store.fault(id, why);
        }
        if merge.contradiction || (merge.other.is_some() && merge.has_members()) {
            let why = "the members of the `allOf` contradict each other, so that no value satisfies all";
            self.store.fault(id, self.finding_in(&UNSUPPORTED_SCHEMA, at, "allOf", why.to_owned()));
            return Shape::Any;
        }
        if !merge.alternatives.is_empty() {
            return self.union(merge, id, at);
        }
        match merge.other.take() {
            Some(Shape::Enumeration(_)) if merge.other_from.is_some() => {
                merge.other_from.map_or(Shape::Any, Shape::Alias)
            }
            Some(shape) => shape,
            None if merge.has_members() || merge.is_object => self.object_of(merge, id, at),
            None => Shape::Any,
        }
    }

    fn describes_object(&self, keywords: &Keywords<'a>) -> bool {
        match keywords.kind {
            Kind::Object => true,
            Kind::Missing => {
                keywords.additional.is_some() || keywords.properties.is_some_and(|all| !all.is_empty())
            }
            _ => false,
        }
    }
}
