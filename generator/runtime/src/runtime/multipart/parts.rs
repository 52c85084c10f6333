//! Taking a form apart, as far as it is here.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use futures_core::Stream;
use multer::{Error, Field, Multipart};

use super::tail::{Gate, Tail};
use super::{File, escaped};
use crate::runtime::Body;

/// One part: the name of its field, as it is written, and what is in it.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) field: String,
    pub(super) file: File,
}

/// Why a form can't be taken apart.
pub(super) enum Failure {
    /// It is not what it says it is.
    Malformed(&'static str),
    /// Its beginning is not enough to know all but one file at its end.
    TooLarge,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Malformed(match error {
            Error::NoBoundary => "is a form without a boundary",
            Error::IncompleteFieldData { .. } | Error::IncompleteHeaders | Error::IncompleteStream => {
                "is a form that breaks off"
            }
            _ => "is not a form",
        })
    }
}

/// All parts of a form, in order; those that name no field are left out. Of a body that is not whole, the
/// last part is a stream.
///
/// Nothing is waited for: what is looked at is all of a body, or the first piece of it.
pub(super) fn parts(content_type: &str, body: Body) -> Result<Vec<Part>, Failure> {
    let boundary = multer::parse_boundary(content_type)?;
    let is_open = Arc::new(AtomicBool::new(true));
    let mut form = Multipart::new(Gate::new(body, Arc::clone(&is_open)), boundary);
    let mut cx = Context::from_waker(Waker::noop());
    let mut parts = Vec::new();
    loop {
        let mut field = match form.poll_next_field(&mut cx)? {
            Poll::Ready(Some(field)) => field,
            Poll::Ready(None) => return Ok(parts),
            Poll::Pending => {
                // What is missing may only be the end of the form.
                let Some(Part { field, file }) = parts.pop() else { return Err(Failure::TooLarge) };
                let first = file.body.try_into_bytes().unwrap_or_default();
                let body = Body::stream(Tail::new(first, None, form, is_open));
                parts.push(Part { field, file: File { body, ..file } });
                return Ok(parts);
            }
        };
        let mut part = head(&field);
        match content(&mut field, &mut cx)? {
            Content::Whole(bytes) => {
                if let Some(part) = &mut part {
                    part.file.body = bytes.into();
                }
                parts.extend(part);
            }
            Content::Begun(bytes) => {
                let mut part = part.ok_or(Failure::TooLarge)?;
                part.file.body = Body::stream(Tail::new(bytes, Some(field), form, is_open));
                parts.push(part);
                return Ok(parts);
            }
        }
    }
}

/// What the headers of a part say. Nothing where they name no field.
fn head(field: &Field<'_>) -> Option<Part> {
    let content_type = field.headers().get(http::header::CONTENT_TYPE);
    let content_type = content_type.and_then(|value| value.to_str().ok()).map(str::to_owned);
    let name = field.file_name().map(unescaped);
    let file = File { name, content_type, body: Body::empty() };
    Some(Part { field: escaped(field.name()?), file })
}

fn unescaped(name: &str) -> String {
    name.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n")
}

enum Content {
    Whole(Bytes),
    Begun(Bytes),
}

/// What is in a part, as far as it is here.
fn content(field: &mut Field<'_>, cx: &mut Context<'_>) -> Result<Content, Failure> {
    let mut pieces = Vec::new();
    loop {
        match Pin::new(&mut *field).poll_next(cx)? {
            Poll::Ready(Some(piece)) => pieces.push(piece),
            Poll::Ready(None) => return Ok(Content::Whole(joined(&pieces))),
            Poll::Pending => return Ok(Content::Begun(joined(&pieces))),
        }
    }
}

/// One piece, which is the usual, is not copied.
fn joined(pieces: &[Bytes]) -> Bytes {
    match pieces {
        [piece] => piece.clone(),
        pieces => pieces.concat().into(),
    }
}
