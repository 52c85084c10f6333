//! Taking a request apart.
//!
//! Reading a parameter that is missing or wrong notes a [`Violation`](super::Violation) and goes on. The
//! call that reads the body, which each decoder ends with, refuses the request with all that was noted.

use std::borrow::Cow;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::request::Parts;
use http::{Request, StatusCode};
use serde::de::DeserializeOwned;

use crate::runtime::percent::{decode, decode_form, pairs};
use crate::runtime::{Argument, Body, Location, Scalar, Separator, json, media_type, wire};

use super::negotiation::{not_encoded, unsupported};
use super::noted::{Noted, Texts};
use super::{PathArguments, Rejection, RequestConstraints};

/// A request that is being taken apart.
#[derive(Debug)]
pub struct Asked<'p> {
    parts: Parts,
    body: Body,
    path: &'p PathArguments,
    form: Bytes,
    /// What is wrong so far.
    pub(crate) noted: Noted,
}

/// An extension of a request: in its JSON, `null` stands for an optional member that is absent, as
/// [`Service::with_null_as_absence`](super::Service::with_null_as_absence) has it.
#[derive(Debug, Clone, Copy)]
pub struct NullAsAbsence;

/// Stands in for a parameter that is noted as missing or wrong.
#[derive(Debug, Clone, Copy)]
pub struct Violated(());

impl Violated {
    pub(super) const NOTED: Self = Self(());
}

impl From<Violated> for Rejection {
    fn from(_: Violated) -> Self {
        Self::invalid(Vec::new())
    }
}

impl<'p> Asked<'p> {
    /// Looks at a request.
    pub fn new(request: Request<Body>, path: &'p PathArguments) -> Self {
        let (parts, body) = request.into_parts();
        let mut noted = Noted::new();
        noted.null_is_absence = parts.extensions.get::<NullAsAbsence>().is_some();
        Self { parts, body, path, form: Bytes::new(), noted }
    }

    /// Holds what is read from here on to more than types.
    pub fn constrained(mut self, constraints: &'static RequestConstraints) -> Self {
        self.noted.constraints = constraints;
        self
    }

    /// The argument of a placeholder.
    pub fn path<T: Argument>(&mut self, name: &str) -> Result<T, Violated> {
        let texts = self.path.get(name).map(|text| all_decoded([decode(text)])).transpose();
        self.noted.argument(Location::Path, name, texts)
    }

    /// The argument of a placeholder that is a list.
    pub fn path_list<T: Argument>(&mut self, name: &str, by: Separator) -> Result<T, Violated> {
        let texts = self.path.get(name).map(|text| all_decoded(split(text, by).map(decode))).transpose();
        self.noted.argument(Location::Path, name, texts)
    }

    /// A query parameter.
    pub fn query<T: Argument>(&mut self, name: &str) -> Result<T, Violated> {
        self.query_list(name, Separator::Multi)
    }

    /// A query parameter that is a list.
    pub fn query_list<T: Argument>(&mut self, name: &str, by: Separator) -> Result<T, Violated> {
        let texts = pair_texts(self.parts.uri.query().unwrap_or_default(), name, by);
        self.noted.argument(Location::Query, name, texts)
    }

    /// A field of the form that [`read_form`](Self::read_form) has read.
    pub fn field<T: Argument>(&mut self, name: &str) -> Result<T, Violated> {
        self.field_list(name, Separator::Multi)
    }

    /// A field of the form that is a list.
    pub fn field_list<T: Argument>(&mut self, name: &str, by: Separator) -> Result<T, Violated> {
        let form = std::str::from_utf8(&self.form).map_err(|_| NOT_UTF8);
        let texts = form.and_then(|form| pair_texts(form, name, by));
        // As if the form were an object.
        self.noted.argument(Location::Body, &json::pointer_to(name), texts)
    }

    /// A header.
    pub fn header<T: Argument>(&mut self, name: &str) -> Result<T, Violated> {
        let texts = wire::header_texts(&self.parts.headers, name, None);
        self.noted.argument(Location::Header, name, texts)
    }

    /// A header that is a list.
    pub fn header_list<T: Argument>(&mut self, name: &str, by: Separator) -> Result<T, Violated> {
        let texts = wire::header_texts(&self.parts.headers, name, Some(by));
        self.noted.argument(Location::Header, name, texts)
    }

    /// A cookie.
    pub fn cookie<T: Argument>(&mut self, name: &str) -> Result<T, Violated> {
        self.cookie_list(name, Separator::Multi)
    }

    /// A cookie that is a list.
    pub fn cookie_list<T: Argument>(&mut self, name: &str, by: Separator) -> Result<T, Violated> {
        let text = wire::cookie(&self.parts.headers, name);
        let texts = text.map(|text| all_decoded(split(text, by).map(decode))).transpose();
        self.noted.argument(Location::Cookie, name, texts)
    }

    /// Ends with no body, or one that nobody reads.
    pub fn empty(self) -> Result<(), Rejection> {
        self.noted.refuse()
    }

    /// Ends with a JSON body. A request without `Content-Type` is taken to be JSON.
    pub fn json<T: DeserializeOwned>(mut self) -> Result<T, Rejection> {
        let bytes = self.json_bytes()?;
        let value = self.noted.json(&bytes);
        self.noted.refuse()?;
        Ok(value?)
    }

