//! `POST /api/upload`: keeps some bytes.
//!
//! Source: `media.yaml#/paths/~1upload/post`.

#[cfg(any(feature = "client", feature = "server"))]
use crate::runtime::EncodeError;
#[cfg(feature = "client")]
use crate::runtime::{Answer, DecodeError, Outgoing, RequestBuilder};
#[cfg(feature = "server")]
use crate::runtime::{Asked, Incoming, PathArguments, Rejection, Reply};
use crate::runtime::{
    Body, Metadata, Operation, Payload, SchemeUse, UndocumentedResponse, json_object, never, operation_error,
};
use crate::security;

/// The request of `POST /upload`.
#[derive(Debug)]
#[non_exhaustive]
pub struct Request {
    /// The media type of the body; `application/octet-stream` unless it is set.
    pub content_type: Option<String>,
    /// The bytes.
    pub body: Body,
}

impl Request {
    /// A `Request` without any of its optional parts.
    pub fn new(body: impl Into<Body>) -> Self {
        Self { content_type: None, body: body.into() }
    }

    /// Sets [`content_type`](Self::content_type).
    pub fn with_content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = Some(content_type.into());
        self
    }
}

/// `200` and `201`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Response {
    /// Where the bytes are.
    pub content_uri: String,
}

impl Response {
    /// A `Response` without any of its optional parts.
    pub fn new(content_uri: impl Into<String>) -> Self {
        Self { content_uri: content_uri.into() }
    }
}

json_object!(Response { required content_uri: "content_uri" });

/// What `POST /upload` fails with.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// A status that the document does not list.
    Undocumented(UndocumentedResponse),
}

operation_error!(Error {});

impl Operation for Request {
    const METADATA: &'static Metadata = &Metadata {
        name: "upload",
        operation_id: Some("upload"),
        document: "media",
        method: http::Method::POST,
        base_path: "/api",
        path: "/upload",
        fixed_query: &[],
        security: &[&[SchemeUse::of(&security::ACCESS_TOKEN)], &[SchemeUse::of(&security::ADMIN)]],
        request_body: Payload::Raw,
        accept: "application/json",
        streams_request: true,
        streams_response: never,
    };
    type Response = Response;
    type Error = Error;
}

#[cfg(feature = "client")]
impl Outgoing for Request {
    fn encode(self) -> Result<http::Request<Body>, EncodeError> {
        let content_type = self.content_type.as_deref();
        RequestBuilder::new(Self::METADATA).raw(content_type, "application/octet-stream", self.body)
    }

    fn read(answer: Answer) -> Result<Result<Response, Error>, DecodeError> {
        match answer.status() {
            200 => answer.json().map(Ok),
            _ => answer.err_undocumented(Error::Undocumented),
        }
    }
}

#[cfg(feature = "server")]
impl Incoming for Request {
    fn decode(request: http::Request<Body>, path: &PathArguments) -> Result<Self, Rejection> {
        let (content_type, body) = Asked::new(request, path).raw(&["*/*"])?;
        Ok(Self { content_type, body })
    }

    fn encode(outcome: Result<Response, Error>) -> Result<http::Response<Body>, EncodeError> {
        match outcome {
            Ok(response) => Reply::new(200).json(&response),
            Err(Error::Undocumented(response)) => Reply::undocumented(response),
        }
    }
}
