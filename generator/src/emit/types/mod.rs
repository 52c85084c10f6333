//! The items of types: structs, enums, aliases.

mod alias;
mod constructors;
mod enumeration;
mod newtype;
mod object;
mod union;

pub(super) use object::{Field, FieldKind, Struct, additional_field, field, fields, json};

use super::docs::Paragraphs;
use super::scope::Scope;
use crate::api::{Shape, TypeId};
use crate::render::Item;

/// The items of one type that has a name.
pub(super) fn items(scope: &Scope<'_>, id: TypeId) -> Vec<Item> {
    let emission = scope.emission();
    let Some(name) = emission.names.ty(id) else { return Vec::new() };
    let ty = &emission.api[id];
    let mut items = match &ty.shape {
        Shape::Object(object) => object::items(scope, id, object, name),
        Shape::Enumeration(values) => enumeration::items(scope, id, values, name),
        Shape::Union(union) => union::items(scope, id, union, name),
        _ if emission.facts.is_endless(id) => newtype::items(scope, id, name),
        _ => alias::items(scope, id, name),
    };
    items.extend(super::constraints::items(scope, id, name));
    items
}

/// The docs of a type: its words, and where it came from.
fn docs(scope: &Scope<'_>, id: TypeId) -> Paragraphs {
    let emission = scope.emission();
    let ty = &emission.api[id];
    let name = emission.names.ty(id).map(|names| names.name.plain()).unwrap_or_default();
    let words = super::words::text(&ty.docs, name);
    let undescribed = words.is_empty();
    words
        .add(undescribed.then(|| super::words::undescribed(ty)))
        .and(notes(scope, id))
        .add([format!("Source: {}.", emission.source(&ty.pointer))])
}

/// What is said about a type beside its title and description.
pub(super) fn notes(scope: &Scope<'_>, id: TypeId) -> Paragraphs {
    let ty = &scope.emission().api[id];
    Paragraphs::default()
        .add(super::words::external(&ty.docs))
        .add(super::words::deprecation(&ty.docs))
        .add(super::bounds::of(scope.emission().api, id))
        .add(super::words::default(ty.default.as_ref()))
}
