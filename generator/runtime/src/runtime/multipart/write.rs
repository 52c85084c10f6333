//! Writing a form.

use std::collections::{BTreeSet, VecDeque};
use std::hash::{BuildHasher as _, RandomState};

use http::{HeaderValue, Request};

use super::escaped;
use super::joined::Joined;
use crate::runtime::{Argument, Body, EncodeError, File, Files, Location, RequestBuilder, Separator, wire};

/// Builds the form that a request ends with.
#[derive(Debug)]
pub struct MultipartBuilder<'r> {
    request: &'r mut RequestBuilder,
    fields: Vec<Part>,
    /// They come last: a server may start with a file before it has all of it.
    files: Vec<Part>,
}

/// One part: its headers, without the last line break, and its content.
#[derive(Debug)]
struct Part {
    head: String,
    content: Body,
}

impl RequestBuilder {
    /// Ends with a `multipart/form-data` body, which is built from here on.
    pub fn multipart(&mut self) -> MultipartBuilder<'_> {
        MultipartBuilder { request: self, fields: Vec::new(), files: Vec::new() }
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
            Ok(values) => {
                let head = disposition(name);
                let part = |value: &str| Part { head: head.clone(), content: value.to_owned().into() };
                self.fields.extend(values.iter().map(|value| part(value)));
            }
            Err(reason) => self.fail(name, reason),
        }
        self
    }

    /// A field of files: a part for each.
    pub fn file(&mut self, name: &str, files: impl Files) -> &mut Self {
        self.add_files(name, files.into_files());
        self
    }

    fn add_files(&mut self, name: &str, files: Vec<File>) {
        for file in files {
            match head_of_file(name, &file) {
                Some(head) => self.files.push(Part { head, content: file.body }),
                None => self.fail(name, "its media type is not one"),
            }
        }
    }

    /// Ends the request.
    pub fn end(&mut self) -> Result<Request<Body>, EncodeError> {
        let mut parts = std::mem::take(&mut self.fields);
        parts.append(&mut self.files);
        let boundary = boundary(&parts);
        let content_type = format!("multipart/form-data; boundary={boundary}");
        self.request.raw(Some(&content_type), "multipart/form-data", written(parts, &boundary))
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
///
/// Nobody has seen what is in a stream. The boundary is one that nobody can foresee, then.
fn boundary(parts: &[Part]) -> String {
    let mut taken = BTreeSet::new();
    let mut first = 0;
    for part in parts {
        taken.extend(numbers(part.head.as_bytes()));
        match part.content.bytes() {
            Some(bytes) => taken.extend(numbers(bytes)),
            None => first = RandomState::new().hash_one(parts.len()),
        }
    }
    let free = (0..).map(|index| first.wrapping_add(index)).find(|number| !taken.contains(number));
    format!("{BOUNDARY}{:016x}", free.unwrap_or_default())
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

/// The form: bytes where all parts are, else one part after the other.
fn written(parts: Vec<Part>, boundary: &str) -> Body {
    let mut pieces = VecDeque::new();
    let mut bytes = Vec::new();
    for Part { head, content } in parts {
        bytes.extend_from_slice(format!("--{boundary}\r\n{head}\r\n\r\n").as_bytes());
        match content.bytes() {
            Some(content) => bytes.extend_from_slice(content),
            None => pieces.extend([std::mem::take(&mut bytes).into(), content]),
        }
        bytes.extend_from_slice(b"\r\n");
    }
    bytes.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
    if pieces.is_empty() {
        return bytes.into();
    }
    pieces.push_back(bytes.into());
    Body::stream(Joined(pieces))
}
