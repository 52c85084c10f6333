//! One of several types, as an enum.

use std::collections::HashSet;

use quote::quote;

use super::docs;
use crate::api::{TypeId, Union};
use crate::emit::scope::Scope;
use crate::names::{Ident, TypeName};
use crate::render::{Item, Row, Table};

/// The enum and its JSON: told apart by the discriminator, or by which alternative fits first.
pub(super) fn items(scope: &Scope<'_>, id: TypeId, union: &Union, name: &TypeName) -> Vec<Item> {
    let (docs, ident) = (docs(scope, id).attributes(), &name.name);
    let variants = union.variants.iter().zip(&name.members).map(|(variant, member)| {
        let value = scope.value(variant.ty);
        // Behind a pointer: alternatives differ in size, and may hold the union itself.
        quote!(#member(Box<#value>))
    });
    let item = quote! {
        #docs
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum #ident {
            #(#variants,)*
            /// A value that is none of these, kept as it came.
            Unknown(serde_json::Value),
        }
    };
    vec![item.into(), table(scope, union, name).into()]
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
