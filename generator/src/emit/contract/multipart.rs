//! A sample of a form with files, as it is on the wire.

use super::sample_body::SampleBody;
use super::texts::{plain, sample_texts};
use crate::api::{Api, Property, Shape, Style, TypeId};

/// The boundary that the support code starts with; no sample contains it.
const BOUNDARY: &str = "form-data-boundary-0000000000000000";

/// The form with every field for which there is a sample, files last, as clients write it; nothing where
/// one is missing that must be there.
pub(super) fn sample(api: &Api, ty: TypeId) -> Option<SampleBody> {
    let Shape::Object(object) = &api[ty].shape else { return None };
    let mut text = String::new();
    let is_file = |property: &&Property| files(api, property.ty).is_some();
    let (files, fields): (Vec<_>, Vec<_>) = object.properties.iter().partition(is_file);
    for property in fields.into_iter().chain(files) {
        match parts(api, property) {
            Some(parts) => {
                parts.iter().for_each(|part| text.push_str(&format!("--{BOUNDARY}\r\n{part}\r\n")))
            }
            None if property.required => return None,
            None => {}
        }
    }
    text.push_str(&format!("--{BOUNDARY}--\r\n"));
    let content_type = Some(format!("multipart/form-data; boundary={BOUNDARY}"));
    Some(SampleBody { content_type, text, ..SampleBody::default() })
}

/// The parts of one field: headers, an empty line, and the content.
fn parts(api: &Api, property: &Property) -> Option<Vec<String>> {
    let name = property.name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A");
    let disposition = format!("Content-Disposition: form-data; name=\"{name}\"");
    if let Some(count) = files(api, property.ty) {
        let part =
            format!("{disposition}; filename=\"sample.txt\"\r\nContent-Type: text/plain\r\n\r\nsample");
        return Some(vec![part; count]);
    }
    let texts = sample_texts(api, property.ty)?;
    let contents = if property.style == Style::Multi { texts } else { vec![plain(property.style, &texts)] };
    Some(contents.iter().map(|content| format!("{disposition}\r\n\r\n{content}")).collect())
}

/// How many files to send; nothing where the field is for text.
fn files(api: &Api, ty: TypeId) -> Option<usize> {
    match &api.resolved(ty).shape {
        Shape::Bytes => Some(1),
        Shape::Array(items) if api.resolved(*items).shape == Shape::Bytes => Some(2),
        _ => None,
    }
}