    /// Ends with a JSON body; nothing where there is no body.
    pub fn optional_json<T: DeserializeOwned>(self) -> Result<Option<T>, Rejection> {
        if self.body.is_empty() { self.empty().map(|()| None) } else { self.json().map(Some) }
    }

    /// Reads an `application/x-www-form-urlencoded` body, for the calls of [`field`](Self::field) that follow.
    pub fn read_form(&mut self) -> Result<(), Rejection> {
        self.demand("application/x-www-form-urlencoded")?;
        self.form = self.take_bytes()?;
        Ok(())
    }

    /// Ends with a body of one scalar as text.
    pub fn text<T: Scalar>(mut self) -> Result<T, Rejection> {
        self.demand("text/*")?;
        let bytes = self.take_bytes()?;
        let text = std::str::from_utf8(&bytes).map_err(|_| NOT_UTF8);
        let value = self.noted.argument(Location::Body, "", text.map(|text| Some(vec![text.into()])));
        self.noted.refuse()?;
        Ok(value?)
    }

    /// Ends with a body of one scalar as text; nothing where there is no body.
    pub fn optional_text<T: Scalar>(self) -> Result<Option<T>, Rejection> {
        if self.body.is_empty() { self.empty().map(|()| None) } else { self.text().map(Some) }
    }

    /// Whether there is no body: no bytes, and no media type of them.
    pub fn is_without_body(&self) -> bool {
        self.body.is_empty() && self.content_type().is_none()
    }

    /// Ends with bytes as they are, which may still be on their way, and their media type, which is in
    /// one of the given ranges (`image/*`).
    pub fn raw(self, ranges: &[&str]) -> Result<(Option<String>, Body), Rejection> {
        let content_type = self.content_type().map(str::to_owned);
        if let Some(content_type) = &content_type
            && !ranges.iter().any(|range| media_type::is_in(range, content_type))
        {
            return Err(unsupported(&ranges.join(", ")));
        }
        self.noted.refuse()?;
        Ok((content_type, self.body))
    }

    fn json_bytes(&mut self) -> Result<Bytes, Rejection> {
        not_encoded(&self.parts.headers)?;
        match self.content_type() {
            Some(content_type) if !media_type::is_json(content_type) => Err(unsupported("application/json")),
            _ => self.take_bytes(),
        }
    }

    /// The media type of a body that is read as text, or in parts that are.
    pub(crate) fn demand(&self, range: &str) -> Result<(), Rejection> {
        not_encoded(&self.parts.headers)?;
        match self.content_type() {
            Some(content_type) if !media_type::is_in(range, content_type) => Err(unsupported(range)),
            Some(content_type) if !media_type::is_utf8(content_type) => {
                Err(unsupported(&format!("{range}; charset=utf-8")))
            }
            _ => Ok(()),
        }
    }

    /// Nothing where it isn't text: it is none of the media types that are asked for.
    pub(crate) fn content_type(&self) -> Option<&str> {
        self.parts.headers.get(CONTENT_TYPE).map(|value| value.to_str().unwrap_or_default())
    }

    /// The body, for a part of the runtime that reads it in its own way.
    #[allow(dead_code, reason = "an API may have no forms with files")]
    pub(crate) fn take_body(&mut self) -> Body {
        std::mem::take(&mut self.body)
    }

    pub(crate) fn take_bytes(&mut self) -> Result<Bytes, Rejection> {
        std::mem::take(&mut self.body).try_into_bytes().map_err(|_| {
            Rejection::new(StatusCode::INTERNAL_SERVER_ERROR, "The body has not been collected.")
        })
    }
}

const NOT_UTF8: &str = "is not UTF-8";

/// The decoded texts of a parameter in a query or form. Nothing where it is absent.
fn pair_texts<'t>(text: &'t str, name: &str, by: Separator) -> Texts<'t> {
    let mut named = pairs(text).filter(|(key, _)| decode_form(key).is_some_and(|key| key == name)).peekable();
    if named.peek().is_none() {
        return Ok(None);
    }
    all_decoded(named.flat_map(|(_, value)| split(value, by)).map(decode_form)).map(Some)
}

/// Cuts text that is still encoded, so that an encoded separator is part of an element.
fn split(text: &str, by: Separator) -> impl Iterator<Item = &str> {
    let mut rest = match by {
        Separator::Multi => Some(text),
        _ => Some(text).filter(|text| !text.is_empty()),
    };
    std::iter::from_fn(move || {
        let text = rest.take()?;
        match separator_in(text, by) {
            None => Some(text),
            Some((start, end)) => {
                rest = text.get(end..);
                text.get(..start)
            }
        }
    })
}

fn separator_in(text: &str, by: Separator) -> Option<(usize, usize)> {
    let spellings: &[&str] = match by {
        Separator::Comma => &[","],
        Separator::Space => &["%20", "+", " "],
        Separator::Tab => &["%09", "\t"],
        Separator::Pipe => &["|", "%7C", "%7c"],
        Separator::Multi => &[],
    };
    let found = spellings.iter().filter_map(|spelling| Some((text.find(spelling)?, spelling.len())));
    found.min().map(|(start, length)| (start, start + length))
}

fn all_decoded<'t>(
    texts: impl IntoIterator<Item = Option<Cow<'t, str>>>,
) -> Result<Vec<Cow<'t, str>>, &'static str> {
    texts.into_iter().collect::<Option<_>>().ok_or(NOT_UTF8)
}
