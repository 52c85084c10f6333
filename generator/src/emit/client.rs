//! The client: a method per operation over one call path.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::Paragraphs;
use super::scope::{Place, Scope};
use super::{Emission, namespace, words};
use crate::api::{DocumentId, OperationId, SchemeId};
use crate::names::NamespaceId;
use crate::render::{Blank, Block, Code, Item, Member, SourceFile};

/// `src/client.rs`.
pub(super) fn file(emission: &Emission<'_>) -> SourceFile {
    let scope = Scope::new(emission, Place::Within(NamespaceId::ROOT));
    let (declaration, constructors) = (declaration(&scope), constructors(&scope));
    let operations = operations(&scope, NamespaceId::ROOT);
    let namespaces = namespace::accessors(&scope).map(Into::into);
    let reqwest = quote! {
        #[cfg(feature = "reqwest")]
        use crate::runtime::ReqwestTransport;
    };
    let imports = scope.imports();
    let docs = Paragraphs::default().add(["The client: a method for each operation.".to_owned()]).into();
    let mut items = vec![quote!(#imports #reqwest).into(), declaration.into(), constructors.into()];
    items.extend(namespaces);
    items.extend(operations);
    SourceFile { path: "src/client.rs".to_owned(), docs, items }
}

fn declaration(scope: &Scope<'_>) -> TokenStream {
    let core = scope.runtime("ClientCore");
    let credentials = asks_for_credentials(scope).then(|| {
        let credentials = scope.runtime("StaticCredentials");
        quote!(credentials: #credentials,)
    });
    quote! {
        /// Calls the operations of a server. Cloning it is cheap, and clones share connections.
        #[derive(Debug, Clone)]
        pub struct Client {
            core: #core,
            #credentials
        }
    }
}

/// Whether any operation takes credentials that the client could keep.
fn asks_for_credentials(scope: &Scope<'_>) -> bool {
    !scope.emission().api.schemes.is_empty()
}

fn constructors(scope: &Scope<'_>) -> TokenStream {
    let (build_error, transport) = (scope.runtime("BuildError"), scope.runtime("Transport"));
    let core = scope.runtime("ClientCore");
    let credentials = asks_for_credentials(scope).then(|| {
        let credentials = scope.runtime("StaticCredentials");
        quote!(, credentials: #credentials::new())
    });
    let (source, middleware) = (scope.runtime("CredentialSource"), scope.runtime("Middleware"));
    let setters = scope.emission().api.schemes.iter().enumerate().map(|(index, scheme)| {
        let names = scope.emission().names.scheme(SchemeId(index as u32));
        let (method, argument, credential) = (names.setter(), &names.argument, &names.credential);
        let docs = format!(
            " Sends this credential where an operation asks for {}.",
            super::docs::code(&scheme.name)
        );
        let security = scope.module("security");
        quote! {
            #[doc = #docs]
            #[must_use]
            pub fn #method(mut self, #argument: #security::#credential) -> Self {
                self.credentials = self.credentials.with(&#argument);
                self.core = self.core.with_credentials(self.credentials.clone());
                self
            }
        }
    });
    quote! {
        impl Client {
            /// A client of the server at `http(s)://host[:port][/prefix]`, over reqwest.
            ///
            /// # Errors
            ///
            /// The URL is not one, or TLS can't be set up.
            #[cfg(feature = "reqwest")]
            pub fn new(base: &str) -> Result<Self, #build_error> {
                Self::with_transport(base, ReqwestTransport::new()?)
            }

            /// A client over any transport, such as a tower service or a server in this process.
            ///
            /// # Errors
            ///
            /// The URL is not one.
            pub fn with_transport(base: &str, transport: impl #transport) -> Result<Self, #build_error> {
                let core = #core::new(base, transport)?;
                Ok(Self { core #credentials })
            }

            /// Asks `source` for the credentials of each operation that needs some.
            #[must_use]
            pub fn with_credentials(mut self, source: impl #source) -> Self {
                self.core = self.core.with_credentials(source);
                self
            }

            /// Puts a layer around the transport, and around the layers that are there already.
            #[must_use]
            pub fn with_layer(mut self, layer: impl #middleware) -> Self {
                self.core = self.core.with_layer(layer);
                self
            }

            /// Collects at most so many bytes of an answer that is not streamed.
            #[must_use]
            pub fn with_response_limit(mut self, bytes: usize) -> Self {
                self.core = self.core.with_response_limit(bytes);
                self
            }

            #(#setters)*
        }
    }
}

/// A method for each operation of a namespace; apart for each document where documents are features.
pub(super) fn operations(scope: &Scope<'_>, namespace: NamespaceId) -> Vec<Item> {
    let emission = scope.emission();
    let documents = emission.names.namespace(namespace).documents.as_slice();
    let parts: Vec<&[DocumentId]> = match emission.is_gated() {
        true => documents.chunks(1).collect(),
        false => vec![documents],
    };
    let block = |documents: &[DocumentId]| {
        let operations = documents.iter().flat_map(|document| &emission.api[*document].operations);
        let methods: Vec<_> = operations.map(|id| method(scope, *id)).collect();
        let gate = documents.first().map(|document| emission.gate_of_document(*document));
        (!methods.is_empty()).then(|| Block::of_functions(quote!(#gate impl Client), methods).into())
    };
    parts.into_iter().filter_map(block).collect()
}

fn method(scope: &Scope<'_>, id: OperationId) -> Member {
    let emission = scope.emission();
    let (operation, names) = (&emission.api[id], emission.names.operation(id));
    let pending = scope.runtime("Pending");
    let (document, method, client_method) =
        (emission.names.document(operation.document), &names.method, &names.client_method);
    let module = match emission.is_gated() {
        // An import would need a gate of its own.
        true => {
            let (namespace, document) = (emission.module(document.namespace), &document.module);
            quote!(#namespace::#document::#method)
        }
        false => {
            let document = scope.document(&document.module);
            quote!(#document::#method)
        }
    };
    let docs = Paragraphs::default()
        .add(super::docs::wrapped(&words::heading(emission, operation)))
        .add(words::hidden(emission, id))
        .add(words::deprecation(&operation.docs))
        .into();
    let function = quote! {
        pub fn #client_method(&self, request: #module::Request) -> #pending<#module::Response, #module::Error> {
            self.core.call(request)
        }
    };
    Member { docs, code: Code::alike(function, [Blank::name(client_method), Blank::name(method)]) }
}
