//! For which documents something of the crate is there, as `cfg`. Where documents are no features of the
//! package, everything always is, and nothing is printed.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::Emission;
use crate::analyze::Reach;
use crate::api::{DocumentId, TypeId};
use crate::names::{FeatureNames, NamespaceId};

impl Emission<'_> {
    /// Whether documents are features.
    pub(super) fn is_gated(&self) -> bool {
        self.reach.is_some()
    }

    /// What is a document's alone.
    pub(super) fn gate_of_document(&self, id: DocumentId) -> TokenStream {
        self.gated(|_| any(&[self.names.features().document(id)]))
    }

    /// What is there for any document of a namespace.
    pub(super) fn gate_of_namespace(&self, id: NamespaceId) -> TokenStream {
        self.gated(|_| any(&self.features(&self.within(id))))
    }

    /// What has to do with all documents of a namespace, and would ask for more with each of them. A
    /// feature must not do that, so it is there once all of them are.
    pub(super) fn gate_of_server(&self, id: NamespaceId) -> TokenStream {
        self.gated(|_| match self.features(&self.within(id)).as_slice() {
            [] => TokenStream::new(),
            [one] => quote!(#[cfg(feature = #one)]),
            all => quote!(#[cfg(all(#(feature = #all),*))]),
        })
    }

    /// The file of a shared definition: it is there for the documents whose operations reach it, and for
    /// all documents together if none does.
    pub(super) fn gate_of_definition(&self, namespace: NamespaceId, definition: TypeId) -> TokenStream {
        self.gated(|reach| {
            let needed_by = reach.documents(definition);
            let is_everywhere = match namespace {
                NamespaceId::ROOT => needed_by.len() == self.api.documents.len(),
                // The namespace is there for no others.
                _ => *needed_by == self.within(namespace),
            };
            if is_everywhere { TokenStream::new() } else { any(&self.features(needed_by)) }
        })
    }

    /// Where some documents are left out, some of what they share is used by nobody.
    pub(super) fn lenience(&self) -> TokenStream {
        let all = FeatureNames::ALL;
        self.gated(|_| quote!(#![cfg_attr(not(feature = #all), allow(unused))]))
    }

    fn gated(&self, gate: impl FnOnce(&Reach) -> TokenStream) -> TokenStream {
        self.reach.map(gate).unwrap_or_default()
    }

    fn within(&self, id: NamespaceId) -> BTreeSet<DocumentId> {
        self.names.namespace(id).documents.iter().copied().collect()
    }

    fn features(&self, documents: &BTreeSet<DocumentId>) -> Vec<&str> {
        documents.iter().map(|id| self.names.features().document(*id)).collect()
    }
}

/// One of the features; of none, all documents together.
fn any(features: &[&str]) -> TokenStream {
    let all = FeatureNames::ALL;
    match features {
        [] => quote!(#[cfg(feature = #all)]),
        [one] => quote!(#[cfg(feature = #one)]),
        several => quote!(#[cfg(any(#(feature = #several),*))]),
    }
}
