//! The body, which ends the building of a request.

use bytes::Bytes;
use http::Request;
use http::header::CONTENT_TYPE;
use serde::Serialize;

use crate::runtime::{Body, EncodeError, JsonError, Location, Scalar, json, wire};

use super::RequestBuilder;

impl RequestBuilder {
    /// Ends with no body.
    pub fn empty(&mut self) -> Result<Request<Body>, EncodeError> {
        self.end(None, Body::empty())
    }

    /// Ends with JSON.
    pub fn json<T: Serialize>(&mut self, value: &T) -> Result<Request<Body>, EncodeError> {
        self.json_as("application/json", value)
    }

    /// Ends with JSON of a more special media type.
    pub fn json_as<T: Serialize>(
        &mut self,
        media_type: &'static str,
        value: &T,
    ) -> Result<Request<Body>, EncodeError> {
        self.end_json(media_type, json::to_vec(value))
    }

    /// Ends with JSON, or with no body where there is no value.
    pub fn optional_json<T: Serialize>(&mut self, value: &Option<T>) -> Result<Request<Body>, EncodeError> {
        match value {
            Some(value) => self.json(value),
            None => self.empty(),
        }
    }

    /// Ends with JSON of a more special media type, or with no body where there is no value.
    pub fn optional_json_as<T: Serialize>(
        &mut self,
        media_type: &'static str,
        value: &Option<T>,
    ) -> Result<Request<Body>, EncodeError> {
        match value {
            Some(value) => self.json_as(media_type, value),
            None => self.empty(),
        }
    }

    /// Ends with the fields as `application/x-www-form-urlencoded`.
    pub fn form(&mut self) -> Result<Request<Body>, EncodeError> {
        let form = std::mem::take(&mut self.form);
        self.end(Some("application/x-www-form-urlencoded"), form.into())
    }

    /// Ends with one scalar as text.
    pub fn text<T: Scalar>(&mut self, value: &T) -> Result<Request<Body>, EncodeError> {
        self.text_as("text/plain; charset=utf-8", value)
    }

    /// Ends with one scalar as text of a more special media type.
    pub fn text_as<T: Scalar>(
        &mut self,
        media_type: &'static str,
        value: &T,
    ) -> Result<Request<Body>, EncodeError> {
        match value.to_text() {
            Ok(text) => self.end(Some(media_type), text.into()),
            Err(error) => Err(EncodeError::new(Location::Body, "", error)),
        }
    }

    /// Ends with one scalar as text, or with no body where there is no value.
    pub fn optional_text<T: Scalar>(&mut self, value: &Option<T>) -> Result<Request<Body>, EncodeError> {
        match value {
            Some(value) => self.text(value),
            None => self.empty(),
        }
    }

    /// Ends with one scalar as text of a more special media type, or with no body where there is no value.
    pub fn optional_text_as<T: Scalar>(
        &mut self,
        media_type: &'static str,
        value: &Option<T>,
    ) -> Result<Request<Body>, EncodeError> {
        match value {
            Some(value) => self.text_as(media_type, value),
            None => self.empty(),
        }
    }

    /// Ends with bytes as they are, of the given media type or else of the document's.
    pub fn raw(
        &mut self,
        content_type: Option<&str>,
        default: &'static str,
        body: Body,
    ) -> Result<Request<Body>, EncodeError> {
        self.end(Some(content_type.unwrap_or(default)), body)
    }

    fn end_json(
        &mut self,
        media_type: &'static str,
        json: Result<Vec<u8>, JsonError>,
    ) -> Result<Request<Body>, EncodeError> {
        match json {
            Ok(json) => self.end(Some(media_type), Bytes::from(json).into()),
            Err(error) => Err(EncodeError::new(Location::Body, error.path(), error.message())),
        }
    }

    fn end(&mut self, content_type: Option<&str>, body: Body) -> Result<Request<Body>, EncodeError> {
        if let Some(failure) = self.failure.take() {
            return Err(failure);
        }
        if let Some(content_type) = content_type {
            let value = wire::content_type(content_type)
                .map_err(|error| EncodeError::new(Location::Header, "Content-Type", error))?;
            // A header parameter of that name has the say.
            self.headers.entry(CONTENT_TYPE).or_insert(value);
        }
        let mut request = Request::new(body);
        *request.method_mut() = self.metadata.method.clone();
        *request.uri_mut() = self.uri()?;
        std::mem::swap(request.headers_mut(), &mut self.headers);
        Ok(request)
    }
}
