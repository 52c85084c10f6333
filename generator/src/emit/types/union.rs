//! One of several types, as an enum.

use std::collections::HashSet;

use quote::quote;

use super::docs;
use crate::api::{ScalarKind, Shape, StringFormat, TypeId, Union};
use crate::emit::scope::Scope;
use crate::names::{Ident, TypeName};
use crate::render::{Item, Row, Table};

/// The enum and its JSON: told apart by the discriminator, or by which alternative fits first.
pub(super) fn items(scope: &Scope<'_>, id: TypeId, union: &Union, name: &TypeName) -> Vec<Item> {
    let ident = &name.name;
    let variants = union.variants.iter().zip(&name.members).map(|(variant, member)| {
        let value = scope.value(variant.ty);
        // Behind a pointer: alternatives differ in size, and may hold the union itself.
        quote!(#member(Box<#value>))
    });
    let item = quote! {
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum #ident {
            #(#variants,)*
            /// A value that is none of these, kept as it came.
            Unknown(serde_json::Value),
        }
    };
    let mut items = vec![Item::Code(docs(scope, id).into(), item.into()), table(scope, union, name).into()];
    if scope.emission().api.is_of_scalars(union) {
        items.push(text(scope, union, name).into());
    }
    items
}

/// How scalars are told apart in a text, where there are no kinds but by the way they look: strings
/// of any kind last.
fn text(scope: &Scope<'_>, union: &Union, name: &TypeName) -> Table {
    let strictness = |ty| match &scope.emission().api.resolved(ty).shape {
        Shape::String(StringFormat::Plain) => 3,
        Shape::Enumeration(values) if ScalarKind::of(values) == ScalarKind::Strings => 2,
        Shape::String(_) => 1,
        _ => 0,
    };
    let mut variants: Vec<_> = union.variants.iter().zip(&name.members).collect();
    variants.sort_by_key(|(variant, _)| strictness(variant.ty));
    let rows = variants.into_iter().map(|(_, member)| Row::Name(member.clone())).collect();
    Table { name: scope.runtime_macro("scalar_union"), subject: name.name.clone(), rows, tail: None }
}

/// How the alternatives are told apart. One that shares its tag with an earlier one, or has none, is
/// taken where it fits.
fn table(scope: &Scope<'_>, union: &Union, name: &TypeName) -> Table {
    let (mut tagged, mut others, mut tags) = (Vec::new(), Vec::new(), HashSet::new());
    for (variant, member) in union.variants.iter().zip(&name.members) {
        match variant.tag.as_ref().filter(|_| union.discriminator.is_some()) {
            Some(tag) if tags.insert(tag) => tagged.push(Row::Text(member.clone(), tag.clone())),
            _ => others.push(member.clone()),
        }
    }
    let subject = name.name.clone();
    let Some(property) = &union.discriminator else {
        let rows = others.into_iter().map(Row::Name).collect();
        return Table { name: scope.runtime_macro("untagged_union"), subject, rows, tail: None };
    };
    let mut tail = format!("by {}", proc_macro2::Literal::string(property));
    if !others.is_empty() {
        let others: Vec<_> = others.iter().map(Ident::to_string).collect();
        tail.push_str(&format!(" else {{ {} }}", others.join(", ")));
    }
    Table { name: scope.runtime_macro("tagged_union"), subject, rows: tagged, tail: Some(tail) }
}
