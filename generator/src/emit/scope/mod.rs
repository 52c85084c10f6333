//! What one file can see: where it is, and what it imports for what its tokens name.

mod types;

use std::cell::RefCell;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::Emission;
use super::imports::Imports;
pub(in crate::emit) use super::imports::Side;
use crate::api::OperationId;
use crate::names::NamespaceId;
use crate::render::{Code, Item};

/// Where the tokens of a file stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::emit) enum Place {
    /// A file of `types` of a namespace.
    Types(NamespaceId),
    /// The module of an operation.
    Operation(OperationId),
    /// Anywhere else in a namespace.
    Within(NamespaceId),
}

/// One file while it is emitted: it remembers what its tokens name.
#[derive(Debug)]
pub(in crate::emit) struct Scope<'a> {
    emission: &'a Emission<'a>,
    place: Place,
    /// The module of `types` that the file is, whose types need no path in it.
    module: Option<&'a crate::names::Ident>,
    runtime: RefCell<Imports>,
    modules: RefCell<Imports>,
    /// What is imported of the namespace, where that is not the root.
    siblings: RefCell<Imports>,
}

impl<'a> Scope<'a> {
    /// An empty file at a place.
    pub(in crate::emit) fn new(emission: &'a Emission<'a>, place: Place) -> Self {
        let (runtime, modules, siblings) = Default::default();
        Self { emission, place, module: None, runtime, modules, siblings }
    }

    /// An empty file of `types`.
    pub(in crate::emit) fn of_types(
        emission: &'a Emission<'a>,
        namespace: NamespaceId,
        module: Option<&'a crate::names::Ident>,
    ) -> Self {
        Self { module, ..Self::new(emission, Place::Types(namespace)) }
    }

    /// The namespace that the file is in.
    fn namespace(&self) -> NamespaceId {
        match self.place {
            Place::Types(namespace) | Place::Within(namespace) => namespace,
            Place::Operation(id) => self.emission.names.document(self.emission.api[id].document).namespace,
        }
    }

    /// What is emitted.
    pub(in crate::emit) fn emission(&self) -> &'a Emission<'a> {
        self.emission
    }

    /// The name of something in the runtime, imported.
    pub(in crate::emit) fn runtime(&self, name: &'static str) -> Ident {
        self.runtime_on(name, Side::Both)
    }

    /// The name of something in the runtime, imported for one side.
    pub(in crate::emit) fn runtime_on(&self, name: &'static str, side: Side) -> Ident {
        self.runtime.borrow_mut().add(name, side);
        Ident::new(name, Span::call_site())
    }

    /// The name of a macro of the runtime, imported.
    pub(in crate::emit) fn runtime_macro(&self, name: &'static str) -> &'static str {
        self.runtime(name);
        name
    }

    /// A module at the root of the crate, imported.
    pub(in crate::emit) fn module(&self, name: &'static str) -> Ident {
        self.modules.borrow_mut().add(name, Side::Both);
        Ident::new(name, Span::call_site())
    }

    /// The module of a document of the same namespace, imported.
    pub(in crate::emit) fn document<'n>(&self, module: &'n crate::names::Ident) -> &'n crate::names::Ident {
        self.sibling(&module.to_string());
        module
    }

    fn sibling(&self, module: &str) {
        let imports = if self.namespace() == NamespaceId::ROOT { &self.modules } else { &self.siblings };
        imports.borrow_mut().add(module, Side::Both);
    }

    /// The `use` declarations of the file: of the runtime, then of modules at the root and in the
    /// namespace, each under the feature that needs it.
    pub(in crate::emit) fn imports(&self) -> TokenStream {
        let runtime = self.runtime.borrow().declarations(&quote!(crate::runtime));
        let modules = self.modules.borrow().declarations(&quote!(crate));
        let siblings = self.siblings.borrow().declarations(&self.emission.module(self.namespace()));
        quote!(#runtime #modules #siblings)
    }

    /// The same as an item of the file, which many files have.
    pub(in crate::emit) fn imports_item(&self) -> Item {
        let mut key = format!("use {}", self.emission.module(self.namespace()));
        for imports in [&self.runtime, &self.modules, &self.siblings] {
            key.push(';');
            imports.borrow().spell(&mut key);
        }
        Code::item(&key, || self.imports()).into()
    }
}
