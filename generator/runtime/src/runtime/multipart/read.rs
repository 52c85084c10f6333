//! Reading a form.

use std::borrow::Cow;
use std::convert::Infallible;
use std::future::Future;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use futures_core::Stream;
use multer::{Error, Multipart};

use super::escaped;
use crate::runtime::{Argument, Asked, File, Files, Location, Rejection, Separator, Violated};

/// A request whose body is a form that has been read.
#[derive(Debug)]
pub struct AskedMultipart<'p> {
    asked: Asked<'p>,
    parts: Vec<Part>,
}

/// One part: the name of its field, as it is written, and what is in it.
#[derive(Debug)]
struct Part {
    field: String,
    file: File,
}

impl<'p> Asked<'p> {
    /// Reads a `multipart/form-data` body, for the calls that follow. No body is a form without fields.
    pub fn multipart(mut self) -> Result<AskedMultipart<'p>, Rejection> {
        self.demand("multipart/form-data")?;
        let content_type = self.content_type().map(str::to_owned);
        let bytes = self.take_bytes()?;
        let parts = match content_type {
            None if bytes.is_empty() => Ok(Vec::new()),
            content_type => parts(&content_type.unwrap_or_default(), bytes),
        };
        let parts = self.read(Location::Body, "", parts);
        match parts {
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
        let texts = named.map(|part| std::str::from_utf8(&part.file.bytes).map_err(|_| "is not UTF-8"));
        let value = texts.collect::<Result<Vec<_>, _>>().and_then(|texts| {
            let pieces: Vec<_> = texts.iter().flat_map(|text| split(text, by)).collect();
            let there = (!texts.is_empty()).then_some(pieces.as_slice());
            T::from_texts(there).map_err(|error| error.reason())
        });
        self.asked.read(Location::Body, &pointer(name), value)
    }

    /// A field of files.
    pub fn file<T: Files>(&mut self, name: &str) -> Result<T, Violated> {
        let named = self.parts.iter().filter(|part| part.field == escaped(name));
        let value = T::from_files(named.map(|part| part.file.clone()).collect());
        self.asked.read(Location::Body, &pointer(name), value.map_err(|error| error.reason()))
    }

    /// Ends the request.
    pub fn empty(self) -> Result<(), Rejection> {
        self.asked.empty()
    }
}

/// The JSON Pointer (RFC 6901) of a field, as if the form were an object.
fn pointer(name: &str) -> String {
    format!("/{}", name.replace('~', "~0").replace('/', "~1"))
}

/// All parts of a form, in order; those that name no field are left out.
fn parts(content_type: &str, bytes: Bytes) -> Result<Vec<Part>, &'static str> {
    let boundary = multer::parse_boundary(content_type).map_err(|error| reason(&error))?;
    let read = pin!(async {
        let mut multipart = Multipart::new(Whole(Some(bytes)), boundary);
        let mut parts = Vec::new();
        while let Some(part) = multipart.next_field().await? {
            let field = part.name().map(escaped);
            let name = part.file_name().map(unescaped);
            let content_type = part.headers().get(http::header::CONTENT_TYPE);
            let content_type = content_type.and_then(|value| value.to_str().ok()).map(str::to_owned);
            let bytes = part.bytes().await?;
            parts.extend(field.map(|field| Part { field, file: File { name, content_type, bytes } }));
        }
        Ok(parts)
    });
    // All bytes are there, so there is nothing to wait for.
    match read.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(parts) => parts.map_err(|error| reason(&error)),
        Poll::Pending => Err("breaks off"),
    }
}

fn reason(error: &Error) -> &'static str {
    match error {
        Error::NoBoundary => "is a form without a boundary",
        Error::IncompleteFieldData { .. } | Error::IncompleteHeaders | Error::IncompleteStream => {
            "is a form that breaks off"
        }
        _ => "is not a form",
    }
}

/// The elements of a list that is one part.
fn split(text: &str, by: Separator) -> Vec<Cow<'_, str>> {
    match by.character() {
        None => vec![Cow::Borrowed(text)],
        Some(_) if text.is_empty() => Vec::new(),
        Some(separator) => text.split(separator).map(Cow::Borrowed).collect(),
    }
}

fn unescaped(name: &str) -> String {
    name.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n")
}

/// A body that is there, as the stream that the reader asks for.
struct Whole(Option<Bytes>);

impl Stream for Whole {
    type Item = Result<Bytes, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.take().map(Ok))
    }
}
