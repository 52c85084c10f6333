//! Pure emission: tokens for every file, from names that are decided and checks that are done.
//!
//! Nothing here invents a name, looks at YAML, or can fail. A crate is a list of [`Unit`]s, one a
//! file, which are emitted on their own: in parallel, and only those that are wanted.

mod about;
mod bounds;
mod client;
mod constraints;
mod contract;
mod crate_root;
mod docs;
mod document;
mod gates;
mod imports;
mod namespace;
mod operation;
pub mod safe;
mod scope;
mod secrecy;
mod security;
mod server;
mod shared;
mod types;
mod words;

use proc_macro2::TokenStream;
use quote::quote;

pub use contract::Bodies;

use crate::analyze::{Facts, Reach};
use crate::api::{Api, DocumentId, OperationId};
use crate::names::{Names, NamespaceId};
use crate::render::SourceFile;
use crate::source::Pointer;
use crate::surface::Surfaces;

/// Everything that emission reads.
#[derive(Debug, Clone, Copy)]
pub struct Emission<'a> {
    /// What the API is.
    pub api: &'a Api,
    /// Facts about its types.
    pub facts: &'a Facts,
    /// Which documents reach which types, where documents are features of the package.
    pub reach: Option<&'a Reach>,
    /// What a user of each operation sees.
    pub surfaces: &'a Surfaces,
    /// What everything is called.
    pub names: &'a Names,
    /// The bodies that are made up for the tests.
    pub bodies: &'a Bodies,
    /// The names of the source files, by [`crate::source::FileId`].
    pub files: &'a [String],
    /// The name of the package.
    pub package: &'a str,
}

/// One file of the crate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// `src/lib.rs`, or `src/<namespace>/mod.rs`.
    Root(NamespaceId),
    /// `types/mod.rs` of a namespace.
    Types(NamespaceId),
    /// The file of a shared definition and of what is inline in it: the module at that index.
    Shared(usize),
    /// `src/<document>/mod.rs`.
    Document(DocumentId),
    /// `src/<document>/server.rs`.
    Service(DocumentId),
    /// `src/<document>/<operation>.rs`.
    Operation(OperationId),
    /// `src/security.rs`.
    Security,
    /// `client.rs` of a namespace.
    Client(NamespaceId),
    /// `server.rs` of a namespace.
    Server(NamespaceId),
    /// `tests/contract/main.rs`, or `tests/contract/<namespace>/mod.rs`.
    Contract(NamespaceId),
    /// `tests/contract/types.rs`, or `tests/contract/<namespace>/types.rs`.
    ContractTypes(NamespaceId),
    /// `tests/contract/<document>/mod.rs`.
    ContractDocument(DocumentId),
    /// `tests/contract/<document>/server.rs`.
    ContractServer(DocumentId),
    /// `tests/contract/<document>/<operation>.rs`.
    ContractOperation(OperationId),
}

impl Emission<'_> {
    /// The operations that a server of the document can be asked for.
    fn served(&self, id: DocumentId) -> impl Iterator<Item = OperationId> {
        let operations = self.api[id].operations.iter().copied();
        operations.filter(|id| self.facts.hidden_by(*id).is_none())
    }

    /// All files of the crate, those first that take longest: what has a part for each operation.
    pub fn units(&self) -> Vec<Unit> {
        let of_namespace = |id| {
            let tests = self.bodies.are_shared_in(id).then_some(Unit::ContractTypes(id));
            let files =
                [Unit::Root(id), Unit::Types(id), Unit::Client(id), Unit::Server(id), Unit::Contract(id)];
            files.into_iter().chain(tests)
        };
        let of_document = |id| {
            [Unit::Service(id), Unit::ContractServer(id), Unit::Document(id), Unit::ContractDocument(id)]
        };
        let mut units: Vec<_> = self.api.document_ids().flat_map(of_document).collect();
        units.push(Unit::Security);
        units.extend(self.names.namespaces().iter().flat_map(|namespace| of_namespace(namespace.id)));
        units.extend((0..self.names.shared().count()).map(Unit::Shared));
        units.extend(
            self.api.operation_ids().flat_map(|id| [Unit::Operation(id), Unit::ContractOperation(id)]),
        );
        units
    }

    /// One file.
    pub fn file(&self, unit: Unit) -> SourceFile {
        match unit {
            Unit::Root(NamespaceId::ROOT) => crate_root::file(self),
            Unit::Root(id) => namespace::file(self, id),
            Unit::Types(id) => shared::index(self, id),
            Unit::Shared(index) => shared::file(self, index),
            Unit::Document(id) => document::index(self, id),
            Unit::Service(id) => document::server(self, id),
            Unit::Operation(id) => operation::file(self, id),
            Unit::Security => security::file(self),
            Unit::Client(NamespaceId::ROOT) => client::file(self),
            Unit::Client(id) => namespace::client(self, id),
            Unit::Server(id) => server::file(self, id),
            Unit::Contract(id) => contract::index(self, id),
            Unit::ContractTypes(id) => contract::types(self, id),
            Unit::ContractDocument(id) => contract::document(self, id),
            Unit::ContractServer(id) => contract::server(self, id),
            Unit::ContractOperation(id) => contract::operation(self, id),
        }
    }

    /// The folder of a namespace: `src`, `src/r0`.
    fn folder(&self, id: NamespaceId, root: &str) -> String {
        match &self.names.namespace(id).module {
            Some(module) => format!("{root}/{}", module.plain()),
            None => root.to_owned(),
        }
    }

    /// The module of a namespace: `crate`, `crate::r0`.
    fn module(&self, id: NamespaceId) -> TokenStream {
        match &self.names.namespace(id).module {
            Some(module) => quote!(crate::#module),
            None => quote!(crate),
        }
    }

    /// The crate as its users name it.
    fn library(&self) -> proc_macro2::Ident {
        let name = self.package.replace('-', "_");
        syn::parse_str(&name)
            .unwrap_or_else(|_| proc_macro2::Ident::new("api", proc_macro2::Span::call_site()))
    }

    /// Where a person wrote something: `` `specs/login.yaml#/paths/~1login/post` ``.
    fn source(&self, pointer: &Pointer) -> String {
        let file = self.files.get(pointer.file.0 as usize).map_or("", String::as_str);
        let fragment = if pointer.is_root() { String::new() } else { pointer.to_string() };
        docs::code(&format!("{file}{fragment}"))
    }
}
