//! Bodies, by their media types.

use bytes::Bytes;
use http::HeaderMap;
use http::header::CONTENT_TYPE;
use serde_json::Value;

use super::form::pairs;

/// What kind of body a media type is: all JSON is one, and parameters say nothing about the content.
pub(super) fn kinds(values: &[Vec<u8>]) -> Vec<String> {
    let kind = |value: &Vec<u8>| {
        let text = String::from_utf8_lossy(value).to_ascii_lowercase();
        let essence = text.split(';').next().unwrap_or_default().trim().to_owned();
        if essence.ends_with("json") { "json".to_owned() } else { essence }
    };
    values.iter().map(kind).collect()
}

/// Whether two bodies say the same.
pub(super) fn equal(
    one_headers: &HeaderMap,
    one: &Bytes,
    other_headers: &HeaderMap,
    other: &Bytes,
) -> Result<(), String> {
    let content_type = |headers: &HeaderMap| {
        let value = headers.get(CONTENT_TYPE).map(|value| value.as_bytes().to_vec()).unwrap_or_default();
        String::from_utf8_lossy(&value).into_owned()
    };
    let content_types = [content_type(one_headers), content_type(other_headers)];
    let json = |bytes| serde_json::from_slice::<Value>(bytes);
    match content_types.each_ref().map(|content_type| boundary(content_type)) {
        [Some(first), Some(second)] => super::equal("form", &parts(one, first), &parts(other, second)),
        _ if content_types[0].starts_with("application/x-www-form-urlencoded") => {
            let pairs = |bytes| pairs(&String::from_utf8_lossy(bytes));
            super::equal("form", &pairs(one), &pairs(other))
        }
        _ => match (json(one), json(other)) {
            (Ok(one), Ok(other)) => super::equal("body", &one, &other),
            _ => super::equal("body", one, other),
        },
    }
}

fn boundary(content_type: &str) -> Option<&str> {
    let (_, boundary) =
        content_type.split_once("boundary=").filter(|_| content_type.starts_with("multipart"))?;
    Some(boundary.trim_matches('"'))
}

/// The parts of a form, files after texts; those of one field stay in their order.
fn parts(bytes: &Bytes, boundary: &str) -> Vec<(String, Vec<u8>)> {
    let delimiter = format!("--{boundary}");
    let mut parts = Vec::new();
    let mut start = None;
    for at in 0..bytes.len() {
        if bytes[at..].starts_with(delimiter.as_bytes()) {
            parts.extend(start.and_then(|start| part(&bytes[start..at])));
            start = Some(at + delimiter.len());
        }
    }
    parts.sort_by(|one, other| one.0.cmp(&other.0));
    parts
}

/// The headers and the content of what is between two delimiters.
fn part(bytes: &[u8]) -> Option<(String, Vec<u8>)> {
    let bytes = bytes.strip_prefix(b"\r\n")?.strip_suffix(b"\r\n")?;
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
    Some((String::from_utf8_lossy(&bytes[..end]).into_owned(), bytes[end + 4..].to_vec()))
}
