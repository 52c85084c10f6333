//! What one file can see: how a type is spelled in it, and what it must import for that.

use std::cell::RefCell;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::Emission;
use super::imports::Imports;
pub(super) use super::imports::Side;
use crate::api::{IntegerFormat, NumberFormat, OperationId, ScalarKind, Shape, StringFormat, TypeId};
use crate::names::{Home, NamespaceId};
use crate::render::{Code, Item};

/// Where the tokens of a file stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// A file of `types` of a namespace.
    Types(NamespaceId),
    /// The module of an operation.
    Operation(OperationId),
    /// Anywhere else in a namespace.
    Within(NamespaceId),
}

/// One file while it is emitted: it remembers what its tokens name.
#[derive(Debug)]
pub(super) struct Scope<'a> {
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
    pub(super) fn new(emission: &'a Emission<'a>, place: Place) -> Self {
        let (runtime, modules, siblings) = Default::default();
        Self { emission, place, module: None, runtime, modules, siblings }
    }

    /// An empty file of `types`.
    pub(super) fn of_types(
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
    pub(super) fn emission(&self) -> &'a Emission<'a> {
        self.emission
    }

    /// The name of something in the runtime, imported.
    pub(super) fn runtime(&self, name: &'static str) -> Ident {
        self.runtime_on(name, Side::Both)
    }

    /// The name of something in the runtime, imported for one side.
    pub(super) fn runtime_on(&self, name: &'static str, side: Side) -> Ident {
        self.runtime.borrow_mut().add(name, side);
        Ident::new(name, Span::call_site())
    }

    /// The name of a macro of the runtime, imported.
    pub(super) fn runtime_macro(&self, name: &'static str) -> &'static str {
        self.runtime(name);
        name
    }

    /// A module at the root of the crate, imported.
    pub(super) fn module(&self, name: &'static str) -> Ident {
        self.modules.borrow_mut().add(name, Side::Both);
        Ident::new(name, Span::call_site())
    }

    /// The module of a document of the same namespace, imported.
    pub(super) fn document<'n>(&self, module: &'n crate::names::Ident) -> &'n crate::names::Ident {
        self.sibling(&module.to_string());
        module
    }

    fn sibling(&self, module: &str) {
        let imports = if self.namespace() == NamespaceId::ROOT { &self.modules } else { &self.siblings };
        imports.borrow_mut().add(module, Side::Both);
    }

    /// The `use` declarations of the file: of the runtime, then of modules at the root and in the
    /// namespace, each under the feature that needs it.
    pub(super) fn imports(&self) -> TokenStream {
        let runtime = self.runtime.borrow().declarations(&quote!(crate::runtime));
        let modules = self.modules.borrow().declarations(&quote!(crate));
        let siblings = self.siblings.borrow().declarations(&self.emission.module(self.namespace()));
        quote!(#runtime #modules #siblings)
    }

    /// The same as an item of the file, which many files have.
    pub(super) fn imports_item(&self) -> Item {
        let mut key = format!("use {}", self.emission.module(self.namespace()));
        for imports in [&self.runtime, &self.modules, &self.siblings] {
            key.push(';');
            imports.borrow().spell(&mut key);
        }
        Code::item(&key, || self.imports()).into()
    }

    /// A type as the type of a value: `Option<…>` where `null` is a value too.
    pub(super) fn value(&self, id: TypeId) -> TokenStream {
        let plain = self.plain(id);
        if self.emission.api.is_nullable(id) { quote!(Option<#plain>) } else { plain }
    }

    /// A type without regard to `null`.
    pub(super) fn plain(&self, id: TypeId) -> TokenStream {
        match self.emission.names.ty(id) {
            Some(name) => self.named(&name.home, &name.name),
            None => self.unnamed(id),
        }
    }

    /// Whether a value of the type is taken as `impl Into`: text, where every caller has a `&str`.
    pub(super) fn takes_into(&self, id: TypeId) -> bool {
        let api = self.emission.api;
        matches!(api.resolved(id).shape, Shape::String(StringFormat::Plain)) && !api.is_nullable(id)
    }

    /// The type of a parameter, which is text on the wire: a scalar, or a list of scalars. What
    /// has no form as text of its own is taken as text.
    pub(super) fn argument(&self, id: TypeId) -> TokenStream {
        let api = self.emission.api;
        match &api.resolved(id).shape {
            Shape::Array(items) => {
                // A list within a list has no form as text that both sides agree on.
                let items = if self.is_list(*items) { quote!(String) } else { self.argument(*items) };
                quote!(Vec<#items>)
            }
            _ if self.is_text(id) => quote!(String),
            _ => self.plain(id),
        }
    }

    /// The type of a field of a multipart form: files, or what a parameter can be.
    pub(super) fn part(&self, id: TypeId) -> TokenStream {
        match &self.emission.api.resolved(id).shape {
            Shape::Bytes => self.of_runtime("File"),
            Shape::Array(items) if self.is_file(*items) => {
                let file = self.of_runtime("File");
                quote!(Vec<#file>)
            }
            _ => self.argument(id),
        }
    }

    /// Whether a field of a multipart form is a file.
    pub(super) fn is_file(&self, id: TypeId) -> bool {
        matches!(self.emission.api.resolved(id).shape, Shape::Bytes)
    }

    /// Whether a field of a multipart form is one file or a list of files.
    pub(super) fn has_files(&self, id: TypeId) -> bool {
        match &self.emission.api.resolved(id).shape {
            Shape::Array(items) => self.is_file(*items),
            _ => self.is_file(id),
        }
    }

    /// Whether a parameter is taken as `impl Into`.
    pub(super) fn argument_takes_into(&self, id: TypeId) -> bool {
        self.is_text(id)
    }

    /// Whether a parameter is a list.
    pub(super) fn is_list(&self, id: TypeId) -> bool {
        matches!(self.emission.api.resolved(id).shape, Shape::Array(_))
    }

    /// Whether a parameter is text of no particular kind.
    fn is_text(&self, id: TypeId) -> bool {
        match &self.emission.api.resolved(id).shape {
            Shape::String(StringFormat::Plain) | Shape::Any | Shape::Bytes => true,
            Shape::Map(_) | Shape::Object(_) => true,
            Shape::Union(union) => !self.emission.api.is_of_scalars(union),
            Shape::Enumeration(values) => ScalarKind::of(values) == ScalarKind::Mixed,
            _ => false,
        }
    }

    /// The type that a definition without an item of its own, or an inline schema, stands for.
    pub(super) fn unnamed(&self, id: TypeId) -> TokenStream {
        let ty = &self.emission.api[id];
        match &ty.shape {
            Shape::Any => quote!(serde_json::Value),
            Shape::Boolean => quote!(bool),
            Shape::Integer(format) => integer(*format),
            Shape::Number(NumberFormat::Float) => quote!(f32),
            Shape::Number(NumberFormat::Double) => quote!(f64),
            Shape::Number(NumberFormat::Decimal) => self.of_runtime("Decimal"),
            Shape::String(format) => self.string(*format),
            Shape::Enumeration(values) => match ScalarKind::of(values) {
                ScalarKind::Strings => quote!(String),
                ScalarKind::Integers => quote!(i64),
                ScalarKind::Booleans => quote!(bool),
                ScalarKind::Numbers => quote!(f64),
                ScalarKind::Mixed => quote!(serde_json::Value),
            },
            Shape::Union(_) => quote!(serde_json::Value),
            Shape::Array(items) => {
                let items = self.value(*items);
                quote!(Vec<#items>)
            }
            Shape::Map(values) if matches!(self.emission.api[*values].shape, Shape::Any) => self.free_form(),
            Shape::Map(values) => {
                let values = self.value(*values);
                let map = self.of_runtime("Additional");
                quote!(#map<#values>)
            }
            Shape::Object(_) => self.free_form(),
            Shape::Bytes => self.of_runtime("RawBody"),
            Shape::Alias(target) => self.plain(*target),
        }
    }

    /// An object of which nothing is known.
    fn free_form(&self) -> TokenStream {
        self.of_runtime("JsonObject")
    }

    /// A type of the runtime. In a file of shared types it keeps its module, because a definition
    /// may have the same name.
    pub(super) fn of_runtime(&self, name: &'static str) -> TokenStream {
        if matches!(self.place, Place::Types(_)) {
            self.runtime("self");
            let name = Ident::new(name, Span::call_site());
            return quote!(runtime::#name);
        }
        let name = self.runtime(name);
        quote!(#name)
    }

    fn named(&self, home: &Home, name: &crate::names::Ident) -> TokenStream {
        match (home, self.place) {
            (Home::Operation(home), Place::Operation(here)) if *home == here => quote!(#name),
            (Home::Operation(home), _) => {
                let emission = self.emission;
                let document = emission.names.document(emission.api[*home].document);
                let (namespace, module) = (emission.module(document.namespace), &document.module);
                let method = &emission.names.operation(*home).method;
                quote!(#namespace::#module::#method::#name)
            }
            (Home::Shared(namespace, _), _) if *namespace != self.namespace() => {
                let namespace = self.emission.module(*namespace);
                quote!(#namespace::types::#name)
            }
            (Home::Shared(_, module), Place::Types(_)) if self.module == Some(module) => quote!(#name),
            (Home::Shared(..), Place::Types(_)) => quote!(super::#name),
            (Home::Shared(..), _) => {
                self.sibling("types");
                quote!(types::#name)
            }
        }
    }

    fn string(&self, format: StringFormat) -> TokenStream {
        match format {
            StringFormat::Plain => quote!(String),
            StringFormat::Base64 => self.of_runtime("Base64"),
            StringFormat::Date => self.of_runtime("Date"),
            StringFormat::DateTime => self.of_runtime("DateTime"),
            StringFormat::Uuid => self.of_runtime("Uuid"),
            StringFormat::Ipv4 => quote!(std::net::Ipv4Addr),
            StringFormat::Ipv6 => quote!(std::net::Ipv6Addr),
            StringFormat::Int64 => {
                let text = self.of_runtime("AsText");
                quote!(#text<i64>)
            }
            StringFormat::Uint64 => {
                let text = self.of_runtime("AsText");
                quote!(#text<u64>)
            }
        }
    }
}

fn integer(format: IntegerFormat) -> TokenStream {
    match format {
        IntegerFormat::Int32 => quote!(i32),
        IntegerFormat::Int64 | IntegerFormat::Unspecified => quote!(i64),
        IntegerFormat::Uint32 => quote!(u32),
        IntegerFormat::Uint64 => quote!(u64),
    }
}
