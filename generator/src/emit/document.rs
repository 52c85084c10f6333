//! The module of a document: its operations, and the trait that a server implements.

use quote::quote;

use super::docs::{Paragraphs, code};
use super::scope::{Place, Scope};
use super::{Emission, about, security, words};
use crate::api::{DocumentId, OperationId};
use crate::render::{Blank, Block, BlockKind, Code, Docs, Member, Row, SourceFile, Table};

/// `src/<document>/mod.rs`.
pub(super) fn index(emission: &Emission<'_>, id: DocumentId) -> SourceFile {
    let (document, names) = (&emission.api[id], emission.names.document(id));
    let modules = document.operations.iter().map(|operation| {
        let method = &emission.names.operation(*operation).method;
        quote!(pub mod #method;)
    });
    let service = &names.service;
    let server = quote! {
        #[cfg(feature = "server")]
        mod server;
        #[cfg(feature = "server")]
        pub use server::{#service, routes};
    };
    let docs =
        about::module(document).add([format!("Source: {}.", emission.source(&document.pointer))]).into();
    let items = vec![quote!(#(#modules)*).into(), server.into()];
    SourceFile { path: format!("{}/mod.rs", folder(emission, id)), docs, items }
}

/// `src/<document>/server.rs`.
pub(super) fn server(emission: &Emission<'_>, id: DocumentId) -> SourceFile {
    let document = &emission.api[id];
    let scope = Scope::new(emission, Place::Within(emission.names.document(id).namespace));
    let methods = emission.served(id).map(|operation| &emission.names.operation(operation).method);
    let methods: Vec<_> = methods.collect();
    let operations = match methods.as_slice() {
        [] => None,
        [one] => Some(quote!(use super::#one;)),
        several => Some(quote!(use super::{#(#several),*};)),
    };
    let (service, routes) = (service(&scope, id), routes(&scope, id));
    let imports = scope.imports();
    let docs = format!("The operations of {}, as a server has them.", code(document.label()));
    SourceFile {
        path: format!("{}/server.rs", folder(emission, id)),
        docs: Paragraphs::default().add([docs]).into(),
        items: vec![quote!(#operations #imports).into(), service.into(), routes.into()],
    }
}

/// The folder of a document: `src/login`.
pub(super) fn folder(emission: &Emission<'_>, id: DocumentId) -> String {
    let names = emission.names.document(id);
    format!("{}/{}", emission.folder(names.namespace, "src"), names.module.plain())
}

/// The trait that a server implements.
fn service(scope: &Scope<'_>, id: DocumentId) -> Block {
    let emission = scope.emission();
    let (document, name) = (&emission.api[id], &emission.names.document(id).service);
    let docs =
        format!(" The operations of {}. Implementations write plain `async fn`.", code(document.label()));
    Block {
        kind: BlockKind::Trait,
        docs: Docs::new(docs),
        head: quote!(pub trait #name: Send + Sync + 'static).into(),
        members: emission.served(id).map(|operation| method(scope, operation)).collect(),
    }
}

fn method(scope: &Scope<'_>, id: OperationId) -> Member {
    let operation = &scope.emission().api[id];
    let method = &scope.emission().names.operation(id).method;
    let docs =
        Paragraphs::default().add(super::docs::wrapped(&words::heading(scope.emission(), operation))).into();
    let credentials = security::arguments(scope, &operation.security);
    let credentials = credentials.iter().map(|credential| {
        let (name, ty) = (&credential.name, &credential.ty);
        quote!(#name: #ty)
    });
    let function = quote! {
        fn #method(&self, request: #method::Request #(, #credentials)*)
            -> impl Future<Output = Result<#method::Response, #method::Error>> + Send;
    };
    Member { docs, code: Code::alike(function, [Blank::name(method)]) }
}

/// The routes of the document to an implementation of its trait.
fn routes(scope: &Scope<'_>, id: DocumentId) -> Table {
    let emission = scope.emission();
    let rows = emission.served(id).map(|operation| {
        let credentials = security::arguments(scope, &emission.api[operation].security);
        let credentials = credentials.into_iter().map(|credential| credential.name).collect();
        Row::Call(emission.names.operation(operation).method.clone(), credentials)
    });
    let subject = emission.names.document(id).service.clone();
    Table { name: scope.runtime_macro("routes"), subject, rows: rows.collect(), tail: None }
}
