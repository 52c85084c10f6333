//! Bodies.

use bytes::Bytes;
use cratewright::api::{Content, Encoding, Object, Shape, TypeId};
use proptest::prelude::*;

use super::argument::{Place, Text, argument, written};
use super::multipart;
use super::percent::encoded;
use crate::values::Values;

/// A body and its media type.
pub(super) type Written = (String, Bytes);

/// Bodies of one media type. Of a body that may be left out, none is that looks as if it were.
pub(super) fn body(values: Values<'_>, content: &Content, required: bool) -> BoxedStrategy<Written> {
    let media_type = definite(content);
    match (content.encoding, content.ty) {
        (Encoding::Json, Some(ty)) => {
            values.of(ty).prop_map(move |value| (media_type.clone(), value.to_string().into())).boxed()
        }
        (Encoding::Text, Some(ty)) => {
            let text = values.given(ty).prop_map(|value| written(&value));
            let text = text.prop_filter("a body", move |text| required || !text.is_empty());
            text.prop_map(move |text| (media_type.clone(), text.into())).boxed()
        }
        (Encoding::Form, Some(ty)) if form(values, ty).is_some() => pairs(values, media_type, ty),
        (Encoding::Multipart, Some(ty)) if form(values, ty).is_some() => multipart::body(values, ty),
        // A form that has no particular fields is one of bytes to everybody.
        (Encoding::Multipart, _) => raw("multipart/form-data; boundary=none"),
        _ => raw(&media_type),
    }
}

/// Bytes of any kind.
pub(super) fn raw(media_type: &str) -> BoxedStrategy<Written> {
    let media_type = media_type.to_owned();
    let bytes = proptest::collection::vec(any::<u8>(), 0..32);
    bytes.prop_map(move |bytes| (media_type.clone(), Bytes::from(bytes))).boxed()
}

/// The fields of a form, where it has some that are known.
pub(super) fn form(values: Values<'_>, ty: TypeId) -> Option<&Object> {
    match &values.api.resolved(ty).shape {
        Shape::Object(object) => Some(object),
        _ => None,
    }
}

/// `application/x-www-form-urlencoded` (the URL standard, section 5).
fn pairs(values: Values<'_>, media_type: String, ty: TypeId) -> BoxedStrategy<Written> {
    let fields = form(values, ty).map_or(&[][..], |object| &object.properties);
    let names: Vec<String> = fields.iter().map(|field| encoded(&field.name)).collect();
    let texts: Vec<_> = fields
        .iter()
        .map(|field| argument(values, field.ty, field.style, Place::Pairs, field.required))
        .collect();
    let written = move |texts: Vec<Text>| {
        let pairs = names
            .iter()
            .zip(&texts)
            .flat_map(|(name, text)| text.encoded().into_iter().map(move |text| format!("{name}={text}")));
        (media_type.clone(), pairs.collect::<Vec<_>>().join("&").into())
    };
    texts.prop_map(written).boxed()
}

/// A media type that a message can have: no range, and UTF-8 where it is text.
fn definite(content: &Content) -> String {
    match content.encoding {
        Encoding::Json if !content.media_type.contains('/') => "application/json".to_owned(),
        Encoding::Json if content.media_type.contains('*') => "application/json".to_owned(),
        Encoding::Text if content.media_type.contains('*') => "text/plain".to_owned(),
        _ if content.media_type.starts_with('*') => "application/octet-stream".to_owned(),
        _ => content.media_type.replace('*', "octet-stream"),
    }
}
