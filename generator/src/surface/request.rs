//! What the caller of an operation hands in.

use std::collections::HashSet;

use super::{BodyKind, flattens, kinds};
use crate::api::{Api, Body, Content, Encoding, Location, Operation, Parameter, Shape, TypeId};

/// The request of one operation.
#[derive(Debug, Clone)]
pub struct RequestSurface {
    /// Its fields, the required ones of the wire first in document order.
    pub fields: Vec<RequestField>,
    /// What becomes of the body.
    pub body: BodyForm,
    /// What the body may be; empty unless it is [`BodyForm::Several`].
    pub kinds: Vec<BodyKind>,
}

/// Where a field of the request comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RequestField {
    /// The parameter at that index of the operation.
    Parameter(usize),
    /// The property at that index of the flattened body.
    Property(usize),
    /// Further members of the flattened body.
    Additional,
    /// The body as a whole.
    Body,
    /// The media type of a raw body.
    ContentType,
}

/// What becomes of the request's body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BodyForm {
    /// There is none.
    None,
    /// JSON whose members are fields of the request.
    Flattened(TypeId),
    /// JSON in one field, which is optional where the body is.
    Json {
        /// What is encoded.
        ty: TypeId,
        /// Whether there must be a body.
        required: bool,
    },
    /// A URL-encoded form in fields of the request.
    Form(TypeId),
    /// A multipart form in fields of the request.
    Multipart(TypeId),
    /// Plain text in one field.
    Text {
        /// Whether there must be a body.
        required: bool,
    },
    /// Bytes, streamed, beside their media type.
    Raw,
    /// One of several kinds, in one field that says which.
    Several {
        /// Whether there must be a body.
        required: bool,
    },
}

/// Decides what the caller of an operation hands in.
pub(super) fn decide(api: &Api, operation: &Operation) -> RequestSurface {
    let kinds = operation.body.as_ref().map(|body| kinds::of(api, body)).unwrap_or_default();
    let body = match &operation.body {
        None => BodyForm::None,
        Some(body) if kinds.is_empty() => form(api, operation, body),
        Some(body) => BodyForm::Several { required: body.required },
    };
    let mut fields: Vec<_> = (0..operation.parameters.len()).map(RequestField::Parameter).collect();
    match body {
        BodyForm::None => {}
        BodyForm::Flattened(ty) | BodyForm::Form(ty) | BodyForm::Multipart(ty) => {
            if let Shape::Object(object) = &api[ty].shape {
                fields.extend((0..object.properties.len()).map(RequestField::Property));
                let is_json = matches!(body, BodyForm::Flattened(_));
                fields.extend(object.additional.filter(|_| is_json).map(|_| RequestField::Additional));
            }
        }
        BodyForm::Json { .. } | BodyForm::Text { .. } | BodyForm::Several { .. } => {
            fields.push(RequestField::Body);
        }
        BodyForm::Raw => {
            let content_type = (!declares_content_type(operation)).then_some(RequestField::ContentType);
            fields.extend(content_type.into_iter().chain([RequestField::Body]));
        }
    }
    RequestSurface { fields, body, kinds }
}

/// Whether a header parameter already says what the body is.
pub(crate) fn declares_content_type(operation: &Operation) -> bool {
    let is = |parameter: &Parameter| {
        parameter.location == Location::Header && parameter.name.eq_ignore_ascii_case("content-type")
    };
    operation.parameters.iter().any(is)
}

/// The most telling of the media types of a body of one kind.
fn preferred(contents: &[Content]) -> Option<&Content> {
    const ORDER: [Encoding; 5] =
        [Encoding::Json, Encoding::Multipart, Encoding::Form, Encoding::Text, Encoding::Raw];
    ORDER.iter().find_map(|encoding| contents.iter().find(|content| content.encoding == *encoding))
}

fn form(api: &Api, operation: &Operation, body: &Body) -> BodyForm {
    let Some(content) = preferred(&body.contents) else { return BodyForm::None };
    let required = body.required;
    match (content.encoding, content.ty) {
        (Encoding::Json, Some(ty)) if required && flattens(api, ty) && apart(api, operation, ty) => {
            BodyForm::Flattened(ty)
        }
        (Encoding::Json, Some(ty)) => BodyForm::Json { ty, required },
        (Encoding::Form, Some(ty)) if has_fields(api, ty) => BodyForm::Form(api.resolve(ty)),
        (Encoding::Multipart, Some(ty)) if has_fields(api, ty) => BodyForm::Multipart(api.resolve(ty)),
        (Encoding::Text, _) => BodyForm::Text { required },
        _ => BodyForm::Raw,
    }
}

/// Whether a form has fields that are known. One of any fields is handed over as bytes.
pub(super) fn has_fields(api: &Api, ty: TypeId) -> bool {
    matches!(api.resolved(ty).shape, Shape::Object(_))
}

/// Whether no parameter has the name of a member of the body, which would make two fields of one name.
fn apart(api: &Api, operation: &Operation, ty: TypeId) -> bool {
    let Shape::Object(object) = &api[ty].shape else { return false };
    let parameters: HashSet<_> =
        operation.parameters.iter().map(|parameter| plain(&parameter.name)).collect();
    !object.properties.iter().any(|property| parameters.contains(&plain(&property.name)))
}

/// A name without case and punctuation: `user_id` and `userId` are the same field.
pub(crate) fn plain(name: &str) -> String {
    name.chars().filter(|char| char.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
