//! What a server asks of requests beside types: tables of the runtime's `Keyword`s.
//!
//! A type has a table of its own where it has an item of its own, and only if requests can break
//! something in it; everything else is written out where it is used. Clients don't see any of it.

mod alternatives;
mod keywords;
mod request;

pub(super) use request::{call, call_of_kind, tables};

use quote::quote;

use self::keywords::Keywords;
use super::scope::{Scope, Side};
use crate::api::{Shape, TypeId};
use crate::names::TypeName;
use crate::render::Item;

/// `impl Constrained` for a type, if requests can break something in it.
pub(super) fn items(scope: &Scope<'_>, id: TypeId, name: &TypeName) -> Option<Item> {
    if !has_table(scope, id) {
        return None;
    }
    import_runtime(scope);
    let (name, keywords) = (&name.name, Keywords::new(scope).inside(id));
    let item = quote! {
        #[cfg(feature = "server")]
        impl runtime::Constrained for #name {
            fn keywords() -> runtime::Keywords { &[#(#keywords),*] }
        }
    };
    Some(item.into())
}

/// Whether a type has a table of its own, which others refer to: one that has an item of its own, but
/// for enumerations, which have a list already.
fn has_table(scope: &Scope<'_>, id: TypeId) -> bool {
    let emission = scope.emission();
    let is_item = matches!(emission.api[id].shape, Shape::Object(_) | Shape::Union(_));
    emission.facts.is_constrained(id)
        && emission.names.ty(id).is_some()
        && (is_item || emission.facts.is_endless(id))
}

/// Imports the runtime by its module: its keywords are common words, and an API may have types of such
/// names.
fn import_runtime(scope: &Scope<'_>) {
    scope.runtime_on("self", Side::Server);
}
