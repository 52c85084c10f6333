//! What is asked of one of several types: the tables mirror how unions are told apart when they are
//! read.

use std::collections::HashSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::keywords::Keywords;
use crate::api::{TypeId, Union};

impl Keywords<'_> {
    /// `AnyOf`, or `Discriminator` where a member tells the type. A type that shares its tag with an
    /// earlier one, or has none, is taken where it fits.
    pub(super) fn alternatives(&mut self, union: &Union) -> TokenStream {
        let (mut tagged, mut others, mut tags) = (Vec::new(), Vec::new(), HashSet::new());
        for variant in &union.variants {
            match variant.tag.as_ref().filter(|_| union.discriminator.is_some()) {
                Some(tag) if tags.insert(tag) => {
                    let keywords = self.of(variant.ty);
                    tagged.push(quote!((#tag, &[#(#keywords),*])));
                }
                _ => others.push(self.alternative(variant.ty)),
            }
        }
        match &union.discriminator {
            None => quote!(runtime::Keyword::AnyOf(&[#(#others),*])),
            Some(property) => quote! {
                runtime::Keyword::Discriminator {
                    property: #property,
                    types: &[#(#tagged),*],
                    others: &[#(#others),*],
                }
            },
        }
    }

    fn alternative(&mut self, id: TypeId) -> TokenStream {
        let (keywords, ty) = (self.of(id), self.value_type(id));
        quote!(runtime::Alternative { reads: runtime::json::reads::<#ty>, keywords: &[#(#keywords),*] })
    }
}
