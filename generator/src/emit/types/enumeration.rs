//! Enumerations, which keep values that the document does not list.

use quote::quote;

use super::docs;
use crate::api::{EnumValue, ScalarKind, TypeId};
use crate::emit::docs::{Paragraphs, code};
use crate::emit::scope::Scope;
use crate::names::TypeName;
use crate::render::{Item, Row, Table};

/// The enum and its conversions; an alias where its values are neither strings nor integers.
pub(super) fn items(scope: &Scope<'_>, id: TypeId, values: &[EnumValue], name: &TypeName) -> Vec<Item> {
    let (kept, mac) = match ScalarKind::of(values) {
        ScalarKind::Strings => (quote!(String), "string_enum"),
        ScalarKind::Integers => (quote!(i64), "integer_enum"),
        _ => return super::alias::items(scope, id, name),
    };
    let variants = values.iter().zip(&name.members).map(|(value, variant)| {
        let docs = Paragraphs::default()
            .words(value.description.as_deref())
            .add(value.description.is_none().then(|| format!("{}.", wire(value))))
            .attributes();
        quote!(#docs #variant)
    });
    let ident = &name.name;
    let item = quote! {
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum #ident {
            #(#variants,)*
            /// A value that the document does not list, kept as it came.
            Unknown(#kept),
        }
    };
    let rows = values.iter().zip(&name.members).filter_map(|(value, variant)| row(value, variant)).collect();
    scope.runtime(mac);
    vec![
        Item::Code(docs(scope, id).into(), item.into()),
        Table { name: mac, subject: ident.clone(), rows, tail: None }.into(),
    ]
}

fn row(value: &EnumValue, variant: &crate::names::Ident) -> Option<Row> {
    match (value.value.as_str(), value.value.as_i64()) {
        (Some(text), _) => Some(Row::Text(variant.clone(), text.to_owned())),
        (None, Some(integer)) => Some(Row::Integer(variant.clone(), integer)),
        (None, None) => None,
    }
}

/// The value as it is on the wire, for the docs.
fn wire(value: &EnumValue) -> String {
    match value.value.as_str() {
        Some("") => "The empty string".to_owned(),
        Some(text) => code(text),
        None => code(&value.value.to_string()),
    }
}
