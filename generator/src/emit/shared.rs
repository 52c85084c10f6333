//! The shared definitions: a file each, and the module that holds them.

use quote::quote;

use super::docs::Paragraphs;
use super::scope::Scope;
use super::{Emission, types};
use crate::api::TypeId;
use crate::names::{Ident, NamespaceId};
use crate::render::SourceFile;

/// `types/mod.rs` of a namespace.
pub(super) fn index(emission: &Emission<'_>, namespace: NamespaceId) -> SourceFile {
    let shared = || emission.names.shared().filter(|(home, ..)| *home == namespace);
    let gate = |types: &[TypeId]| types.first().map(|id| emission.gate_of_definition(namespace, *id));
    let declarations = shared().map(|(_, module, types)| {
        let gate = gate(types);
        quote!(#gate mod #module;)
    });
    let exports = shared().map(|(_, module, types)| {
        let (names, gate) = (names(emission, types), gate(types));
        match names.as_slice() {
            [name] => quote!(#gate pub use #module::#name;),
            names => quote!(#gate pub use #module::{#(#names),*};),
        }
    });
    let docs = Paragraphs::default().add(["Definitions that operations share.".to_owned()]).into();
    let items = vec![quote!(#(#declarations)*).into(), quote!(#(#exports)*).into()];
    SourceFile { path: format!("{}/types/mod.rs", emission.folder(namespace, "src")), docs, items }
}

/// The file of one definition, the module at `index`.
pub(super) fn file(emission: &Emission<'_>, index: usize) -> SourceFile {
    let (namespace, module, inside) = match emission.names.shared().nth(index) {
        Some((namespace, module, inside)) => (namespace, Some(module), inside),
        None => (NamespaceId::ROOT, None, Default::default()),
    };
    let name = module.map_or("definition", Ident::plain);
    let scope = Scope::of_types(emission, namespace, module);
    let mut items: Vec<_> = inside.iter().flat_map(|ty| types::items(&scope, *ty)).collect();
    items.insert(0, scope.imports_item());
    let definition = inside.first().map_or("", |id| &emission.api[*id].definition);
    let line = format!("The definition {}.", super::docs::code(definition));
    let docs = Paragraphs::default().add([line]).into();
    SourceFile { path: format!("{}/types/{name}.rs", emission.folder(namespace, "src")), docs, items }
}

fn names(emission: &Emission<'_>, types: &[TypeId]) -> Vec<Ident> {
    let mut names: Vec<_> =
        types.iter().filter_map(|id| emission.names.ty(*id)).map(|name| name.name.clone()).collect();
    names.sort();
    names
}
