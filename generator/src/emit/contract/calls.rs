//! Calls through the whole stack, in process: the client, the routes, and a server that answers
//! with samples.

use proc_macro2::TokenStream;
use quote::quote;

use super::operation::{request_constant, response_constant};
use super::{module, response};
use crate::api::{DocumentId, OperationId, Requirement, SchemeKind};
use crate::emit::scope::{Place, Scope};
use crate::emit::{Emission, security};
use crate::names::NamespaceId;
use crate::render::{Blank, Block, Code};

/// What `main.rs` imports. The support code names the runtime as the crate itself does.
pub(super) fn imports(emission: &Emission<'_>, id: NamespaceId) -> TokenStream {
    let library = emission.library();
    let security = (!emission.api.schemes.is_empty()).then(|| quote!(security,));
    match (&emission.names.namespace(id).module, emission.is_gated()) {
        (Some(module), false) => quote!(use ::#library::{Client, #module::server, #security};),
        (Some(_), true) => quote!(use ::#library::{Client, #security};),
        (None, false) => quote!(use ::#library::{Client, runtime, server, #security};),
        (None, true) => quote!(use ::#library::{Client, runtime, #security};),
    }
}

/// The server of samples, which implements the trait of each document in that document's file.
pub(super) fn server() -> TokenStream {
    quote! {
        /// Answers every operation with its sample.
        struct Samples;
    }
}

/// A client of that server, with a credential for every scheme.
pub(super) fn client(emission: &Emission<'_>, id: NamespaceId) -> TokenStream {
    let credentials = emission.api.schemes.iter().zip(emission.names.schemes()).map(|(scheme, names)| {
        let (method, credential) = (names.setter(), &names.credential);
        match scheme.kind {
            SchemeKind::Basic => quote!(.#method(security::#credential::new("user", "sample"))),
            SchemeKind::ApiKey { .. } | SchemeKind::Bearer => {
                quote!(.#method(security::#credential::new("sample")))
            }
        }
    });
    let (library, module) = (emission.library(), emission.names.namespace(id).module.as_ref());
    let client = match module {
        Some(module) => quote!(::#library::#module::Client),
        None => quote!(Client),
    };
    let accessor = module.map(|module| quote!(.#module()));
    let (parts, service) = service(emission, id);
    quote! {
        /// A client of the server in this process.
        fn client() -> #client {
            #parts
            let client = Client::with_transport("http://samples.test", #service);
            client.expect("the URL is one") #(#credentials)* #accessor
        }
    }
}

/// The service of all documents of a namespace that are there: what it is put together in, and what it is.
fn service(emission: &Emission<'_>, id: NamespaceId) -> (TokenStream, TokenStream) {
    if !emission.is_gated() {
        return (TokenStream::new(), quote!(server::service(Samples)));
    }
    let (library, namespace) = (emission.library(), emission.names.namespace(id));
    let additions = namespace.documents.iter().map(|id| {
        let (gate, document) = (emission.gate_of_document(*id), &emission.names.document(*id).module);
        let path = namespace.module.iter().chain([document]);
        quote! {
            #gate
            let service = service.with(::#library::#(#path)::*::routes(), samples.clone());
        }
    });
    let parts = quote! {
        let samples = std::sync::Arc::new(Samples);
        let service = ::#library::runtime::Service::new();
        #(#additions)*
    };
    (parts, quote!(service))
}

/// The test that the service can be built: that no two routes are in each other's way.
pub(super) fn routes() -> TokenStream {
    quote! {
        #[test]
        fn every_operation_has_its_route() {
            client();
        }
    }
}

/// What the handlers of a document name.
pub(super) fn imports_of_handlers(emission: &Emission<'_>, id: DocumentId) -> TokenStream {
    let module = module(emission, id);
    let tests = emission.module(emission.names.document(id).namespace);
    let asks = |requirement: &Requirement| !requirement.schemes.is_empty();
    let library = emission.library();
    let secured = emission.served(id).any(|id| emission.api[id].security.iter().any(asks));
    let security = secured.then(|| quote!(use ::#library::security;));
    let support = emission.served(id).next().map(|_| {
        quote!(
            use crate::support;
        )
    });
    quote! {
        use #module as operations;
        #security
        use #tests::Samples;
        #support
    }
}

/// The trait of a document for the server of samples. An operation may have any name, so its modules are
/// named by their paths.
pub(super) fn handlers(emission: &Emission<'_>, id: DocumentId) -> Block {
    let scope = Scope::new(emission, Place::Within(emission.names.document(id).namespace));
    let service = &emission.names.document(id).service;
    let methods = emission.served(id).map(|id| {
        let (operation, method) = (&emission.api[id], &emission.names.operation(id).method);
        let credentials = security::arguments(&scope, &operation.security);
        let credentials = credentials.iter().map(|credential| {
            let ty = &credential.ty;
            quote!(_: #ty)
        });
        let answer = match response::Samples::of(emission, id).first_success() {
            Some(label) => {
                let constant = response_constant(label);
                quote!(support::outcome::<operations::#method::Request>(&super::#method::#constant))
            }
            None => quote!(support::unanswered::<operations::#method::Request>()),
        };
        let function = quote! {
            async fn #method(&self, _: operations::#method::Request #(, #credentials)*) -> Result<operations::#method::Response, operations::#method::Error> {
                #answer
            }
        };
        Code::alike(function, [Blank::name(method)]).into()
    });
    Block::of_functions(quote!(impl operations::#service for Samples), methods.collect())
}

/// The test of a call; nothing where there is no success to answer with, or another operation might answer.
pub(super) fn call(
    emission: &Emission<'_>,
    id: OperationId,
    answers: &response::Samples<'_>,
) -> Option<Code> {
    if emission.facts.is_shadowed(id) || emission.facts.is_contested(id) {
        return None;
    }
    let client_method = &emission.names.operation(id).client_method;
    let (request, response) = (request_constant(None), response_constant(answers.first_success()?));
    let test = quote! {
        #[tokio::test]
        async fn call() {
            let answer = client().#client_method(support::request(&#request)).await;
            support::check_answer::<Request>(answer, &#response);
        }
    };
    Some(Code::alike(test, [Blank::name(client_method)]))
}
