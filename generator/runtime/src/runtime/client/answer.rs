//! Taking a response apart.

use bytes::Bytes;
use http::Response;
use http::header::CONTENT_TYPE;
use http::response::Parts;
use serde::de::DeserializeOwned;

use crate::runtime::{
    Argument, Body, Metadata, RawBody, Scalar, Separator, UndocumentedResponse, json, media_type, wire,
};

use super::DecodeError;

/// A response that is being taken apart. Its body is whole, unless the operation streams this status.
#[derive(Debug)]
pub struct Answer {
    parts: Parts,
    bytes: Bytes,
    stream: Option<Body>,
}

impl Answer {
    /// Looks at a response.
    pub fn new(response: Response<Body>, metadata: &Metadata) -> Result<Self, DecodeError> {
        let (parts, body) = response.into_parts();
        if (metadata.streams_response)(parts.status.as_u16()) {
            return Ok(Self { parts, bytes: Bytes::new(), stream: Some(body) });
        }
        match body.try_into_bytes() {
            Ok(bytes) => Ok(Self { parts, bytes, stream: None }),
            Err(_) => {
                let response = Response::from_parts(parts, Bytes::new());
                Err(DecodeError::new(response, "its body has not been collected"))
            }
        }
    }

    /// The status code.
    pub fn status(&self) -> u16 {
        self.parts.status.as_u16()
    }

    /// The status, for outcomes of several statuses.
    pub fn status_code(&self) -> http::StatusCode {
        self.parts.status
    }

    /// A header.
    pub fn header<T: Argument>(&self, name: &str) -> Result<T, DecodeError> {
        self.read_header(name, None)
    }

    /// A header that is a list.
    pub fn header_list<T: Argument>(&self, name: &str, by: Separator) -> Result<T, DecodeError> {
        self.read_header(name, Some(by))
    }

    fn read_header<T: Argument>(&self, name: &str, list: Option<Separator>) -> Result<T, DecodeError> {
        let texts = wire::header_texts(&self.parts.headers, name, list);
        let value = texts.and_then(|texts| T::from_texts(texts.as_deref()).map_err(|error| error.reason()));
        value.map_err(|reason| DecodeError::new(self.response(), format!("the header `{name}` {reason}")))
    }

    /// Reads the body as JSON.
    pub fn json<T: DeserializeOwned>(self) -> Result<T, DecodeError> {
        json::from_slice(&self.bytes).map_err(|error| DecodeError::json(self.into_response(), &error))
    }

    /// Reads the body as JSON; nothing where there is no body.
    pub fn optional_json<T: DeserializeOwned>(self) -> Result<Option<T>, DecodeError> {
        if self.bytes.is_empty() { Ok(None) } else { self.json().map(Some) }
    }

    /// Reads the body as JSON, and falls back to the response as it came: for errors, where knowing
    /// the status and the bytes is worth more than knowing what is wrong with them.
    pub fn json_or<T: DeserializeOwned, E>(
        self,
        known: impl FnOnce(T) -> E,
        otherwise: impl FnOnce(UndocumentedResponse) -> E,
    ) -> E {
        match json::from_slice(&self.bytes) {
            Ok(value) => known(value),
            Err(_) => otherwise(self.undocumented()),
        }
    }

    /// Reads the body as one scalar.
    pub fn text<T: Scalar>(self) -> Result<T, DecodeError> {
        let value = std::str::from_utf8(&self.bytes).ok().map(T::from_text);
        match value {
            Some(Ok(value)) => Ok(value),
            Some(Err(error)) => Err(DecodeError::new(self.into_response(), error.reason())),
            None => Err(DecodeError::new(self.into_response(), "its body is not UTF-8")),
        }
    }

    /// Reads the body as one scalar, and falls back to the response as it came.
    pub fn text_or<T: Scalar, E>(
        self,
        known: impl FnOnce(T) -> E,
        otherwise: impl FnOnce(UndocumentedResponse) -> E,
    ) -> E {
        match std::str::from_utf8(&self.bytes).ok().and_then(|text| T::from_text(text).ok()) {
            Some(value) => known(value),
            None => otherwise(self.undocumented()),
        }
    }

    /// The body as it came.
    pub fn raw(self) -> RawBody {
        RawBody { content_type: self.content_type(), bytes: self.bytes }
    }

    /// The media type and the body, which may still be on its way.
    pub fn stream(self) -> (Option<String>, Body) {
        let content_type = self.content_type();
        (content_type, self.stream.unwrap_or_else(|| self.bytes.into()))
    }

    /// The response as it came.
    pub fn undocumented(self) -> UndocumentedResponse {
        self.into_response().into()
    }

    /// Whether the `Content-Type` is JSON.
    pub fn is_json(&self) -> bool {
        self.content_type().is_some_and(|content_type| media_type::is_json(&content_type))
    }

    fn content_type(&self) -> Option<String> {
        let content_type = self.parts.headers.get(CONTENT_TYPE)?;
        Some(String::from_utf8_lossy(content_type.as_bytes()).into_owned())
    }

    fn into_response(self) -> Response<Bytes> {
        Response::from_parts(self.parts, self.bytes)
    }

    /// A copy for an error; the bytes are shared.
    fn response(&self) -> Response<Bytes> {
        let mut response = Response::new(self.bytes.clone());
        *response.status_mut() = self.parts.status;
        *response.headers_mut() = self.parts.headers.clone();
        response
    }
}
