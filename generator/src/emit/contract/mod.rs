//! Tests of the generated crate: every operation, both ways, on examples of the documents.
//!
//! A sample is a request or a response as it is on the wire. The server must read what the client
//! writes and the other way round, and a call through the whole stack must come back with the
//! answer that was put in. Where the document has no example, one is made from the schema.
//!
//! The files are as those of the crate are: one for each operation, in the folder of its document.

mod bodies;
mod calls;
mod multipart;
mod operation;
mod request;
mod response;
mod sample_body;
mod texts;
mod undefined;

use proc_macro2::TokenStream;
use quote::quote;

pub use bodies::Bodies;
pub(super) use bodies::file as types;
pub(super) use operation::file as operation;

use super::Emission;
use super::docs::{Paragraphs, code};
use crate::api::DocumentId;
use crate::names::NamespaceId;
use crate::render::SourceFile;

/// Where the tests are.
const FOLDER: &str = "tests/contract";

/// `tests/contract/main.rs`: the tests of the documents of a namespace, and the server that answers
/// with samples. Those of other namespaces are in folders of their names.
pub(super) fn index(emission: &Emission<'_>, id: NamespaceId) -> SourceFile {
    let bodies = emission.bodies.are_shared_in(id).then(|| {
        quote!(
            mod types;
        )
    });
    let documents = emission.names.namespace(id).documents.iter().map(|id| {
        let (module, gate) = (&emission.names.document(*id).module, emission.gate_of_document(*id));
        quote!(#gate mod #module;)
    });
    let others = emission.names.namespaces().iter().filter(|_| id == NamespaceId::ROOT);
    let others = others.filter_map(|namespace| {
        let (module, gate) = (namespace.module.as_ref()?, emission.gate_of_namespace(namespace.id));
        Some(quote!(#gate mod #module;))
    });
    let modules = documents.chain(others);
    let (mut items, support, file) = match id {
        NamespaceId::ROOT => {
            let lenience = emission.lenience();
            let condition = quote!(#![cfg(all(feature = "client", feature = "server"))] #lenience);
            (
                vec![condition.into()],
                Some(quote!(
                    mod support;
                )),
                "main.rs",
            )
        }
        _ => (Vec::new(), None, "mod.rs"),
    };
    items.extend([
        quote!(#(#modules)* #support #bodies).into(),
        calls::imports(emission, id).into(),
        calls::server().into(),
        calls::client(emission, id).into(),
        calls::routes().into(),
    ]);
    let docs = Paragraphs::default()
        .add(["What one side of the wire writes, the other reads: every operation, on samples.".to_owned()])
        .into();
    SourceFile { path: format!("{}/{file}", emission.folder(id, FOLDER)), docs, items }
}

/// `tests/contract/<document>/mod.rs`.
pub(super) fn document(emission: &Emission<'_>, id: DocumentId) -> SourceFile {
    let document = &emission.api[id];
    let modules = document.operations.iter().map(|id| {
        let method = &emission.names.operation(*id).method;
        quote!(mod #method;)
    });
    let docs = Paragraphs::default().add([format!("The operations of {}.", code(document.label()))]);
    SourceFile {
        path: format!("{}/mod.rs", folder(emission, id)),
        docs: docs.into(),
        items: vec![quote!(#(#modules)* mod server;).into()],
    }
}

/// `tests/contract/<document>/server.rs`.
pub(super) fn server(emission: &Emission<'_>, id: DocumentId) -> SourceFile {
    let label = code(emission.api[id].label());
    let docs = Paragraphs::default().add([format!("The operations of {label}, answered with samples.")]);
    SourceFile {
        path: format!("{}/server.rs", folder(emission, id)),
        docs: docs.into(),
        items: vec![calls::imports_of_handlers(emission, id).into(), calls::handlers(emission, id).into()],
    }
}

/// The folder of a document: `tests/contract/login`.
fn folder(emission: &Emission<'_>, id: DocumentId) -> String {
    let names = emission.names.document(id);
    format!("{}/{}", emission.folder(names.namespace, FOLDER), names.module.plain())
}

/// The module of a document in the crate, from outside: `::api::r0::login`.
fn module(emission: &Emission<'_>, id: DocumentId) -> TokenStream {
    let (library, names) = (emission.library(), emission.names.document(id));
    let namespace = emission.names.namespace(names.namespace).module.iter();
    let module = namespace.chain([&names.module]);
    quote!(::#library::#(#module)::*)
}
