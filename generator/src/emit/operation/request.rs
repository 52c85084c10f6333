//! `Request`: parameters and body in one struct.

use quote::quote;

use super::form::Form;
use super::{Subject, kinds};
use crate::api::{Location, Object, Shape};
use crate::emit::docs::{Paragraphs, code};
use crate::emit::types::{self, Field, FieldKind, Struct};
use crate::emit::{bounds, words};
use crate::names::{Case, Ident};
use crate::render::Item;
use crate::surface::{BodyForm, RequestField};

/// The struct, and the JSON of its body.
pub(super) fn items(subject: &Subject<'_>) -> Vec<Item> {
    let fields = subject.names.fields.iter().map(|(field, name)| self::field(subject, *field, name.clone()));
    let request = Struct {
        name: Ident::new("Request", Case::Camel),
        docs: docs(subject),
        fields: fields.collect(),
        streams: streams(subject),
    };
    let mut items = request.items(subject.scope);
    items.extend(body_json(subject));
    items.extend(kinds::items(subject));
    items
}

/// Whether the body, or a file in it, may be a stream.
fn streams(subject: &Subject<'_>) -> bool {
    subject.surface.request.body == BodyForm::Raw
        || Form::of_request(subject).is_some_and(|form| form.streams(subject))
        || kinds::streams(subject)
}

fn docs(subject: &Subject<'_>) -> Paragraphs {
    let operation = subject.operation;
    let line = format!("The request of {}.", words::method_and_path(operation));
    let body = operation.body.as_ref().and_then(|body| body.docs.description.as_deref());
    let docs = Paragraphs::default().add([line]);
    match subject.surface.flattened_request() {
        None => docs,
        Some(ty) => {
            let words = words::text(&subject.scope.emission().api[ty].docs, "Request");
            docs.words(body).and(words).and(types::notes(subject.scope, ty))
        }
    }
}

/// The object whose members are fields of the request.
pub(super) fn flattened<'a>(subject: &Subject<'a>) -> Option<&'a Object> {
    let (BodyForm::Flattened(ty) | BodyForm::Form(ty) | BodyForm::Multipart(ty)) =
        subject.surface.request.body
    else {
        return None;
    };
    match &subject.scope.emission().api[ty].shape {
        Shape::Object(object) => Some(object),
        _ => None,
    }
}

fn field(subject: &Subject<'_>, field: RequestField, name: Ident) -> Field {
    match field {
        RequestField::Parameter(index) => parameter(subject, index, name),
        RequestField::Property(index) => property(subject, index, name),
        RequestField::Additional => additional(subject, name),
        RequestField::Body => body(subject, name),
        RequestField::ContentType => Field {
            name,
            docs: Paragraphs::default().add(["The media type of the body.".to_owned()]),
            kind: FieldKind::Optional { boxed: false },
            value: quote!(String),
            into: true,
            secret: false,
        },
    }
}

fn parameter(subject: &Subject<'_>, index: usize, name: Ident) -> Field {
    let (scope, parameter) = (subject.scope, &subject.operation.parameters[index]);
    let place = match parameter.location {
        Location::Path => "path",
        Location::Query => "query",
        Location::Header => "header",
        Location::Cookie => "cookie",
    };
    let what = format!("The {place} parameter {}.", code(&parameter.name));
    let described = parameter.docs.description.is_some();
    Field {
        name,
        docs: Paragraphs::default()
            .words(parameter.docs.description.as_deref())
            .add((!described).then_some(what))
            .add(bounds::of(scope.emission().api, parameter.ty))
            .add(words::default(parameter.default.as_ref()))
            .add(parameter.allow_empty.then(|| "May be given without a value.".to_owned()))
            .add(words::deprecation(&parameter.docs)),
        kind: if parameter.required {
            FieldKind::Required { boxed: false }
        } else {
            FieldKind::Optional { boxed: false }
        },
        value: scope.argument(parameter.ty),
        into: scope.argument_takes_into(parameter.ty),
        secret: scope.emission().is_secret_parameter(parameter),
    }
}

