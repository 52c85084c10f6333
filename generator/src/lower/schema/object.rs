//! Objects: their properties, what else they may hold, and what they require.

use indexmap::IndexMap;
use openapiv3::AdditionalProperties;
use serde_json::Value;

use super::keywords::{Keywords, Kind, Slot};
use super::merge::Merge;
use crate::api::{Object, Parent, Property, Role, Shape, Style, TypeId};
use crate::diagnostic::{CONFLICTING_PROPERTY, Diagnostic, Place, UNKNOWN_REQUIRED, nearest};
use crate::lower::{Scope, docs};
use crate::source::below;
use crate::upgrade::extensions;

/// Two descriptions of one property, compared when both types are known.
#[derive(Debug)]
pub(in crate::lower) struct Conflict {
    earlier: Property,
    later: Property,
}

impl Conflict {
    /// The same, where types have new ids.
    pub(in crate::lower) fn renumbered(mut self, new: impl Fn(TypeId) -> TypeId) -> Self {
        for property in [&mut self.earlier, &mut self.later] {
            property.ty = new(property.ty);
        }
        self
    }
}

impl<'a> Scope<'a, '_> {
    pub(super) fn object(&mut self, id: TypeId, keywords: &Keywords<'a>, at: &str) -> Shape {
        let mut merge = Merge::default();
        self.members(&mut merge, id, keywords, at);
        self.object_of(merge, id, at)
    }

    /// Adds what the keywords say about the members of an object, as those of `owner`.
    pub(super) fn members(
        &mut self,
        merge: &mut Merge<'a>,
        owner: TypeId,
        keywords: &Keywords<'a>,
        at: &str,
    ) {
        merge.is_object |= keywords.kind == Kind::Object;
        for (name, schema) in keywords.properties.into_iter().flatten() {
            let at = below(at, ["properties", name]);
            let property = self.property(owner, name, Slot::from(schema), &at);
            self.add_property(merge, property);
        }
        let required = keywords.required.iter().enumerate();
        merge.required.extend(required.map(|(index, name)| (name.as_str(), at.to_owned(), index)));
        match keywords.additional {
            None => {}
            Some(AdditionalProperties::Any(false)) => merge.closed = true,
            Some(AdditionalProperties::Any(true)) => {
                merge.is_object = true;
                merge.additional = Some(self.anything(owner, at));
            }
            Some(AdditionalProperties::Schema(schema)) => {
                let at = below(at, ["additionalProperties"]);
                let parent = Parent::Type(owner, Role::Additional);
                merge.additional = Some(self.type_of(&**schema, &at, parent));
            }
        }
    }

    /// A property. Words and `nullable` beside a reference are the property's own.
    fn property(&mut self, owner: TypeId, name: &str, slot: Slot<'a>, at: &str) -> Property {
        let parent = Parent::Type(owner, Role::Property(name.to_owned()));
        let mut property = Property {
            pointer: self.origin(at),
            name: name.to_owned(),
            preferred_name: None,
            docs: Default::default(),
            ty: owner,
            required: false,
            nullable: false,
            read_only: false,
            write_only: false,
            default: None,
            style: Style::default(),
        };
        let Slot::Inline(schema) = slot else {
            property.ty = self.type_of(slot, at, parent);
            return property;
        };
        let data = &schema.schema_data;
        property.preferred_name = super::preferred_name(&data.extensions);
        property.docs = docs::of_schema(data);
        property.nullable = data.nullable;
        property.read_only = data.read_only;
        property.write_only = data.write_only;
        property.default = data.default.clone();
        property.style = style(&data.extensions).unwrap_or_default();
        property.ty = match self.wrapped(&Keywords::of(schema)) {
            Some(reference) => self.named(reference, at),
            None => self.type_of(slot, at, parent),
        };
        property
    }

    /// Adds a property. Of two of one name the later counts, where it says anything.
    pub(super) fn add_property(&mut self, merge: &mut Merge<'a>, property: Property) {
        let Some(known) = merge.properties.get_mut(&property.name) else {
            merge.properties.insert(property.name.clone(), property);
            return;
        };
        if known.ty == property.ty || self.is_vague(property.ty) {
            known.required |= property.required;
            known.nullable &= property.nullable;
            if property.docs != Default::default() {
                known.docs = property.docs;
            }
            return;
        }
        if !self.is_vague(known.ty) {
            self.conflicts.push(Conflict { earlier: known.clone(), later: property.clone() });
        }
        let required = known.required || property.required;
        *known = Property { required, ..property };
    }

    /// Whether an inline type says nothing about its values beside that they are objects.
    fn is_vague(&self, id: TypeId) -> bool {
        let ty = &self.store.api[id];
        ty.parent.is_some()
            && match ty.shape {
                Shape::Map(values) => self.is_anything(values),
                _ => self.is_anything(id),
            }
    }

    /// The object that the members make; without any, one that may hold anything.
    pub(super) fn object_of(&mut self, mut merge: Merge<'a>, id: TypeId, at: &str) -> Shape {
        for (name, at, index) in std::mem::take(&mut merge.required) {
            match merge.properties.get_mut(name) {
                Some(property) => property.required = true,
                None => self.report_unknown_required(name, &at, index),
            }
        }
        if merge.properties.is_empty() && !merge.closed {
            return Shape::Map(match merge.additional {
                Some(values) => values,
                None => self.anything(id, at),
            });
        }
        Shape::Object(Object {
            properties: merge.properties.into_values().collect(),
            additional: merge.additional,
            closed: merge.closed && merge.additional.is_none(),
        })
    }

    fn anything(&mut self, owner: TypeId, at: &str) -> TypeId {
        self.store.allocate(self.origin(at), Some(Parent::Type(owner, Role::Additional)))
    }

    fn report_unknown_required(&self, name: &str, at: &str, index: usize) {
        if self.sink.is_full(&UNKNOWN_REQUIRED) || self.is_unreadable(name, at) {
            return;
        }
        let message = format!("`required` names `{name}`, which is not one of the properties");
        let place = Place::Value(self.origin(at).child("required").child(&index.to_string()));
        self.sink.report(
            Diagnostic::new(&UNKNOWN_REQUIRED, place, message)
                .help("correct the name, or describe the property"),
        );
    }

    /// Whether the property may well be described, and in a way that has been found fault with.
    fn is_unreadable(&self, name: &str, at: &str) -> bool {
        let schema = self.origin(at);
        let properties = schema.child("properties");
        let breaches = &self.given.breaches;
        let is_properties = |key: &str| nearest(key, ["properties", "allOf"]).is_some();
        breaches.contains(&properties.child(name))
            || breaches.iter().any(|breach| {
                breach.parent().as_ref() == Some(&schema)
                    && breach.last().is_some_and(|key| is_properties(&key))
            })
    }

    /// Warns where two members of an `allOf` describe a property in ways that no value fits.
    pub(in crate::lower) fn report_conflicts(&mut self) {
        for Conflict { earlier, later } in std::mem::take(&mut self.conflicts) {
            let shape = |property: &Property| &self.store.api.resolved(property.ty).shape;
            if are_compatible(shape(&earlier), shape(&later)) {
                continue;
            }
            let message =
                format!("`{}` is described in two ways that no value satisfies both of", later.name);
            self.sink.report(
                Diagnostic::new(&CONFLICTING_PROPERTY, Place::Key(later.pointer), message)
                    .label("this one is used")
                    .also(Place::Key(earlier.pointer), "it is something else here"),
            );
        }
    }
}

