//! `Response`: what comes back where all went well.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Subject, answer};
use crate::api::Shape;
use crate::emit::docs::Paragraphs;
use crate::emit::types::{self, Field, FieldKind, Struct};
use crate::emit::words;
use crate::names::{ArmNames, Case, Ident};
use crate::render::Item;
use crate::surface::{Arm, Payload, ResponseSurface};

/// The struct of one success, or the enum of several.
pub(super) fn items(subject: &Subject<'_>) -> Vec<Item> {
    match &subject.surface.response {
        ResponseSurface::One(arm) => match arm.payload {
            Payload::Flattened(ty) => flattened(subject, arm, ty),
            _ => one(subject, arm),
        },
        ResponseSurface::Several(arms) => vec![several(subject, arms).into()],
        ResponseSurface::Unlisted => unlisted(subject),
    }
}

fn name() -> Ident {
    Ident::new("Response", Case::Camel)
}

fn one(subject: &Subject<'_>, arm: &Arm) -> Vec<Item> {
    let fields =
        subject.names.successes.first().map(|names| answer::fields(subject, arm, names)).unwrap_or_default();
    let streams = arm.payload == Payload::Stream;
    Struct { name: name(), docs: docs(subject, arm), fields, streams }.items(subject.scope)
}

/// The body is the response.
fn flattened(subject: &Subject<'_>, arm: &Arm, ty: crate::api::TypeId) -> Vec<Item> {
    let (scope, emission) = (subject.scope, subject.scope.emission());
    let (Shape::Object(object), Some(names)) = (&emission.api[ty].shape, emission.names.ty(ty)) else {
        return Vec::new();
    };
    let fields = types::fields(scope, ty, object, &names.members);
    let words = words::text(&emission.api[ty].docs, "Response");
    let docs = docs(subject, arm).and(words).and(types::notes(scope, ty));
    let mut items = Struct { name: name(), docs, fields, streams: false }.items(scope);
    items.push(types::json(scope, object, &name(), &names.members));
    items
}

/// Some status below 400; the document lists none.
fn unlisted(subject: &Subject<'_>) -> Vec<Item> {
    let body = subject.scope.runtime("RawBody");
    let field = |name, docs: &str, value, into| Field {
        name: Ident::new(name, Case::Snake),
        docs: Paragraphs::default().add([docs.to_owned()]),
        kind: FieldKind::Required { boxed: false },
        value,
        into,
        secret: false,
    };
    let fields = vec![
        field("status", "The status that came.", quote!(http::StatusCode), false),
        field("body", "The body as it came.", quote!(#body), true),
    ];
    let docs =
        Paragraphs::default().add(["A status below 400, of which the document says nothing.".to_owned()]);
    Struct { name: name(), docs, fields, streams: false }.items(subject.scope)
}

fn docs(subject: &Subject<'_>, arm: &Arm) -> Paragraphs {
    let outcome = &subject.operation.outcomes[arm.outcome];
    Paragraphs::default().add(words::outcome(outcome))
}

fn several(subject: &Subject<'_>, arms: &[Arm]) -> TokenStream {
    let streams = arms.iter().any(|arm| arm.payload == Payload::Stream);
    let derive = if streams { quote!(#[derive(Debug)]) } else { quote!(#[derive(Debug, Clone, PartialEq)]) };
    let variants = variants(subject, arms, &subject.names.successes);
    let docs =
        format!(" What comes back from {} where all went well.", words::method_and_path(subject.operation));
    quote! {
        #[doc = #docs]
        #derive
        #[non_exhaustive]
        pub enum Response { #(#variants,)* }
    }
}

/// The variants of arms: nothing, a body, or named fields.
pub(super) fn variants(subject: &Subject<'_>, arms: &[Arm], names: &[ArmNames]) -> Vec<TokenStream> {
    let variant = |(arm, names): (&Arm, &ArmNames)| {
        let docs =
            Paragraphs::default().add(words::outcome(&subject.operation.outcomes[arm.outcome])).attributes();
        let (variant, fields) = (&names.variant, answer::fields(subject, arm, names));
        match fields.as_slice() {
            [] => quote!(#docs #variant),
            [body] if body.name.plain() == "body" => {
                let ty = body.ty(subject.scope);
                quote!(#docs #variant(#ty))
            }
            fields => {
                let fields = fields.iter().map(|field| {
                    let (docs, name, ty) = (field.docs.attributes(), &field.name, field.ty(subject.scope));
                    quote!(#docs #name: #ty)
                });
                quote!(#docs #variant { #(#fields,)* })
            }
        }
    };
    arms.iter().zip(names).map(variant).collect()
}
