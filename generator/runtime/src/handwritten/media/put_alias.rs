//! `PUT /api/alias/{alias}`: names a room. Two statuses mean success.
//!
//! Source: `media.yaml#/paths/~1alias~1{alias}/put`.

#[cfg(feature = "client")]
use crate::runtime::{Answer, DecodeError, Outgoing, RequestBuilder};
#[cfg(feature = "server")]
use crate::runtime::{Asked, Incoming, PathArguments, Rejection, Reply};
#[cfg(any(feature = "client", feature = "server"))]
use crate::runtime::{Body, EncodeError};
use crate::runtime::{Metadata, Operation, Payload, UndocumentedResponse, never, operation_error};
use crate::{security, types};

/// The request of `PUT /alias/{alias}`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Request {
    /// The alias.
    pub alias: String,
    /// The body.
    pub body: Option<types::Profile>,
}

impl Request {
    /// A `Request` without any of its optional parts.
    pub fn new(alias: impl Into<String>) -> Self {
        Self { alias: alias.into(), body: None }
    }

    /// Sets [`body`](Self::body).
    pub fn with_body(mut self, body: types::Profile) -> Self {
        self.body = Some(body);
        self
    }
}

/// What `PUT /alias/{alias}` succeeds with.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Response {
    /// `200`: the alias was there, and is another's now.
    Ok(types::Profile),
    /// `201`: the alias is new. It has no body.
    Created,
}

/// What `PUT /alias/{alias}` fails with.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// A status that the document does not list.
    Undocumented(UndocumentedResponse),
}

operation_error!(Error {});

impl Operation for Request {
    const METADATA: &'static Metadata = &Metadata {
        name: "put_alias",
        operation_id: None,
        document: "media",
        method: http::Method::PUT,
        base_path: "/api",
        path: "/alias/{alias}",
        fixed_query: &[],
        security: security::Admin::ALONE,
        request_body: Payload::Json,
        accept: "application/json",
        streams_request: false,
        streams_response: never,
    };
    type Response = Response;
    type Error = Error;
}

#[cfg(feature = "client")]
impl Outgoing for Request {
    fn encode(self) -> Result<http::Request<Body>, EncodeError> {
        RequestBuilder::new(Self::METADATA).path("alias", &self.alias).optional_json(&self.body)
    }

    fn read(answer: Answer) -> Result<Result<Response, Error>, DecodeError> {
        match answer.status() {
            200 => answer.ok_json(Response::Ok),
            201 => Ok(Ok(Response::Created)),
            _ => answer.err_undocumented(Error::Undocumented),
        }
    }
}

#[cfg(feature = "server")]
impl Incoming for Request {
    fn decode(request: http::Request<Body>, path: &PathArguments) -> Result<Self, Rejection> {
        let mut asked = Asked::new(request, path);
        let alias = asked.path("alias");
        let body = asked.optional_json()?;
        Ok(Self { alias: alias?, body })
    }

    fn encode(outcome: Result<Response, Error>) -> Result<http::Response<Body>, EncodeError> {
        match outcome {
            Ok(Response::Ok(body)) => Reply::new(200).json(&body),
            Ok(Response::Created) => Reply::new(201).empty(),
            Err(Error::Undocumented(response)) => Reply::undocumented(response),
        }
    }
}
