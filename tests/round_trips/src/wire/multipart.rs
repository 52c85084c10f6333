//! `multipart/form-data` (RFC 7578).

use bytes::Bytes;
use cratewright::api::{Property, Shape, TypeId};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::string::string_regex;

use super::argument::{Place, argument};
use super::content::{Written, form};
use crate::values::Values;

/// Neither the texts nor the bytes of these tests have it.
const BOUNDARY: &str = "--the-boundary-of-the-round-trips--";

/// A part: its headers and its content.
type Part = (String, Vec<u8>);

/// Forms with the fields of a type.
pub(super) fn body(values: Values<'_>, ty: TypeId) -> BoxedStrategy<Written> {
    let fields = form(values, ty).map_or(&[][..], |object| &object.properties);
    let fields: Vec<_> = fields.iter().map(|field| parts(values, field)).collect();
    fields.prop_map(|fields| written(fields.into_iter().flatten())).boxed()
}

/// The parts of one field.
fn parts(values: Values<'_>, field: &Property) -> BoxedStrategy<Vec<Part>> {
    let head = format!("Content-Disposition: form-data; name=\"{}\"", escaped(&field.name));
    let file = file(head.clone());
    let files = match &values.api.resolved(field.ty).shape {
        Shape::Bytes => file.prop_map(|file| vec![file]).boxed(),
        Shape::Array(element) if matches!(values.api.resolved(*element).shape, Shape::Bytes) => {
            vec(file, 1..4).boxed()
        }
        _ => {
            let text = argument(values, field.ty, field.style, Place::Part, field.required);
            let part = move |text: String| (head.clone(), text.into_bytes());
            return text.prop_map(move |text| text.plain().into_iter().map(&part).collect()).boxed();
        }
    };
    match field.required {
        true => files,
        false => prop_oneof![Just(Vec::new()), files].boxed(),
    }
}

/// A file with a name and a media type.
fn file(head: String) -> BoxedStrategy<Part> {
    let name = string_regex("[a-zä -!#$&-/~]{1,12}").expect("an expression");
    let media_type = string_regex("[a-z]{1,6}/[a-z]{1,6}").expect("an expression");
    let head = move |name, media_type| format!("{head}; filename=\"{name}\"\r\nContent-Type: {media_type}");
    (name, media_type, vec(any::<u8>(), 0..32))
        .prop_map(move |(name, media_type, bytes)| (head(name, media_type), bytes))
        .boxed()
}

fn written(parts: impl Iterator<Item = Part>) -> Written {
    let mut bytes = Vec::new();
    for (head, content) in parts {
        bytes.extend_from_slice(format!("--{BOUNDARY}\r\n{head}\r\n\r\n").as_bytes());
        bytes.extend_from_slice(&content);
        bytes.extend_from_slice(b"\r\n");
    }
    bytes.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
    (format!("multipart/form-data; boundary=\"{BOUNDARY}\""), Bytes::from(bytes))
}

/// A name within quotes (the HTML standard, multipart form data).
fn escaped(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}
