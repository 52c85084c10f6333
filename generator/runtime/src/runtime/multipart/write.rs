//! Writing a form.

use std::collections::BTreeSet;

use bytes::Bytes;
use http::{HeaderValue, Request};

use super::escaped;
use crate::runtime::{Argument, Body, EncodeError, File, Files, Location, RequestBuilder, Separator, wire};

/// Builds the form that a request ends with.
#[derive(Debug)]
pub struct MultipartBuilder<'r> {
    request: &'r mut RequestBuilder,
    parts: Vec<Part>,
}

/// One part: its headers, without the last line break, and its content.
#[derive(Debug)]
struct Part {
    head: String,
    content: Bytes,
}

impl RequestBuilder {
    /// Ends with a `multipart/form-data` body, which is built from here on.
    pub fn multipart(&mut self) -> MultipartBuilder<'_> {
        MultipartBuilder { request: self, parts: Vec::new() }
    }
}

impl MultipartBuilder<'_> {
    /// A field of text.
    pub fn field(&mut self, name: &str, value: &dyn Argument) -> &mut Self {
        self.field_list(name, Separator::Multi, value)
    }

    /// A field that is a list: a part for each element, or one for all.
    pub fn field_list(&mut self, name: &str, by: Separator, value: &dyn Argument) -> &mut Self {
        let Some(texts) = self.request.texts(Location::Body, name, value) else { return self };
        match wire::joined(&texts, by) {
            Some(values) => {
                let head = disposition(name);
                let part = |value: &str| Part { head: head.clone(), content: value.to_owned().into() };
                self.parts.extend(values.iter().map(|value| part(value)));
            }
            None => self.fail(name, "an element contains the separator"),
        }
        self
    }

    /// A field of files: a part for each.
    pub fn file(&mut self, name: &str, files: &dyn Files) -> &mut Self {
        for file in files.files() {
            match head_of_file(name, file) {
                Some(head) => self.parts.push(Part { head, content: file.bytes.clone() }),
                None => self.fail(name, "its media type is not one"),
            }
        }
        self
    }

    /// Ends the request.
    pub fn end(&mut self) -> Result<Request<Body>, EncodeError> {
        let boundary = boundary(&self.parts);
        let content_type = format!("multipart/form-data; boundary={boundary}");
        let body = written(&self.parts, &boundary);
        self.request.raw(Some(&content_type), "multipart/form-data", body.into())
    }

    fn fail(&mut self, name: &str, reason: &str) {
        self.request.fail(EncodeError::new(Location::Body, name, reason));
    }
}

/// `Content-Disposition`, which names the field (RFC 7578 section 4.2).
fn disposition(name: &str) -> String {
    format!("Content-Disposition: form-data; name=\"{}\"", escaped(name))
}

/// The headers of a file; nothing where its media type can't be in one.
fn head_of_file(name: &str, file: &File) -> Option<String> {
    let content_type = file.content_type.as_deref().unwrap_or("application/octet-stream");
    HeaderValue::from_str(content_type).ok()?;
    let (disposition, file_name) = (disposition(name), escaped(file.name.as_deref().unwrap_or("blob")));
    Some(format!("{disposition}; filename=\"{file_name}\"\r\nContent-Type: {content_type}"))
}

/// What every boundary starts with; a number of sixteen digits follows.
const BOUNDARY: &str = "form-data-boundary-";
const DIGITS: usize = 16;

/// A boundary that occurs in no part (RFC 2046 section 5.1): the first of a fixed series, so that
/// equal forms are equal bytes. One look at each byte is enough, whatever the parts contain.
fn boundary(parts: &[Part]) -> String {
    let mut taken = BTreeSet::new();
    for part in parts {
        taken.extend(numbers(part.head.as_bytes()));
        taken.extend(numbers(&part.content));
    }
    let free = (0..).find(|number| !taken.contains(number)).unwrap_or_default();
    format!("{BOUNDARY}{free:016x}")
}

/// The numbers of the boundaries that occur in the bytes.
fn numbers(bytes: &[u8]) -> impl Iterator<Item = u64> {
    let length = BOUNDARY.len() + DIGITS;
    let candidates = bytes.windows(length).filter(|window| window.starts_with(BOUNDARY.as_bytes()));
    candidates.filter_map(|window| {
        let digits = std::str::from_utf8(window.get(BOUNDARY.len()..)?).ok()?;
        u64::from_str_radix(digits, 16).ok()
    })
}

fn written(parts: &[Part], boundary: &str) -> Vec<u8> {
    let mut body = Vec::new();
    for Part { head, content } in parts {
        for piece in [b"--", boundary.as_bytes(), b"\r\n", head.as_bytes(), b"\r\n\r\n", content, b"\r\n"] {
            body.extend_from_slice(piece);
        }
    }
    for piece in ["--", boundary, "--\r\n"] {
        body.extend_from_slice(piece.as_bytes());
    }
    body
}
