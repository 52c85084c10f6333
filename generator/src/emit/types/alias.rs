//! A definition that needs no item but a name.

use quote::quote;

use super::docs;
use crate::api::TypeId;
use crate::emit::scope::Scope;
use crate::names::TypeName;
use crate::render::Item;

/// `pub type UserId = String;`
pub(super) fn items(scope: &Scope<'_>, id: TypeId, name: &TypeName) -> Vec<Item> {
    let (name, target) = (&name.name, scope.unnamed(id));
    vec![Item::Code(docs(scope, id).into(), quote!(pub type #name = #target;).into())]
}
