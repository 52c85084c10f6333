//! `GET /api/rooms/{roomId}/messages`: lists messages.
//!
//! Source: `media.yaml#/paths/~1rooms~1{roomId}~1messages/get`.

#[cfg(feature = "client")]
use crate::runtime::{Answer, DecodeError, Outgoing, RequestBuilder};
#[cfg(feature = "server")]
use crate::runtime::{Asked, Incoming, PathArguments, Rejection, Reply};
#[cfg(any(feature = "client", feature = "server"))]
use crate::runtime::{Body, EncodeError, Separator};
use crate::runtime::{Metadata, Operation, Payload, UndocumentedResponse, never, operation_error};
use crate::types;

/// The request of `GET /rooms/{roomId}/messages`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Request {
    /// The room.
    pub room_id: String,
    /// How many at most.
    pub limit: Option<i64>,
    /// From whom.
    pub presence: Option<types::Presence>,
    /// Of which kinds.
    pub kinds: Option<Vec<String>>,
    /// In which languages.
    pub x_language: Option<Vec<String>>,
}

impl Request {
    /// A `Request` without any of its optional parts.
    pub fn new(room_id: impl Into<String>) -> Self {
        Self { room_id: room_id.into(), limit: None, presence: None, kinds: None, x_language: None }
    }

    /// Sets [`limit`](Self::limit).
    pub fn with_limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Sets [`presence`](Self::presence).
    pub fn with_presence(mut self, presence: impl Into<types::Presence>) -> Self {
        self.presence = Some(presence.into());
        self
    }

    /// Sets [`kinds`](Self::kinds).
    pub fn with_kinds(mut self, kinds: Vec<String>) -> Self {
        self.kinds = Some(kinds);
        self
    }

    /// Sets [`x_language`](Self::x_language).
    pub fn with_x_language(mut self, x_language: Vec<String>) -> Self {
        self.x_language = Some(x_language);
        self
    }
}

/// `200`: the messages.
pub type Response = Vec<types::Profile>;

/// What `GET /rooms/{roomId}/messages` fails with.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// `404`: there is no such room.
    NotFound(types::Error),
    /// Any other status.
    Default {
        /// The status of the response.
        status: http::StatusCode,
        /// The body.
        body: types::Error,
    },
    /// A status that the document does not list.
    Undocumented(UndocumentedResponse),
}

operation_error!(Error { NotFound: 404 } with_status { Default });

impl Operation for Request {
    const METADATA: &'static Metadata = &Metadata {
        name: "get_messages",
        operation_id: Some("getMessages"),
        document: "media",
        method: http::Method::GET,
        base_path: "/api",
        path: "/rooms/{roomId}/messages",
        fixed_query: &[],
        security: &[],
        request_body: Payload::None,
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
            .path("roomId", &self.room_id)
            .query("limit", &self.limit)
            .query("presence", &self.presence)
            .query_list("kinds", Separator::Comma, &self.kinds)
            .header_list("X-Language", Separator::Comma, &self.x_language)
            .empty()
    }

    fn read(answer: Answer) -> Result<Result<Response, Error>, DecodeError> {
        let status = answer.status_code();
        match answer.status() {
            200 => answer.json().map(Ok),
            404 => answer.err_json(Error::NotFound, Error::Undocumented),
            _ => Ok(Err(answer.json_or(|body| Error::Default { status, body }, Error::Undocumented))),
        }
    }
}

#[cfg(feature = "server")]
impl Incoming for Request {
    fn decode(request: http::Request<Body>, path: &PathArguments) -> Result<Self, Rejection> {
        let mut asked = Asked::new(request, path);
        let room_id = asked.path("roomId");
        let limit = asked.query("limit");
        let presence = asked.query("presence");
        let kinds = asked.query_list("kinds", Separator::Comma);
        let x_language = asked.header_list("X-Language", Separator::Comma);
        asked.empty()?;
        Ok(Self {
            room_id: room_id?,
            limit: limit?,
            presence: presence?,
            kinds: kinds?,
            x_language: x_language?,
        })
    }

    fn encode(outcome: Result<Response, Error>) -> Result<http::Response<Body>, EncodeError> {
        match outcome {
            Ok(response) => Reply::new(200).json(&response),
            Err(Error::NotFound(body)) => Reply::new(404).json(&body),
            Err(Error::Default { status, body }) => Reply::with_status(status).json(&body),
            Err(Error::Undocumented(response)) => Reply::undocumented(response),
        }
    }
}
