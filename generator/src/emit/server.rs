//! The server: every document of the crate behind one service.

use quote::quote;

use super::Emission;
use super::docs::Paragraphs;
use super::scope::{Place, Scope};
use crate::render::SourceFile;

/// `src/server.rs`.
pub(super) fn file(emission: &Emission<'_>) -> SourceFile {
    let scope = Scope::new(emission, Place::Root);
    let service = scope.runtime("Service");
    let traits = emission.names.documents().map(|names| {
        let (module, service) = (&names.module, &names.service);
        quote!(crate::#module::#service)
    });
    let routes = emission.names.documents().map(|names| {
        let module = &names.module;
        quote!(.with(crate::#module::routes(), Arc::clone(&state)))
    });
    let item = quote! {
        /// Serves every operation of every document from one state.
        ///
        /// The result is a tower service, an axum router with `into_router`, and a transport for a
        /// client in the same process. A server of some of the documents is built from their own
        /// `routes`.
        pub fn service<S>(state: S) -> #service
        where
            S: #(#traits)+*,
        {
            let state = Arc::new(state);
            #service::new() #(#routes)*
        }
    };
    let imports = scope.imports();
    let docs =
        Paragraphs::default().add(["The server: all operations behind one service.".to_owned()]).into_lines();
    SourceFile {
        path: "src/server.rs".to_owned(),
        docs,
        items: vec![quote!(use std::sync::Arc; #imports).into(), item.into()],
    }
}
