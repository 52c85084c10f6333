//! A body of several kinds: the enum that says which, and what writes and reads it.

mod item;
mod wire;

pub(super) use item::items;
pub(super) use wire::{read, write};

use proc_macro2::TokenStream;
use quote::quote;

use super::Subject;
use super::form::Form;
use crate::api::{Content, TypeId};
use crate::names::KindNames;
use crate::surface::{BodyKind, KindPayload, declares_content_type};

/// The kinds and their names, the most telling first.
fn all<'a>(subject: &Subject<'a>) -> impl Iterator<Item = (&'a BodyKind, &'a KindNames)> + use<'a> {
    subject.surface.request.kinds.iter().zip(&subject.names.kinds)
}

/// The media types of a kind.
fn contents<'a>(subject: &Subject<'a>, kind: &'a BodyKind) -> impl Iterator<Item = &'a Content> + use<'a> {
    let contents = subject.operation.body.as_ref().map_or(&[][..], |body| &body.contents);
    kind.contents.iter().filter_map(|index| contents.get(*index))
}

/// The same as the wire has them.
fn media_types(subject: &Subject<'_>, kind: &BodyKind) -> Vec<String> {
    let media_types = contents(subject, kind).map(|content| match content.media_type.as_str() {
        "json" => "application/json".to_owned(),
        media_type => media_type.to_owned(),
    });
    media_types.collect()
}

/// The types that are JSON in one of the kinds.
pub(super) fn json(subject: &Subject<'_>) -> impl Iterator<Item = TypeId> {
    all(subject).filter_map(|(kind, _)| match kind.payload {
        KindPayload::Json(ty) => Some(ty),
        _ => None,
    })
}

/// Whether one of the kinds is bytes.
pub(super) fn takes_bytes(subject: &Subject<'_>) -> bool {
    all(subject).any(|(kind, _)| kind.payload == KindPayload::Raw)
}

/// Whether one of the kinds may be a stream, or have one in it.
pub(super) fn streams(subject: &Subject<'_>) -> bool {
    let streams = |form: Form<'_>| form.streams(subject);
    takes_bytes(subject)
        || all(subject)
            .any(|(kind, names)| Form::of_kind(subject, kind.payload, &names.fields).is_some_and(streams))
}

/// What a variant of bytes has beside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Telling {
    /// Nothing: there is one media type, or a parameter says which.
    Nothing,
    /// The media type, where it is not the document's first.
    Optional,
    /// The media type: the document has ranges only.
    Required,
}

fn telling(subject: &Subject<'_>, kind: &BodyKind) -> Telling {
    let media_types = media_types(subject, kind);
    let is_range = |media_type: &String| media_type.contains('*');
    match media_types.as_slice() {
        _ if kind.payload != KindPayload::Raw => Telling::Nothing,
        _ if declares_content_type(subject.operation) => Telling::Nothing,
        [only] if !is_range(only) => Telling::Nothing,
        all if all.iter().all(is_range) && !all.iter().any(|range| range == "*/*") => Telling::Required,
        _ => Telling::Optional,
    }
}

/// What is known of the kinds before a call.
pub(super) fn metadata(subject: &Subject<'_>) -> Vec<TokenStream> {
    let (body_kind, payload) = (subject.scope.runtime("BodyKind"), subject.scope.runtime("Payload"));
    let kinds = all(subject).map(|(kind, _)| {
        let media_types = media_types(subject, kind);
        let name = match kind.payload {
            KindPayload::Json(_) => quote!(Json),
            KindPayload::Form(_) => quote!(Form),
            KindPayload::Multipart(_) => quote!(Multipart),
            KindPayload::Text(_) => quote!(Text),
            KindPayload::Raw => quote!(Raw),
        };
        quote!(#body_kind { payload: #payload::#name, media_types: &[#(#media_types),*] })
    });
    kinds.collect()
}
