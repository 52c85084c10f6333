//! The root of the crate: what API it is, and where everything is.

use quote::quote;

use super::docs::{Paragraphs, code};
use super::{Emission, about, words};
use crate::api::OperationId;
use crate::names::NamespaceId;
use crate::render::SourceFile;

/// `src/lib.rs`.
pub(super) fn file(emission: &Emission<'_>) -> SourceFile {
    let documents = emission.names.documents(NamespaceId::ROOT).map(|names| &names.module);
    let namespaces = emission.names.namespaces().iter().filter_map(|namespace| namespace.module.as_ref());
    let modules = documents.chain(namespaces);
    let recursion_limit = emission.facts.recursion_limit().map(|limit| {
        let limit = limit.to_string();
        quote!(#![recursion_limit = #limit])
    });
    let mut items = Vec::new();
    items.extend(recursion_limit.map(Into::into));
    items.push(
        quote! {
            #(pub mod #modules;)*
            pub mod runtime;
            pub mod security;
            pub mod types;
            #[cfg(feature = "client")]
            mod client;
            #[cfg(feature = "server")]
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

fn docs(emission: &Emission<'_>) -> Vec<String> {
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
        .into_lines()
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
