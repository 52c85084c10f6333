//! `POST /api/report`: reports something, with a form.
//!
//! Source: `media.yaml#/paths/~1report/post`.

#[cfg(feature = "client")]
use crate::runtime::{Answer, DecodeError, Outgoing, RequestBuilder};
#[cfg(feature = "server")]
use crate::runtime::{Asked, Incoming, PathArguments, Rejection, Reply};
#[cfg(any(feature = "client", feature = "server"))]
use crate::runtime::{Body, EncodeError, Separator};
use crate::runtime::{Metadata, Operation, Payload, SchemeUse, UndocumentedResponse, never, operation_error};
use crate::security;

/// The request of `POST /report`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Request {
    /// In which language.
    pub language: Option<String>,
    /// What is wrong.
    pub reason: String,
    /// How bad it is.
    pub score: Option<i32>,
    /// With which events.
    pub events: Option<Vec<String>>,
}

impl Request {
    /// A `Request` without any of its optional parts.
    pub fn new(reason: impl Into<String>) -> Self {
        Self { language: None, reason: reason.into(), score: None, events: None }
    }

    /// Sets [`language`](Self::language).
    pub fn with_language(mut self, language: impl Into<String>) -> Self {
        self.language = Some(language.into());
        self
    }

    /// Sets [`score`](Self::score).
    pub fn with_score(mut self, score: i32) -> Self {
        self.score = Some(score);
        self
    }

    /// Sets [`events`](Self::events).
    pub fn with_events(mut self, events: Vec<String>) -> Self {
        self.events = Some(events);
        self
    }
}

/// `200`: the number of the report.
pub type Response = i64;

/// What `POST /report` fails with.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// A status that the document does not list.
    Undocumented(UndocumentedResponse),
}

operation_error!(Error {});

impl Operation for Request {
    const METADATA: &'static Metadata = &Metadata {
        name: "post_report",
        operation_id: None,
        document: "media",
        method: http::Method::POST,
        base_path: "/api",
        path: "/report",
        fixed_query: &[],
        security: &[&[
            SchemeUse { scheme: &security::BEARER, scopes: &["report"] },
            SchemeUse::of(&security::DEVICE),
            SchemeUse::of(&security::SESSION),
        ]],
        request_body: Payload::Form,
        accept: "text/plain",
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
            .cookie("language", &self.language)
            .field("reason", &self.reason)
            .field("score", &self.score)
            .field_list("events", Separator::Multi, &self.events)
            .form()
    }

    fn read(answer: Answer) -> Result<Result<Response, Error>, DecodeError> {
        match answer.status() {
            200 => answer.text().map(Ok),
            _ => answer.err_undocumented(Error::Undocumented),
        }
    }
}

#[cfg(feature = "server")]
impl Incoming for Request {
    fn decode(request: http::Request<Body>, path: &PathArguments) -> Result<Self, Rejection> {
        let mut asked = Asked::new(request, path);
        let language = asked.cookie("language");
        asked.read_form()?;
        let reason = asked.field("reason");
        let score = asked.field("score");
        let events = asked.field_list("events", Separator::Multi);
        asked.empty()?;
        Ok(Self { language: language?, reason: reason?, score: score?, events: events? })
    }

    fn encode(outcome: Result<Response, Error>) -> Result<http::Response<Body>, EncodeError> {
        match outcome {
            Ok(response) => Reply::new(200).text(&response),
            Err(Error::Undocumented(response)) => Reply::undocumented(response),
        }
    }
}
