//! A sample request of an operation, as it is on the wire.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;

use super::multipart;
use super::sample_body::SampleBody;
use super::texts::{fixed, header, joined, query, sample_texts};
use crate::analyze::{default_of_field, default_of_parameter, texts};
use crate::api::{
    Api, Content, Encoding, Location, Operation, OperationId, Parameter, PathSegment, Shape, Style, TypeId,
};
use crate::check::fits;
use crate::emit::Emission;
use crate::emit::operation::{special_json, special_text};
use crate::names::{Case, Ident};
use crate::render::{Blank, Code};
use crate::surface::{BodyForm, BodyKind, KindPayload};

/// What no path may have as it is (RFC 3986 section 3.3).
const ILLEGAL: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'`').add(b'^').add(b'|').add(b'\\');

/// A sample as Rust.
pub(super) struct Sample {
    /// Where it goes.
    uri: String,
    /// The value that it is.
    value: TokenStream,
}

impl Sample {
    /// A constant of it.
    pub(super) fn constant(&self, name: &Ident) -> Code {
        let value = &self.value;
        Code::alike(quote!(const #name: RequestSample<'_> = #value;), [Blank::text(&self.uri).alone()])
    }
}

/// The sample; nothing where a required part has none.
pub(super) fn sample(emission: &Emission<'_>, id: OperationId) -> Option<Sample> {
    with_body(emission, id, body(emission, id)?)
}

/// Samples with a body of each kind but the first, where there are several kinds.
pub(super) fn of_other_kinds(emission: &Emission<'_>, id: OperationId) -> Vec<(String, Sample)> {
    let kinds = emission.surfaces[id].request.kinds.iter().zip(&emission.names.operation(id).kinds);
    let samples = kinds.skip(1).filter_map(|(kind, names)| {
        let label = Ident::new(names.variant.plain(), Case::Snake).plain().to_owned();
        Some((label, with_body(emission, id, of_kind(emission, &emission.api[id], kind)?)?))
    });
    samples.collect()
}

fn with_body(emission: &Emission<'_>, id: OperationId, body: SampleBody) -> Option<Sample> {
    let (api, operation) = (emission.api, &emission.api[id]);
    let uri = uri(api, operation)?;
    let mut headers = headers(api, operation, body.content_type.as_deref())?;
    headers.extend(body.content_type.clone().map(|media_type| ("content-type".to_owned(), media_type)));
    let headers = headers.iter().map(|(name, value)| quote!((#name, #value)));
    let (text, undefined) = (emission.bodies.text(emission, &body), body.undefined);
    let value = quote! {
        RequestSample { uri: #uri, headers: &[#(#headers),*], body: #text, undefined: &[#(#undefined),*] }
    };
    Some(Sample { uri, value })
}

fn body(emission: &Emission<'_>, id: OperationId) -> Option<SampleBody> {
    let (api, operation) = (emission.api, &emission.api[id]);
    let contents = || operation.body.iter().flat_map(|body| &body.contents);
    let request = &emission.surfaces[id].request;
    match request.body {
        BodyForm::None => Some(SampleBody::default()),
        BodyForm::Flattened(ty) | BodyForm::Json { ty, .. } => json(emission, ty, contents()),
        BodyForm::Text { .. } => text(api, text_type(operation), contents()),
        BodyForm::Raw => Some(SampleBody::bytes(raw_media_type(contents()))),
        BodyForm::Form(ty) => form(api, ty),
        BodyForm::Multipart(ty) => multipart::sample(api, ty),
        BodyForm::Several { .. } => of_kind(emission, operation, request.kinds.first()?),
    }
}

fn of_kind(emission: &Emission<'_>, operation: &Operation, kind: &BodyKind) -> Option<SampleBody> {
    let api = emission.api;
    let listed = operation.body.as_ref().map_or(&[][..], |body| &body.contents);
    let contents = || kind.contents.iter().filter_map(|index| listed.get(*index));
    match kind.payload {
        KindPayload::Json(ty) => json(emission, ty, contents()),
        KindPayload::Text(ty) => text(api, ty, contents()),
        KindPayload::Raw => Some(SampleBody::bytes(raw_media_type(contents()))),
        KindPayload::Form(ty) => form(api, ty),
        KindPayload::Multipart(ty) => multipart::sample(api, ty),
    }
}

fn json<'a>(
    emission: &Emission<'_>,
    ty: TypeId,
    contents: impl Iterator<Item = &'a Content>,
) -> Option<SampleBody> {
    let contents = all(contents);
    let examples = contents.iter().flat_map(|content| &content.examples).map(|example| &example.value);
    let body = emission.bodies.json(emission.api, ty, examples)?.into_owned();
    Some(body.sent_as(special_json(&contents)))
}

fn text<'a>(
    api: &Api,
    ty: Option<TypeId>,
    contents: impl Iterator<Item = &'a Content>,
) -> Option<SampleBody> {
    Some(SampleBody::text_of(api, ty)?.sent_as(special_text(&all(contents))))
}

fn all<'a>(contents: impl Iterator<Item = &'a Content>) -> Vec<Content> {
    contents.cloned().collect()
}

/// What a body of plain text is a text of.
fn text_type(operation: &Operation) -> Option<TypeId> {
    let mut contents = operation.body.iter().flat_map(|body| &body.contents);
    contents.find(|content| content.encoding == Encoding::Text)?.ty
}

/// The media type that a request says: the first that is no range, or one within the first range.
fn raw_media_type<'a>(contents: impl Iterator<Item = &'a Content>) -> String {
    let raw = contents.filter(|content| content.encoding == Encoding::Raw);
    let media_types: Vec<_> = raw.map(|content| content.media_type.as_str()).collect();
    let is_range = |media_type: &&str| media_type.contains('*');
    match media_types.first() {
        Some(range) if !range.starts_with('*') && media_types.iter().all(is_range) => {
            range.replace('*', "sample")
        }
        _ => crate::emit::operation::definite(media_types.into_iter()),
    }
}

fn form(api: &Api, ty: TypeId) -> Option<SampleBody> {
    let Shape::Object(object) = &api[ty].shape else { return None };
    let mut pairs = Vec::new();
    for property in &object.properties {
        let texts = match property.required {
            true => Some(sample_texts(api, property.ty)?),
            false => default_of_field(api, property),
        };
        pairs.extend(texts.iter().flat_map(|texts| query(&property.name, property.style, texts)));
    }
    let content_type = Some("application/x-www-form-urlencoded".to_owned());
    Some(SampleBody { content_type, text: pairs.join("&"), ..SampleBody::default() })
}

/// The value of a parameter: its example, or one that is made up where there must be one, or the default,
/// which the server reads in any case.
fn value(api: &Api, parameter: &Parameter) -> Option<Option<Vec<String>>> {
    let example = parameter.example.as_ref().filter(|example| fits(api, parameter.ty, example).is_ok());
    match example.and_then(texts).filter(|texts| !texts.is_empty() && !texts.iter().any(String::is_empty)) {
        Some(texts) => Some(Some(texts)),
        None if parameter.required => sample_texts(api, parameter.ty).map(Some),
        None => Some(default_of_parameter(api, parameter)),
    }
}

fn uri(api: &Api, operation: &Operation) -> Option<String> {
    let of = |location| operation.parameters.iter().filter(move |parameter| parameter.location == location);
    let literal = |text: &str| utf8_percent_encode(text, ILLEGAL).to_string();
    let mut uri = literal(&api[operation.document].base_path);
    for segment in &operation.path.segments {
        uri.push('/');
        for piece in segment {
            match piece {
                PathSegment::Literal(text) => uri.push_str(&literal(text)),
                PathSegment::Parameter(name) => {
                    let parameter = of(Location::Path).find(|parameter| parameter.name == *name)?;
                    uri.push_str(&joined(parameter.style, &value(api, parameter)??));
                }
            }
        }
    }
    let mut pairs: Vec<String> = operation.path.query.iter().map(fixed).collect();
    for parameter in of(Location::Query) {
        if let Some(texts) = value(api, parameter)? {
            pairs.extend(query(&parameter.name, parameter.style, &texts));
        }
    }
    if !pairs.is_empty() {
        uri.push('?');
        uri.push_str(&pairs.join("&"));
    }
    Some(uri)
}

/// The header parameters. A body has one media type, also where a parameter is to say it.
fn headers(api: &Api, operation: &Operation, content_type: Option<&str>) -> Option<Vec<(String, String)>> {
    let mut headers = Vec::new();
    for parameter in operation.parameters.iter().filter(|parameter| parameter.location == Location::Header) {
        let name = parameter.name.to_lowercase();
        if let Some(content_type) = content_type.filter(|_| name == "content-type") {
            fits(api, parameter.ty, &Value::from(content_type)).ok()?;
        } else if let Some(texts) = value(api, parameter)? {
            match header(parameter.style, &texts) {
                Some(value) => headers.push((name, value)),
                None if parameter.required => return None,
                None => {}
            }
        }
    }
    headers.extend(cookies(api, operation)?.map(|cookies| ("cookie".to_owned(), cookies)));
    Some(headers)
}

/// The cookies, which are one header (RFC 6265 section 4.2).
fn cookies(api: &Api, operation: &Operation) -> Option<Option<String>> {
    let mut pairs = Vec::new();
    for parameter in operation.parameters.iter().filter(|parameter| parameter.location == Location::Cookie) {
        if let Some(texts) = value(api, parameter)? {
            pairs.push(format!("{}={}", parameter.name, joined(Style::Csv, &texts)));
        }
    }
    Some((!pairs.is_empty()).then(|| pairs.join("; ")))
}
