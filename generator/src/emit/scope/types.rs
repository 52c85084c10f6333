//! How a type is spelled in a file: by its name, or by what it is where it has none.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::{Place, Scope};
use crate::api::{IntegerFormat, NumberFormat, ScalarKind, Shape, StringFormat, TypeId};
use crate::names::Home;

impl Scope<'_> {
    /// A type as the type of a value: `Option<…>` where `null` is a value too.
    pub(in crate::emit) fn value(&self, id: TypeId) -> TokenStream {
        let plain = self.plain(id);
        if self.emission.api.is_nullable(id) { quote!(Option<#plain>) } else { plain }
    }

    /// A type without regard to `null`.
    pub(in crate::emit) fn plain(&self, id: TypeId) -> TokenStream {
        match self.emission.names.ty(id) {
            Some(name) => self.named(&name.home, &name.name),
            None => self.unnamed(id),
        }
    }

    /// Whether a value of the type is taken as `impl Into`: text, where every caller has a `&str`.
    pub(in crate::emit) fn takes_into(&self, id: TypeId) -> bool {
        let api = self.emission.api;
        matches!(api.resolved(id).shape, Shape::String(StringFormat::Plain)) && !api.is_nullable(id)
    }

    /// The type of a parameter, which is text on the wire: a scalar, or a list of scalars. What
    /// has no form as text of its own is taken as text.
    pub(in crate::emit) fn argument(&self, id: TypeId) -> TokenStream {
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
    pub(in crate::emit) fn part(&self, id: TypeId) -> TokenStream {
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
    pub(in crate::emit) fn is_file(&self, id: TypeId) -> bool {
        matches!(self.emission.api.resolved(id).shape, Shape::Bytes)
    }

    /// Whether a field of a multipart form is one file or a list of files.
    pub(in crate::emit) fn has_files(&self, id: TypeId) -> bool {
        match &self.emission.api.resolved(id).shape {
            Shape::Array(items) => self.is_file(*items),
            _ => self.is_file(id),
        }
    }

    /// Whether a parameter is taken as `impl Into`.
    pub(in crate::emit) fn argument_takes_into(&self, id: TypeId) -> bool {
        self.is_text(id)
    }

    /// Whether a parameter is a list.
    pub(in crate::emit) fn is_list(&self, id: TypeId) -> bool {
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
    pub(in crate::emit) fn unnamed(&self, id: TypeId) -> TokenStream {
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
    pub(in crate::emit) fn of_runtime(&self, name: &'static str) -> TokenStream {
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
