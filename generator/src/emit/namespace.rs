//! A namespace other than the root: its module, and its part of the client.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{Paragraphs, code};
use super::scope::{Place, Scope};
use super::{Emission, client, crate_root};
use crate::names::NamespaceId;
use crate::render::SourceFile;

/// `src/<namespace>/mod.rs`.
pub(super) fn file(emission: &Emission<'_>, id: NamespaceId) -> SourceFile {
    let (modules, whole) = (crate_root::modules(emission, id), emission.gate_of_server(id));
    let items = quote! {
        #(#modules)*
        pub mod types;
        #[cfg(feature = "client")]
        mod client;
        #[cfg(feature = "server")]
        #whole
        pub mod server;
    };
    let exports = quote! {
        #[cfg(feature = "client")]
        pub use client::Client;
    };
    let docs = crate_root::about(emission, id).and(crate_root::operations(emission, id)).into();
    let path = format!("{}/mod.rs", emission.folder(id, "src"));
    SourceFile { path, docs, items: vec![items.into(), exports.into()] }
}

/// `src/<namespace>/client.rs`.
pub(super) fn client(emission: &Emission<'_>, id: NamespaceId) -> SourceFile {
    let scope = Scope::new(emission, Place::Within(id));
    let core = scope.runtime("ClientCore");
    let module = emission.names.namespace(id).module.as_ref();
    let docs = format!(
        " Calls the operations of this namespace. A [`crate::Client`] makes one with its `{}`.",
        module.map_or("", |module| module.plain())
    );
    let declaration = quote! {
        #[doc = #docs]
        #[derive(Debug, Clone)]
        pub struct Client {
            core: #core,
        }
    };
    let constructor = quote! {
        impl Client {
            pub(crate) fn new(core: #core) -> Self {
                Self { core }
            }
        }
    };
    let operations = client::operations(&scope, id);
    let imports = scope.imports();
    let declarations = [imports.into(), declaration.into(), constructor.into()];
    SourceFile {
        path: format!("{}/client.rs", emission.folder(id, "src")),
        docs: Paragraphs::default().add(["The client: a method for each operation.".to_owned()]).into(),
        items: declarations.into_iter().chain(operations).collect(),
    }
}

/// The methods of the root's client that lead to the others.
pub(super) fn accessors(scope: &Scope<'_>) -> Option<TokenStream> {
    let namespaces = scope.emission().names.namespaces().iter();
    let modules = namespaces.filter_map(|namespace| Some((namespace.id, namespace.module.as_ref()?)));
    let modules: Vec<_> = modules.collect();
    let accessors = modules.iter().map(|(id, module)| {
        let gate = scope.emission().gate_of_namespace(*id);
        let docs = format!(
            " The operations of {}, over the same connections and with the same credentials.",
            code(module.plain())
        );
        quote! {
            #[doc = #docs]
            #gate
            pub fn #module(&self) -> crate::#module::Client {
                crate::#module::Client::new(self.core.clone())
            }
        }
    });
    (!modules.is_empty()).then(|| quote!(impl Client { #(#accessors)* }))
}
