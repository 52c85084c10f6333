//! Bodies of several kinds: which of its media types are one kind.

use super::request::has_fields;
use crate::api::{Api, Body, Encoding, Shape, TypeId};

/// One of several kinds of bodies that a request may have.
#[derive(Debug, Clone)]
pub struct BodyKind {
    /// What it carries.
    pub payload: KindPayload,
    /// Its media types: indices into those of the body.
    pub contents: Vec<usize>,
}

/// What a kind of bodies carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KindPayload {
    /// JSON of a type.
    Json(TypeId),
    /// A URL-encoded form, whose fields are in a struct.
    Form(TypeId),
    /// A multipart form, whose fields are in a struct.
    Multipart(TypeId),
    /// Plain text, a value of a type.
    Text(Option<TypeId>),
    /// Bytes, streamed, beside their media type where there may be several.
    Raw,
}

impl KindPayload {
    /// The type whose members are the fields of a form.
    pub fn form(self) -> Option<TypeId> {
        match self {
            Self::Form(ty) | Self::Multipart(ty) => Some(ty),
            _ => None,
        }
    }

    /// The most telling kind comes first.
    fn order(self) -> u8 {
        match self {
            Self::Json(_) => 0,
            Self::Multipart(_) => 1,
            Self::Form(_) => 2,
            Self::Text(_) => 3,
            Self::Raw => 4,
        }
    }

    /// Whether two media types are of one kind. There is one form of each encoding.
    fn is_same(self, other: Self) -> bool {
        match (self, other) {
            (Self::Json(one), Self::Json(other)) => one == other,
            (one, other) => one.order() == other.order(),
        }
    }
}

/// The kinds of bodies, the most telling first; none where there is but one.
pub(super) fn of(api: &Api, body: &Body) -> Vec<BodyKind> {
    let mut kinds: Vec<BodyKind> = Vec::new();
    for (index, content) in body.contents.iter().enumerate() {
        let payload = match (content.encoding, content.ty) {
            (Encoding::Json, Some(ty)) => KindPayload::Json(ty),
            (Encoding::Form, Some(ty)) if has_fields(api, ty) => KindPayload::Form(api.resolve(ty)),
            (Encoding::Multipart, Some(ty)) if has_fields(api, ty) => KindPayload::Multipart(api.resolve(ty)),
            (Encoding::Text, ty) => KindPayload::Text(ty),
            _ => KindPayload::Raw,
        };
        match kinds.iter_mut().find(|kind| kind.payload.is_same(payload)) {
            Some(kind) => kind.contents.push(index),
            None => kinds.push(BodyKind { payload, contents: vec![index] }),
        }
    }
    kinds.sort_by_key(|kind| kind.payload.order());
    if kinds.len() == 1 || is_one_form(api, &kinds) { Vec::new() } else { kinds }
}

/// Whether there is nothing but one form in both encodings, which says the same in each.
fn is_one_form(api: &Api, kinds: &[BodyKind]) -> bool {
    let names = |ty: TypeId| match &api[ty].shape {
        Shape::Object(object) => object.properties.iter().map(|property| property.name.as_str()).collect(),
        _ => Vec::new(),
    };
    match kinds {
        [one, other] => match (one.payload.form(), other.payload.form()) {
            (Some(one), Some(other)) => names(one) == names(other),
            _ => false,
        },
        _ => false,
    }
}