fn property(subject: &Subject<'_>, index: usize, name: Ident) -> Field {
    let Some(property) = flattened(subject).and_then(|object| object.properties.get(index)) else {
        return unlisted(name);
    };
    match (subject.surface.request.body, Form::of_request(subject)) {
        (BodyForm::Flattened(ty), _) => types::field(subject.scope, ty, index, property, name),
        (_, Some(form)) => form.field(subject, property, name),
        _ => unlisted(name),
    }
}

fn additional(subject: &Subject<'_>, name: Ident) -> Field {
    match flattened(subject).and_then(|object| object.additional) {
        Some(values) => types::additional_field(subject.scope, values, name),
        None => unlisted(name),
    }
}

/// A field that nothing is known about, which no surface has.
fn unlisted(name: Ident) -> Field {
    let (docs, kind) = (Paragraphs::default(), FieldKind::Optional { boxed: false });
    Field { name, docs, kind, value: quote!(String), into: true, secret: false }
}

fn body(subject: &Subject<'_>, name: Ident) -> Field {
    let scope = subject.scope;
    let described = subject.operation.body.as_ref().and_then(|body| body.docs.description.as_deref());
    let docs =
        Paragraphs::default().words(described).add(described.is_none().then(|| "The body.".to_owned()));
    let (value, into, required) = match subject.surface.request.body {
        BodyForm::Json { ty, required } => (scope.value(ty), scope.takes_into(ty), required),
        BodyForm::Text { required } => (quote!(String), true, required),
        BodyForm::Several { required } => (quote!(RequestBody), true, required),
        _ => {
            let body = scope.runtime("Body");
            (quote!(#body), true, true)
        }
    };
    let kind =
        if required { FieldKind::Required { boxed: false } } else { FieldKind::Optional { boxed: false } };
    Field { name, docs, kind, value, into, secret: false }
}

/// The JSON of the body: of the request itself where it is nothing else, of a struct beside it
/// where there are parameters too.
fn body_json(subject: &Subject<'_>) -> Vec<Item> {
    let (BodyForm::Flattened(ty), Some(object)) = (subject.surface.request.body, flattened(subject)) else {
        return Vec::new();
    };
    let scope = subject.scope;
    let names = body_members(subject);
    if subject.operation.parameters.is_empty() {
        return vec![types::json(scope, object, &Ident::new("Request", Case::Camel), &names)];
    }
    let name = Ident::new("RequestBody", Case::Camel);
    let fields = types::fields(scope, ty, object, &names);
    let fields = fields.iter().map(|field| {
        let (name, ty) = (&field.name, field.ty(scope));
        quote!(#name: #ty)
    });
    let docs = " The body of a [`Request`].";
    // Without either side there is nobody to make one.
    let unused = quote!(#[cfg_attr(not(any(feature = "client", feature = "server")), allow(dead_code))]);
    let item = quote!(#[doc = #docs] #unused struct #name { #(#fields,)* });
    vec![item.into(), types::json(scope, object, &name, &names)]
}

/// The names of the members of a flattened body, in the order of its properties.
pub(super) fn body_members(subject: &Subject<'_>) -> Vec<Ident> {
    let of_body =
        |field: &&RequestField| matches!(field, RequestField::Property(_) | RequestField::Additional);
    subject
        .names
        .fields
        .keys()
        .filter(of_body)
        .filter_map(|field| subject.names.fields.get(field))
        .cloned()
        .collect()
}

/// The media type of a raw body where the caller names none.
pub(super) fn raw_media_type(subject: &Subject<'_>) -> String {
    definite(raw_media_ranges(subject).iter().map(String::as_str))
}

/// The media types that a raw body may have.
pub(super) fn raw_media_ranges(subject: &Subject<'_>) -> Vec<String> {
    let contents = subject.operation.body.iter().flat_map(|body| &body.contents);
    contents.map(|content| content.media_type.clone()).collect()
}

/// The first media type that is no range; bytes of no known kind where there is none.
pub(in crate::emit) fn definite<'a>(mut media_types: impl Iterator<Item = &'a str>) -> String {
    media_types.find(|media_type| !media_type.contains('*')).unwrap_or("application/octet-stream").to_owned()
}
