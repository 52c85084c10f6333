//! Reading a form.

use std::borrow::Cow;

use http::StatusCode;

use super::escaped;
use super::parts::{Failure, Part, parts};
use crate::runtime::{Argument, Asked, Files, Location, Rejection, Separator, Violated, json};

/// A request whose body is a form that has been read.
#[derive(Debug)]
pub struct AskedMultipart<'p> {
    asked: Asked<'p>,
    parts: Vec<Part>,
}

impl<'p> Asked<'p> {
    /// Reads a `multipart/form-data` body, for the calls that follow. No body is a form without fields.
    ///
    /// The body is whole, or its first piece is here. Then the form must end with a file.
    pub fn multipart(mut self) -> Result<AskedMultipart<'p>, Rejection> {
        self.demand("multipart/form-data")?;
        let body = self.take_body();
        let parts = match self.content_type() {
            None if body.is_empty() => Ok(Vec::new()),
            content_type => match parts(content_type.unwrap_or_default(), body) {
                Ok(parts) => Ok(parts),
                Err(Failure::Malformed(reason)) => Err(reason),
                Err(Failure::TooLarge) => return Err(too_large()),
            },
        };
        match self.noted.read(Location::Body, "", parts) {
            Ok(parts) => Ok(AskedMultipart { asked: self, parts }),
            Err(violated) => self.empty().and(Err(violated.into())),
        }
    }
}

impl AskedMultipart<'_> {
    /// A field of text.
    pub fn field<T: Argument>(&mut self, name: &str) -> Result<T, Violated> {
        self.field_list(name, Separator::Multi)
    }

    /// A field that is a list.
    pub fn field_list<T: Argument>(&mut self, name: &str, by: Separator) -> Result<T, Violated> {
        let named = self.parts.iter().filter(|part| part.field == escaped(name));
        let whole = named.filter_map(|part| part.file.body.bytes());
        let texts = whole.map(|bytes| std::str::from_utf8(bytes).map_err(|_| "is not UTF-8"));
        let texts = texts.collect::<Result<Vec<_>, _>>().map(|texts| {
            let pieces = texts.iter().flat_map(|text| split(text, by)).collect();
            (!texts.is_empty()).then_some(pieces)
        });
        self.asked.noted.argument(Location::Body, &json::pointer_to(name), texts)
    }

    /// An optional field of text.
    pub fn optional_field<T: Argument>(&mut self, name: &str) -> Option<T> {
        self.field(name).unwrap_or_default()
    }

    /// An optional field that is a list.
    pub fn optional_field_list<T: Argument>(&mut self, name: &str, by: Separator) -> Option<T> {
        self.field_list(name, by).unwrap_or_default()
    }

    /// An optional field of files, which are taken.
    pub fn optional_file<T: Files>(&mut self, name: &str) -> Option<T> {
        self.file(name).unwrap_or_default()
    }

    /// A field of files, which are taken.
    pub fn file<T: Files>(&mut self, name: &str) -> Result<T, Violated> {
        let named = self.parts.extract_if(.., |part| part.field == escaped(name));
        let value = T::from_files(named.map(|part| part.file).collect());
        let value = value.map_err(|error| error.reason());
        self.asked.noted.read(Location::Body, &json::pointer_to(name), value)
    }

    /// Ends the request. A part that is still on its way has to be a file that was taken.
    pub fn empty(self) -> Result<(), Rejection> {
        if self.parts.iter().any(|part| part.file.body.bytes().is_none()) {
            return Err(too_large());
        }
        self.asked.empty()
    }
}

/// `413`: the form is larger than what is collected, and not because of a file at its end.
#[cold]
fn too_large() -> Rejection {
    let detail = "The form is too large. Only a file at its end may be.";
    Rejection::new(StatusCode::PAYLOAD_TOO_LARGE, detail)
}

/// The elements of a list that is one part.
fn split(text: &str, by: Separator) -> Vec<Cow<'_, str>> {
    match by.character() {
        None => vec![Cow::Borrowed(text)],
        Some(_) if text.is_empty() => Vec::new(),
        Some(separator) => text.split(separator).map(Cow::Borrowed).collect(),
    }
}
