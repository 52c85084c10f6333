//! The server: every document of a namespace behind one service.

use quote::quote;

use super::Emission;
use super::docs::Paragraphs;
use super::scope::{Place, Scope};
use crate::names::NamespaceId;
use crate::render::SourceFile;

/// `server.rs` of a namespace.
pub(super) fn file(emission: &Emission<'_>, id: NamespaceId) -> SourceFile {
    let scope = Scope::new(emission, Place::Within(id));
    let namespace = &emission.module(id);
    let (service, routes) = (scope.runtime("Service"), scope.runtime("Routes"));
    let traits = emission.names.documents(id).map(|names| {
        let (module, service) = (&names.module, &names.service);
        quote!(#namespace::#module::#service)
    });
    let traits: Vec<_> = traits.collect();
    let bounds = match traits.as_slice() {
        [] => quote!(Send + Sync + 'static),
        traits => quote!(#(#traits)+*),
    };
    let of_documents = emission.names.documents(id).map(|names| {
        let module = &names.module;
        quote!(.and(#namespace::#module::routes()))
    });
    let service = quote! {
        /// Serves every operation of every document from one state.
        ///
        /// The result is a tower service, an axum router with `into_router`, and a transport for a
        /// client in the same process. A server of some of the documents is built from their own
        /// `routes`.
        pub fn service<S>(state: S) -> #service
        where
            S: #bounds,
        {
            #service::new().with(routes(), Arc::new(state))
        }
    };
    let routes = quote! {
        /// The operations of every document with the handlers of `S`.
        pub fn routes<S>() -> #routes<S>
        where
            S: #bounds,
        {
            #routes::default() #(#of_documents)*
        }
    };
    let imports = scope.imports();
    let docs =
        Paragraphs::default().add(["The server: all operations behind one service.".to_owned()]).into();
    SourceFile {
        path: format!("{}/server.rs", emission.folder(id, "src")),
        docs,
        items: vec![quote!(use std::sync::Arc; #imports).into(), service.into(), routes.into()],
    }
}
