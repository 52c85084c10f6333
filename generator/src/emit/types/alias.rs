//! A definition that needs no item but a name.

use quote::quote;

use super::docs;
use crate::api::TypeId;
use crate::emit::scope::Scope;
use crate::names::TypeName;
use crate::render::Item;

/// `pub type UserId = String;`
pub(super) fn items(scope: &Scope<'_>, id: TypeId, name: &TypeName) -> Vec<Item> {
    let (docs, name, target) = (docs(scope, id).attributes(), &name.name, scope.unnamed(id));
    vec![quote!(#docs pub type #name = #target;).into()]
}
