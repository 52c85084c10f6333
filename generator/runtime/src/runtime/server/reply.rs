//! Building the response of an operation.

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, Response};
use serde::Serialize;

use crate::runtime::{
    Argument, Body, EncodeError, JsonError, Location, RawBody, Scalar, Separator, UndocumentedResponse, json,
    status, wire,
};

/// Builds the response of an operation. The first value that can't be sent is what it ends with.
#[derive(Debug)]
pub struct Reply {
    status: http::StatusCode,
    headers: HeaderMap,
    failure: Option<EncodeError>,
}

impl Reply {
    /// Starts a response of the given status.
    pub fn new(code: u16) -> Self {
        Self::with_status(status(code))
    }

    /// Starts a response of a status that the handler chose, for outcomes of several statuses.
    pub fn with_status(status: http::StatusCode) -> Self {
        Self { status, headers: HeaderMap::new(), failure: None }
    }

    /// The response that the handler built itself.
    pub fn undocumented(response: UndocumentedResponse) -> Result<Response<Body>, EncodeError> {
        Ok(response.into_inner().map(Body::from))
    }

    /// A header.
    pub fn header(&mut self, name: &'static str, value: &dyn Argument) -> &mut Self {
        self.header_list(name, Separator::Multi, value)
    }

    /// A header that is a list.
    pub fn header_list(&mut self, name: &'static str, by: Separator, value: &dyn Argument) -> &mut Self {
        if let Err(error) = wire::put_header(&mut self.headers, name, by, value) {
            self.failure.get_or_insert(error);
        }
        self
    }

    /// Ends with no body.
    pub fn empty(&mut self) -> Result<Response<Body>, EncodeError> {
        self.end(None, Body::empty())
    }

    /// Ends with JSON.
    pub fn json<T: Serialize>(&mut self, value: &T) -> Result<Response<Body>, EncodeError> {
        self.json_as("application/json", value)
    }

    /// Ends with JSON of a more special media type.
    pub fn json_as<T: Serialize>(
        &mut self,
        media_type: &'static str,
        value: &T,
    ) -> Result<Response<Body>, EncodeError> {
        self.end_json(media_type, json::to_vec(value))
    }

    /// Ends with one scalar as text.
    pub fn text<T: Scalar>(&mut self, value: &T) -> Result<Response<Body>, EncodeError> {
        self.text_as("text/plain; charset=utf-8", value)
    }

    /// Ends with one scalar as text of a more special media type.
    pub fn text_as<T: Scalar>(
        &mut self,
        media_type: &'static str,
        value: &T,
    ) -> Result<Response<Body>, EncodeError> {
        match value.to_text() {
            Ok(text) => self.end(Some(media_type), text.into()),
            Err(error) => Err(EncodeError::new(Location::Body, "", error)),
        }
    }

    /// Ends with a body that the document gives no schema for.
    pub fn raw(&mut self, body: RawBody) -> Result<Response<Body>, EncodeError> {
        self.end(body.content_type.as_deref(), body.bytes.into())
    }

    /// Ends with bytes as they are, of the given media type or else of the document's.
    pub fn stream(
        &mut self,
        content_type: Option<&str>,
        default: &'static str,
        body: Body,
    ) -> Result<Response<Body>, EncodeError> {
        self.end(Some(content_type.unwrap_or(default)), body)
    }

    fn end_json(
        &mut self,
        media_type: &'static str,
        json: Result<Vec<u8>, JsonError>,
    ) -> Result<Response<Body>, EncodeError> {
        match json {
            Ok(json) => self.end(Some(media_type), Bytes::from(json).into()),
            Err(error) => Err(EncodeError::new(Location::Body, error.path(), error.message())),
        }
    }

    fn end(&mut self, content_type: Option<&str>, body: Body) -> Result<Response<Body>, EncodeError> {
        if let Some(failure) = self.failure.take() {
            return Err(failure);
        }
        if let Some(content_type) = content_type {
            let value = wire::content_type(content_type)
                .map_err(|error| EncodeError::new(Location::Header, "Content-Type", error))?;
            // A header of the document has the say.
            self.headers.entry(CONTENT_TYPE).or_insert(value);
        }
        let mut response = Response::new(body);
        *response.status_mut() = self.status;
        *response.headers_mut() = std::mem::take(&mut self.headers);
        Ok(response)
    }
}
