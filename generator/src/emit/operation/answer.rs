//! What the arms of `Response` and `Error` have in common: fields, patterns of statuses.

use proc_macro2::TokenStream;
use quote::quote;

use super::Subject;
use crate::api::{Content, Header, Status};
use crate::emit::docs::Paragraphs;
use crate::emit::types::{Field, FieldKind};
use crate::emit::{bounds, words};
use crate::names::{ArmNames, Case, Ident};
use crate::surface::{Arm, Payload};

/// The fields of an arm that is a struct or a variant with named fields.
pub(super) fn fields(subject: &Subject<'_>, arm: &Arm, names: &ArmNames) -> Vec<Field> {
    let status = arm.keeps_status().then(status_field);
    let headers = headers(subject, arm)
        .iter()
        .zip(&names.headers)
        .map(|(header, name)| header_field(subject, header, name));
    let content_type = (arm.payload == Payload::Stream).then(content_type_field);
    let body = body_type(subject, arm).map(|(value, into)| Field {
        name: Ident::new("body", Case::Snake),
        docs: Paragraphs::default().add(["The body.".to_owned()]),
        kind: FieldKind::Required { boxed: false },
        value,
        into,
        secret: false,
    });
    status.into_iter().chain(headers).chain(content_type).chain(body).collect()
}

/// The headers of the outcome behind an arm.
pub(super) fn headers<'a>(subject: &Subject<'a>, arm: &Arm) -> &'a [Header] {
    &subject.operation.outcomes[arm.outcome].headers
}

/// The type of the body as a whole, and whether it is taken as `impl Into`.
pub(super) fn body_type(subject: &Subject<'_>, arm: &Arm) -> Option<(TokenStream, bool)> {
    let scope = subject.scope;
    match arm.payload {
        Payload::Empty | Payload::Flattened(_) => None,
        Payload::Json(ty) => Some((scope.value(ty), scope.takes_into(ty))),
        Payload::Text => Some((quote!(String), true)),
        Payload::Stream => {
            let body = scope.runtime("Body");
            Some((quote!(#body), true))
        }
        Payload::Kept => {
            let body = scope.runtime("RawBody");
            Some((quote!(#body), true))
        }
    }
}

/// The statuses of an arm as a pattern; `default` is everything that no other arm took.
pub(super) fn pattern(status: Status) -> TokenStream {
    match status {
        Status::Code(code) => {
            let code = proc_macro2::Literal::u16_unsuffixed(code);
            quote!(#code)
        }
        Status::Range(digit) => {
            let [first, last] =
                [0, 99].map(|rest| proc_macro2::Literal::u16_unsuffixed(u16::from(digit) * 100 + rest));
            quote!(#first..=#last)
        }
        Status::Default => quote!(_),
    }
}

/// Sorts arms so that a narrower pattern comes before a wider one.
pub(super) fn narrowest_first(status: Status) -> u8 {
    match status {
        Status::Code(_) => 0,
        Status::Range(_) => 1,
        Status::Default => 2,
    }
}

fn status_field() -> Field {
    Field {
        name: Ident::new("status", Case::Snake),
        docs: Paragraphs::default().add(["The status that came.".to_owned()]),
        kind: FieldKind::Required { boxed: false },
        value: quote!(http::StatusCode),
        into: false,
        secret: false,
    }
}

fn content_type_field() -> Field {
    Field {
        name: Ident::new("content_type", Case::Snake),
        docs: Paragraphs::default().add(["The media type of the body.".to_owned()]),
        kind: FieldKind::Optional { boxed: false },
        value: quote!(String),
        into: true,
        secret: false,
    }
}

fn header_field(subject: &Subject<'_>, header: &Header, name: &Ident) -> Field {
    let scope = subject.scope;
    Field {
        name: name.clone(),
        docs: Paragraphs::default()
            .words(header.docs.description.as_deref())
            .add([format!("The header {}.", crate::emit::docs::code(&header.name))])
            .add(bounds::of(scope.emission().api, header.ty))
            .add(words::default(scope.emission().api[header.ty].default.as_ref()))
            .add(words::deprecation(&header.docs)),
        kind: if header.required {
            FieldKind::Required { boxed: false }
        } else {
            FieldKind::Optional { boxed: false }
        },
        value: scope.argument(header.ty),
        into: scope.argument_takes_into(header.ty),
        secret: false,
    }
}

/// The media types that the body of an arm may have.
pub(super) fn contents<'a>(subject: &Subject<'a>, arm: &Arm) -> &'a [Content] {
    &subject.operation.outcomes[arm.outcome].contents
}

/// The media type of streamed bytes where the handler names none.
pub(super) fn raw_media_type(subject: &Subject<'_>, arm: &Arm) -> String {
    super::request::definite(contents(subject, arm).iter().map(|content| content.media_type.as_str()))
}