fn are_compatible(a: &Shape, b: &Shape) -> bool {
    let scalar = |shape: &Shape| {
        matches!(shape, Shape::String(_) | Shape::Enumeration(_) | Shape::Integer(_) | Shape::Number(_))
    };
    let members = |shape: &Shape| matches!(shape, Shape::Map(_) | Shape::Object(_));
    let open = |shape: &Shape| matches!(shape, Shape::Any | Shape::Union(_));
    match (a, b) {
        (a, b) if open(a) || open(b) => true,
        (Shape::Enumeration(_), other) | (other, Shape::Enumeration(_)) => scalar(other),
        (Shape::Integer(_) | Shape::Number(_), Shape::Integer(_) | Shape::Number(_)) => true,
        (a, b) if members(a) || members(b) => members(a) && members(b),
        (a, b) => std::mem::discriminant(a) == std::mem::discriminant(b),
    }
}

/// How a list is written, where the upgrade has said so.
pub(in crate::lower) fn style(extensions: &IndexMap<String, Value>) -> Option<Style> {
    match extensions.get(extensions::COLLECTION_FORMAT)?.as_str()? {
        "csv" => Some(Style::Csv),
        "ssv" => Some(Style::Ssv),
        "tsv" => Some(Style::Tsv),
        "pipes" => Some(Style::Pipes),
        "multi" => Some(Style::Multi),
        _ => None,
    }
}
