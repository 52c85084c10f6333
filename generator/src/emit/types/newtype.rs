//! A list or a map that holds itself.

use quote::quote;

use super::docs;
use crate::api::TypeId;
use crate::emit::scope::Scope;
use crate::names::TypeName;
use crate::render::{Item, Table};

/// `pub struct Tree(pub Additional<Tree>);`, with its JSON.
pub(super) fn items(scope: &Scope<'_>, id: TypeId, name: &TypeName) -> Vec<Item> {
    let (ident, held) = (&name.name, scope.unnamed(id));
    let item = quote! {
        #[derive(Debug, Clone, PartialEq, Default)]
        pub struct #ident(pub #held);
    };
    let table = scope.runtime_macro("transparent");
    vec![
        Item::Code(docs(scope, id).into(), item.into()),
        Table { name: table, subject: ident.clone(), rows: Vec::new(), tail: None }.into(),
    ]
}
