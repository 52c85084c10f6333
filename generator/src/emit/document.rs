//! The module of a document: its operations, its server trait, its routes.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{Paragraphs, code};
use super::scope::{Place, Scope, Side};
use super::{Emission, security, words};
use crate::api::{DocumentId, OperationId};
use crate::render::SourceFile;

/// `src/<document>/mod.rs`.
pub(super) fn file(emission: &Emission<'_>, id: DocumentId) -> SourceFile {
    let scope = Scope::new(emission, Place::Root);
    let (document, names) = (&emission.api[id], emission.names.document(id));
    let modules = document.operations.iter().map(|operation| {
        let method = &emission.names.operation(*operation).method;
        quote!(pub mod #method;)
    });
    let modules = quote!(#(#modules)*);
    let (service, routes) = (service(&scope, id), routes(&scope, id));
    let server = quote! {
        #[cfg(feature = "server")]
        use std::sync::Arc;
    };
    let imports = scope.imports();
    let docs = Paragraphs::default()
        .words(document.docs.summary.as_deref())
        .words(document.docs.description.as_deref())
        .add(words::external(&document.docs))
        .add([format!("Source: {}.", emission.source(&document.pointer))])
        .into_lines();
    let items = vec![quote!(#server #imports).into(), modules.into(), service.into(), routes.into()];
    SourceFile { path: format!("src/{}/mod.rs", names.module.plain()), docs, items }
}

/// The trait that a server implements.
fn service(scope: &Scope<'_>, id: DocumentId) -> TokenStream {
    let emission = scope.emission();
    let (document, name) = (&emission.api[id], &emission.names.document(id).service);
    let methods = document.operations.iter().map(|operation| method(scope, *operation));
    let docs = format!(" The operations of {}, as a server implements them.", code(&document.name));
    quote! {
        #[doc = #docs]
        ///
        /// Implementations write plain `async fn`.
        #[cfg(feature = "server")]
        pub trait #name: Send + Sync + 'static { #(#methods)* }
    }
}

fn method(scope: &Scope<'_>, id: OperationId) -> TokenStream {
    let operation = &scope.emission().api[id];
    let method = &scope.emission().names.operation(id).method;
    let docs = Paragraphs::default()
        .add(super::docs::wrapped(&words::heading(scope.emission(), operation)))
        .attributes();
    let credentials = security::arguments(scope, Side::Server, &operation.security);
    let credentials = credentials.iter().map(|credential| {
        let (name, ty) = (&credential.name, &credential.ty);
        quote!(#name: #ty)
    });
    quote! {
        #docs
        fn #method(&self, request: #method::Request #(, #credentials)*)
            -> impl Future<Output = Result<#method::Response, #method::Error>> + Send;
    }
}

/// The routes of the document to an implementation of its trait.
fn routes(scope: &Scope<'_>, id: DocumentId) -> TokenStream {
    let emission = scope.emission();
    let (document, service) = (&emission.api[id], &emission.names.document(id).service);
    let (routes, route) = (scope.runtime_on("Routes", Side::Server), scope.runtime_on("Route", Side::Server));
    let all = document.operations.iter().map(|operation| {
        let method = &emission.names.operation(*operation).method;
        let credentials = security::arguments(scope, Side::Server, &emission.api[*operation].security);
        let names: Vec<_> = credentials.iter().map(|credential| &credential.name).collect();
        let types = credentials.iter().map(|credential| &credential.ty);
        let argument = match names.as_slice() {
            [] => quote!((): ()),
            [name] => quote!(#name: #(#types)*),
            names => quote!((#(#names),*): (#(#types),*)),
        };
        quote! {
            #route::new(|state: Arc<S>, request: #method::Request, #argument| async move {
                state.#method(request #(, #names)*).await
            })
        }
    });
    let all: Vec<_> = all.collect();
    let docs = format!(" The routes of {}.", code(&document.name));
    quote! {
        #[doc = #docs]
        #[cfg(feature = "server")]
        pub fn routes<S: #service>() -> #routes<S> { #routes::new(vec![#(#all),*]) }
    }
}
