//! Tests of the generated crate: every operation, both ways, on examples of the documents.
//!
//! A sample is a request or a response as it is on the wire. The server must read what the client
//! writes and the other way round, and a call through the whole stack must come back with the
//! answer that was put in. Where the document has no example, one is made from the schema.

mod calls;
mod multipart;
mod request;
mod response;
mod sample_body;
mod texts;
mod undefined;

use std::collections::HashMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::Emission;
use super::docs::Paragraphs;
use crate::api::{DocumentId, OperationId};
use crate::names::{Case, Ident, NamespaceId};
use crate::render::SourceFile;

/// What is sent and answered in the tests of a document, operation by operation.
type Samples = HashMap<OperationId, OperationSamples>;

/// The samples of an operation.
struct OperationSamples {
    request: Option<TokenStream>,
    responses: response::Samples,
}

/// Where the tests are.
const FOLDER: &str = "tests/contract";

/// `tests/contract/main.rs`: the tests of the documents of a namespace, and the server that answers
/// with samples. Those of other namespaces are in folders of their names.
pub(super) fn index(emission: &Emission<'_>, id: NamespaceId) -> SourceFile {
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
                quote!(
                    mod support;
                ),
                "main.rs",
            )
        }
        _ => (
            Vec::new(),
            quote!(
                use super::support;
            ),
            "mod.rs",
        ),
    };
    items.extend([
        quote!(#(#modules)* #support).into(),
        calls::imports(emission, id).into(),
        calls::server().into(),
        calls::client(emission, id).into(),
        calls::routes().into(),
    ]);
    let docs = Paragraphs::default()
        .add(["What one side of the wire writes, the other reads: every operation, on samples.".to_owned()])
        .into_lines();
    SourceFile { path: format!("{}/{file}", emission.folder(id, FOLDER)), docs, items }
}

/// `tests/contract/<document>.rs`.
pub(super) fn file(emission: &Emission<'_>, id: DocumentId) -> SourceFile {
    let document = &emission.api[id];
    let names = emission.names.document(id);
    let operations = document.operations.iter();
    let mut bodies = response::Bodies::default();
    let sampled = |id: &OperationId| {
        let request = request::sample(emission, *id);
        (*id, OperationSamples { request, responses: response::Samples::of(emission, *id, &mut bodies) })
    };
    let samples: Samples = operations.clone().map(sampled).collect();
    let shared =
        [calls::imports_of_document(emission, id, &samples), calls::handlers(emission, id, &samples)];
    let items = shared.into_iter().chain(operations.flat_map(|id| tests(emission, *id, &samples[id])));
    let docs = format!("The operations of {}.", super::docs::code(document.label()));
    SourceFile {
        path: format!("{}/{}.rs", emission.folder(names.namespace, FOLDER), names.module.plain()),
        docs: Paragraphs::default().add([docs]).add(without_sample(emission, id, &samples)).into_lines(),
        items: items.map(Into::into).collect(),
    }
}

/// The operations of which nothing is sent here: a part of their requests can't be made up.
fn without_sample(emission: &Emission<'_>, id: DocumentId, samples: &Samples) -> Vec<String> {
    let operations = emission.api[id].operations.iter();
    let without = operations.filter(|id| samples[*id].request.is_none());
    let names = without.map(|id| super::docs::code(emission.names.operation(*id).method.plain()));
    let names: Vec<String> = names.collect();
    match names.is_empty() {
        true => Vec::new(),
        false => super::docs::wrapped(&format!("Not sent, for want of an example: {}.", names.join(", "))),
    }
}

/// The samples of an operation, and the tests on them.
fn tests(emission: &Emission<'_>, id: OperationId, samples: &OperationSamples) -> Vec<TokenStream> {
    let method = &emission.names.operation(id).method;
    let mut items = Vec::new();
    if let Some(sample) = &samples.request {
        let (constant, test) = (request_constant(method), test_name(method, "request"));
        items.push(quote!(const #constant: RequestSample<'_> = #sample;));
        items.push(quote! {
            #[test]
            fn #test() { support::check_request::<operations::#method::Request>(&#constant); }
        });
        items.extend(calls::call(emission, id, samples));
    }
    for (label, sample) in request::of_other_kinds(emission, id) {
        let constant = Ident::new(&format!("{}_request_{label}", method.plain()), Case::Constant);
        let test = test_name(method, &format!("request_{label}"));
        items.push(quote!(const #constant: RequestSample<'_> = #sample;));
        items.push(quote! {
            #[test]
            fn #test() { support::check_request::<operations::#method::Request>(&#constant); }
        });
    }
    for (label, sample) in samples.responses.iter() {
        let constant = response_constant(method, label);
        let test = test_name(method, &format!("response_{label}"));
        items.push(quote!(const #constant: ResponseSample<'_> = #sample;));
        items.push(quote! {
            #[test]
            fn #test() { support::check_response::<operations::#method::Request>(&#constant); }
        });
    }
    items
}

/// `post_login_call`; without the mark that `self_` has to be an identifier.
fn test_name(method: &Ident, what: &str) -> Ident {
    Ident::new(&format!("{}_{what}", method.plain().trim_end_matches('_')), Case::Snake)
}

/// `POST_LOGIN`.
fn request_constant(method: &Ident) -> Ident {
    Ident::new(&format!("{}_request", method.plain()), Case::Constant)
}

/// `POST_LOGIN_RESPONSE_200`.
fn response_constant(method: &Ident, label: &str) -> Ident {
    Ident::new(&format!("{}_response_{label}", method.plain()), Case::Constant)
}
