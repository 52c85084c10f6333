//! `PUT /api/presence/{userId}/status`: says whether a user is there.
//!
//! Source: `media.yaml#/paths/~1presence~1{userId}~1status/put`.

#[cfg(feature = "client")]
use crate::runtime::{Answer, DecodeError, Outgoing, RequestBuilder};
#[cfg(feature = "server")]
use crate::runtime::{Asked, Incoming, PathArguments, Rejection, Reply};
#[cfg(any(feature = "client", feature = "server"))]
use crate::runtime::{Body, EncodeError, json_object};
use crate::runtime::{Metadata, Operation, Payload, UndocumentedResponse, never, operation_error};
use crate::{security, types};

/// The request of `PUT /presence/{userId}/status`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Request {
    /// The user.
    pub user_id: String,
    /// Whether the user is there.
    pub presence: types::Presence,
    /// What the user says about it.
    pub status_msg: Option<String>,
}

impl Request {
    /// A `Request` without any of its optional parts.
    pub fn new(user_id: impl Into<String>, presence: impl Into<types::Presence>) -> Self {
        Self { user_id: user_id.into(), presence: presence.into(), status_msg: None }
    }

    /// Sets [`status_msg`](Self::status_msg).
    pub fn with_status_msg(mut self, status_msg: impl Into<String>) -> Self {
        self.status_msg = Some(status_msg.into());
        self
    }
}

/// The body of the request.
#[cfg(any(feature = "client", feature = "server"))]
struct JsonBody {
    presence: types::Presence,
    status_msg: Option<String>,
}

#[cfg(any(feature = "client", feature = "server"))]
json_object!(JsonBody { required presence: "presence", optional status_msg: "status_msg" });

/// `200`: it is said. The document gives no schema for the body.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Response {}

impl Response {
    /// A `Response` without any of its optional parts.
    pub fn new() -> Self {
        Self::default()
    }
}

/// What `PUT /presence/{userId}/status` fails with.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// `429`: too many attempts.
    TooManyRequests(types::Error),
    /// A status that the document does not list.
    Undocumented(UndocumentedResponse),
}

operation_error!(Error { TooManyRequests: 429 });

impl Operation for Request {
    const METADATA: &'static Metadata = &Metadata {
        name: "put_status",
        operation_id: None,
        document: "media",
        method: http::Method::PUT,
        base_path: "/api",
        path: "/presence/{userId}/status",
        fixed_query: &[],
        security: security::AccessToken::ALONE,
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
        RequestBuilder::new(Self::METADATA)
            .path("userId", &self.user_id)
            .json(&JsonBody { presence: self.presence, status_msg: self.status_msg })
    }

    fn read(answer: Answer) -> Result<Result<Response, Error>, DecodeError> {
        match answer.status() {
            200 => Ok(Ok(Response {})),
            429 => answer.err_json(Error::TooManyRequests, Error::Undocumented),
            _ => answer.err_undocumented(Error::Undocumented),
        }
    }
}

#[cfg(feature = "server")]
impl Incoming for Request {
    fn decode(request: http::Request<Body>, path: &PathArguments) -> Result<Self, Rejection> {
        let mut asked = Asked::new(request, path);
        let user_id = asked.path("userId");
        let body: JsonBody = asked.json()?;
        Ok(Self { user_id: user_id?, presence: body.presence, status_msg: body.status_msg })
    }

    fn encode(outcome: Result<Response, Error>) -> Result<http::Response<Body>, EncodeError> {
        match outcome {
            Ok(Response {}) => Reply::new(200).empty(),
            Err(Error::TooManyRequests(body)) => Reply::new(429).json(&body),
            Err(Error::Undocumented(response)) => Reply::undocumented(response),
        }
    }
}
