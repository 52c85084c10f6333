//! The `use` declarations of one file, each under the feature that needs it.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

/// Under which feature an import is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Side {
    /// Always.
    Both,
    /// Feature `client` or `server`.
    Wire,
    /// Feature `client`.
    Client,
    /// Feature `server`.
    Server,
}

/// What a file names of one module, with the sides that want it.
#[derive(Debug, Default)]
pub(super) struct Imports(BTreeMap<String, BTreeSet<Side>>);

impl Imports {
    /// Notes a name, which is an identifier, raw or not, or `self`.
    pub(super) fn add(&mut self, name: &str, side: Side) {
        self.0.entry(name.to_owned()).or_default().insert(side);
    }

    /// Adds what the declarations are made from to a key.
    pub(super) fn spell(&self, key: &mut String) {
        for (name, sides) in &self.0 {
            let side = match united(sides) {
                Side::Both => " ",
                Side::Wire => " w:",
                Side::Client => " c:",
                Side::Server => " s:",
            };
            key.extend([side, name]);
        }
    }

    /// The declarations, one for each side. A name is imported once, for all that want it.
    pub(super) fn declarations(&self, module: &TokenStream) -> TokenStream {
        let of = |wanted: Side| {
            let names = self.0.iter().filter(|(_, sides)| united(sides) == wanted);
            let mut names: Vec<_> = names.map(|(name, _)| ident(name)).collect();
            names.sort_by_key(|name| name != "self");
            declaration(wanted, module, &names)
        };
        let declarations = [Side::Both, Side::Wire, Side::Client, Side::Server].map(of);
        quote!(#(#declarations)*)
    }
}

/// The one side that covers all of them.
fn united(sides: &BTreeSet<Side>) -> Side {
    let has = |side| sides.contains(&side);
    match sides.first() {
        _ if has(Side::Wire) && !has(Side::Both) => Side::Wire,
        _ if has(Side::Client) && has(Side::Server) && !has(Side::Both) => Side::Wire,
        first => first.copied().unwrap_or(Side::Both),
    }
}

fn declaration(side: Side, module: &TokenStream, names: &[Ident]) -> TokenStream {
    let cfg = match side {
        Side::Both => TokenStream::new(),
        Side::Wire => quote!(#[cfg(any(feature = "client", feature = "server"))]),
        Side::Client => quote!(#[cfg(feature = "client")]),
        Side::Server => quote!(#[cfg(feature = "server")]),
    };
    match names {
        [] => TokenStream::new(),
        [name] if name == "self" => quote!(#cfg use #module;),
        [name] => quote!(#cfg use #module::#name;),
        names => quote!(#cfg use #module::{#(#names),*};),
    }
}

fn ident(name: &str) -> Ident {
    match name.strip_prefix("r#") {
        Some(name) => Ident::new_raw(name, Span::call_site()),
        None => Ident::new(name, Span::call_site()),
    }
}
