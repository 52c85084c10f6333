//! Pure emission: tokens for every file, from names that are decided and checks that are done.
//!
//! Nothing here invents a name, looks at YAML, or can fail. A crate is a list of [`Unit`]s, one a
//! file, which are emitted on their own: in parallel, and only those that are wanted.

mod about;
mod bounds;
mod client;
mod contract;
mod crate_root;
mod docs;
mod document;
mod imports;
mod operation;
pub mod safe;
mod scope;
mod secrecy;
mod security;
mod server;
mod shared;
mod types;
mod words;

use crate::analyze::Facts;
use crate::api::{Api, DocumentId, OperationId};
use crate::names::Names;
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
    /// What a user of each operation sees.
    pub surfaces: &'a Surfaces,
    /// What everything is called.
    pub names: &'a Names,
    /// The names of the source files, by [`crate::source::FileId`].
    pub files: &'a [String],
    /// The name of the package.
    pub package: &'a str,
}

/// One file of the crate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// `src/lib.rs`.
    Root,
    /// `src/types/mod.rs`.
    Types,
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
    /// `src/client.rs`.
    Client,
    /// `src/server.rs`.
    Server,
    /// `tests/contract/main.rs`.
    Contract,
    /// `tests/contract/<document>.rs`.
    ContractOf(DocumentId),
}

impl Emission<'_> {
    /// All files of the crate, in no order that matters.
    pub fn units(&self) -> Vec<Unit> {
        let mut units =
            vec![Unit::Root, Unit::Types, Unit::Security, Unit::Client, Unit::Server, Unit::Contract];
        units.extend((0..self.names.shared().count()).map(Unit::Shared));
        units.extend(
            self.api
                .document_ids()
                .flat_map(|id| [Unit::Document(id), Unit::Service(id), Unit::ContractOf(id)]),
        );
        units.extend(self.api.operation_ids().map(Unit::Operation));
        units
    }

    /// One file.
    pub fn file(&self, unit: Unit) -> SourceFile {
        match unit {
            Unit::Root => crate_root::file(self),
            Unit::Types => shared::index(self),
            Unit::Shared(index) => shared::file(self, index),
            Unit::Document(id) => document::index(self, id),
            Unit::Service(id) => document::server(self, id),
            Unit::Operation(id) => operation::file(self, id),
            Unit::Security => security::file(self),
            Unit::Client => client::file(self),
            Unit::Server => server::file(self),
            Unit::Contract => contract::index(self),
            Unit::ContractOf(id) => contract::file(self, id),
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
