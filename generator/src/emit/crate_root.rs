//! The root of the crate: what API it is, and where everything is.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{Paragraphs, code};
use super::{Emission, about, words};
use crate::api::{DocumentId, OperationId};
use crate::names::NamespaceId;
use crate::render::{Docs, SourceFile};

/// `src/lib.rs`.
pub(super) fn file(emission: &Emission<'_>) -> SourceFile {
    let namespaces = emission.names.namespaces().iter().filter_map(|namespace| {
        let (module, gate) = (namespace.module.as_ref()?, emission.gate_of_namespace(namespace.id));
        Some(quote!(#gate pub mod #module;))
    });
    let modules = modules(emission, NamespaceId::ROOT).into_iter().chain(namespaces);
    let whole = emission.gate_of_server(NamespaceId::ROOT);
    let recursion_limit = emission.facts.recursion_limit().map(|limit| {
        let limit = limit.to_string();
        quote!(#![recursion_limit = #limit])
    });
    let mut items = Vec::new();
    items.extend(recursion_limit.map(Into::into));
    if emission.is_gated() {
        items.push(emission.lenience().into());
    }
    items.push(
        quote! {
            #(#modules)*
            pub mod runtime;
            pub mod security;
            pub mod types;
            #[cfg(feature = "client")]
            mod client;
            #[cfg(feature = "server")]
            #whole
            pub mod server;
        }
        .into(),
    );
    items.push(
        quote!(
            #[cfg(feature = "client")]
            pub use client::Client;
        )
        .into(),
    );
    SourceFile { path: "src/lib.rs".to_owned(), docs: docs(emission), items }
}

/// The modules of the documents of a namespace.
pub(super) fn modules(emission: &Emission<'_>, id: NamespaceId) -> Vec<TokenStream> {
    let documents = emission.names.namespace(id).documents.iter();
    let module = |id: &DocumentId| {
        let (module, gate) = (&emission.names.document(*id).module, emission.gate_of_document(*id));
        quote!(#gate pub mod #module;)
    };
    documents.map(module).collect()
}

fn docs(emission: &Emission<'_>) -> Docs {
    let others = emission.names.namespaces().iter().filter_map(|namespace| namespace.module.as_ref());
    let others: Vec<_> = others.map(|module| format!("- [`{0}`](mod@{0})", module.plain())).collect();
    let heading = ["# Namespaces", "", "With types, a client and a server of their own:", ""];
    let others = match others.is_empty() {
        true => Vec::new(),
        false => heading.map(str::to_owned).into_iter().chain(others).collect(),
    };
    let features = [
        "# Features",
        "",
        "- `client`: `Client`, over any transport.",
        "- `reqwest`: the client's usual transport.",
        "- `hyper`: a leaner one, with TLS left to a connector.",
        "- `server`: a trait for each module of operations, and the service that routes to them.",
        "- `axum`: mounts the service in axum.",
        "- `serve`: serves on a socket with timeouts and limits.",
    ];
    about(emission, NamespaceId::ROOT)
        .and(operations(emission, NamespaceId::ROOT))
        .add(others)
        .add(features.map(str::to_owned))
        .add(documents(emission))
        .into()
}

/// What documents are as features, where they are.
fn documents(emission: &Emission<'_>) -> Vec<String> {
    if !emission.is_gated() {
        return Vec::new();
    }
    let (names, namespaces) = (emission.names.features(), emission.names.namespaces().iter());
    let documents = namespaces.clone().flat_map(|namespace| &namespace.documents);
    let documents: Vec<_> = documents.map(|id| code(names.document(*id))).collect();
    let namespaces = namespaces.filter_map(|namespace| names.namespace(namespace.id).map(code));
    let namespaces: Vec<_> = namespaces.collect();
    let of_namespaces = match namespaces.is_empty() {
        true => String::new(),
        false => format!(", or all of a namespace: {}", namespaces.join(", ")),
    };
    let text = format!(
        "The feature `documents`, which is on by default, is all operations. In place of it may be those of \
        some modules, with the types that they need: {}{of_namespaces}. Types that no operation needs come \
        with `documents`. The functions of `server` are there once all operations beside them are; a server \
        of some is built from the `routes` of their modules, as in `Service::new().with(routes(), state)`.",
        documents.join(", ")
    );
    super::docs::wrapped(&text)
}

/// What API a namespace is.
pub(super) fn about(emission: &Emission<'_>, id: NamespaceId) -> Paragraphs {
    let titles = emission.api.titles(&emission.names.namespace(id).documents);
    let titles: Vec<_> = titles.into_iter().map(super::docs::line).collect();
    let about = match titles.as_slice() {
        [] => "An HTTP API: types, a client, and server traits.".to_owned(),
        titles => format!("Types, a client and server traits for: {}.", titles.join("; ")),
    };
    Paragraphs::default().add(super::docs::wrapped(&about))
}

/// The table of its operations.
pub(super) fn operations(emission: &Emission<'_>, id: NamespaceId) -> Paragraphs {
    let documents = &emission.names.namespace(id).documents;
    let operations = documents.iter().flat_map(|document| &emission.api[*document].operations);
    let heading = ["| operation | method and path | |", "|---|---|---|"].map(str::to_owned);
    Paragraphs::default()
        .add(["# Operations".to_owned()])
        .add(heading.into_iter().chain(operations.map(|id| row(emission, *id))))
        .and(about::split_documents(emission.api, documents))
}

/// One operation in the table: a link to its module, what it is on the wire, what it does.
fn row(emission: &Emission<'_>, id: OperationId) -> String {
    let operation = &emission.api[id];
    let document = &emission.names.document(operation.document).module;
    let names = emission.names.operation(id);
    let base = &emission.api[operation.document].base_path;
    let place = code(&format!("{} {base}{}", operation.method.key().to_uppercase(), operation.path));
    let summary = words::summary(operation).unwrap_or_default();
    // A bar would end the cell, within code too.
    let cell = |text: &str| text.replace('|', "\\|");
    format!(
        "| [`{}`]({document}::{}) | {} | {} |",
        names.method.plain(),
        // A link knows no raw identifiers.
        names.method.plain(),
        cell(&place),
        cell(&summary)
    )
}
