//! The enum of the kinds of a body, and the structs of forms.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Telling, all, json, media_types, streams, telling};
use crate::api::{Shape, TypeId};
use crate::emit::docs::{Paragraphs, code, wrapped};
use crate::emit::operation::Subject;
use crate::emit::operation::form::Form;
use crate::emit::types::Struct;
use crate::emit::words;
use crate::names::KindNames;
use crate::render::Item;
use crate::surface::{BodyKind, KindPayload};

/// The enum, what makes one of it, and the structs of forms. A kind that the document gains is a compile
/// error where a server looks at the kinds, as an operation is that it gains.
pub(in crate::emit::operation) fn items(subject: &Subject<'_>) -> Vec<Item> {
    if subject.surface.request.kinds.is_empty() {
        return Vec::new();
    }
    let derive =
        if streams(subject) { quote!(#[derive(Debug)]) } else { quote!(#[derive(Debug, Clone, PartialEq)]) };
    let docs = format!(" The body of {}, as its media type says.", words::method_and_path(subject.operation));
    let variants = all(subject).map(|(kind, names)| variant(subject, kind, names));
    let item = quote! {
        #[doc = #docs]
        #derive
        pub enum RequestBody { #(#variants,)* }
    };
    let conversions = all(subject).filter_map(|(kind, names)| conversion(subject, kind, names));
    let forms = all(subject).filter_map(|(kind, names)| form(subject, kind, names));
    [Item::from(item)].into_iter().chain(conversions.map(Item::from)).chain(forms.flatten()).collect()
}

fn variant(subject: &Subject<'_>, kind: &BodyKind, names: &KindNames) -> TokenStream {
    let media_types: Vec<_> = media_types(subject, kind).iter().map(|it| code(it)).collect();
    let docs = Paragraphs::default().add(wrapped(&format!("{}.", media_types.join(", ")))).attributes();
    let (variant, value) = (&names.variant, value(subject, kind, names));
    let content_type = match telling(subject, kind) {
        Telling::Nothing => return quote!(#docs #variant(#value)),
        Telling::Optional => quote!(Option<String>),
        Telling::Required => quote!(String),
    };
    quote! {
        #docs
        #variant {
            /// The media type of the body.
            content_type: #content_type,
            /// The body.
            body: #value,
        }
    }
}

/// What a variant holds.
fn value(subject: &Subject<'_>, kind: &BodyKind, names: &KindNames) -> TokenStream {
    match (kind.payload, &names.form) {
        (KindPayload::Json(ty), _) => subject.scope.value(ty),
        (KindPayload::Text(_), _) => quote!(String),
        (_, Some(form)) => quote!(#form),
        _ => {
            let body = subject.scope.runtime("Body");
            quote!(#body)
        }
    }
}

/// `From` what only this variant holds.
fn conversion(subject: &Subject<'_>, kind: &BodyKind, names: &KindNames) -> Option<TokenStream> {
    let api = subject.scope.emission().api;
    let is_text = |ty: TypeId| matches!(api.resolved(ty).shape, Shape::String(_) | Shape::Enumeration(_));
    let has_text = all(subject).any(|(kind, _)| matches!(kind.payload, KindPayload::Text(_)));
    let is_ambiguous = match kind.payload {
        KindPayload::Json(ty) => json(subject).count() > 1 || (has_text && is_text(ty)),
        KindPayload::Text(_) => json(subject).any(is_text),
        _ => false,
    };
    if is_ambiguous {
        return None;
    }
    let (variant, value) = (&names.variant, value(subject, kind, names));
    let made = match telling(subject, kind) {
        Telling::Nothing => quote!(Self::#variant(body)),
        Telling::Optional => quote!(Self::#variant { content_type: None, body }),
        Telling::Required => return None,
    };
    Some(quote! {
        impl From<#value> for RequestBody {
            fn from(body: #value) -> Self { #made }
        }
    })
}

fn form(subject: &Subject<'_>, kind: &BodyKind, names: &KindNames) -> Option<Vec<Item>> {
    let (form, name) = (Form::of_kind(subject, kind.payload, &names.fields)?, names.form.clone()?);
    let docs = format!("A [`RequestBody`] that is a form: {}.", media_types(subject, kind).join(", "));
    let (fields, streams) = (form.fields(subject), form.streams(subject));
    Some(
        Struct { name, docs: Paragraphs::default().add(wrapped(&docs)), fields, streams }
            .items(subject.scope),
    )
}
