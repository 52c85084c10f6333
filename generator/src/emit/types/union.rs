//! One of several types, as an enum.

use quote::quote;

use super::docs;
use crate::api::{TypeId, Union};
use crate::emit::scope::Scope;
use crate::names::TypeName;
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
    let rows = union.variants.iter().zip(&name.members).map(|(variant, member)| match &variant.tag {
        Some(tag) if union.discriminator.is_some() => Row::Tag(tag.clone(), member.clone()),
        _ => Row::Name(member.clone()),
    });
    let rows = rows.collect();
    let subject = ident.clone();
    let table = match &union.discriminator {
        Some(property) => {
            let tail = Some(format!("by {}", proc_macro2::Literal::string(property)));
            Table { name: scope.runtime_macro("tagged_union"), subject, rows, tail }
        }
        None => Table { name: scope.runtime_macro("untagged_union"), subject, rows, tail: None },
    };
    vec![item.into(), table.into()]
}
