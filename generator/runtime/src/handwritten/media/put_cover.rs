//! `PUT /api/cover`: sets a picture, by a link or as it is.
//!
//! Source: `media.yaml#/paths/~1cover/put`.

#[cfg(any(feature = "client", feature = "server"))]
use crate::runtime::EncodeError;
#[cfg(feature = "client")]
use crate::runtime::{Answer, DecodeError, Outgoing, RequestBuilder};
#[cfg(feature = "server")]
use crate::runtime::{Asked, Incoming, PathArguments, Rejection, Reply};
use crate::runtime::{
    Body, BodyKind, Metadata, Operation, Payload, UndocumentedResponse, never, operation_error,
};
use crate::types;

/// The request of `PUT /cover`.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Request {
    /// The picture; nothing takes it away.
    pub body: Option<RequestBody>,
}

impl Request {
    /// A `Request` without any of its optional parts.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`body`](Self::body).
    pub fn with_body(mut self, body: impl Into<RequestBody>) -> Self {
        self.body = Some(body.into());
        self
    }
}

/// The body of `PUT /cover`, as its media type says.
#[derive(Debug)]
pub enum RequestBody {
    /// `application/json`.
    Json(types::Profile),
    /// `application/x-www-form-urlencoded`.
    Form(FormBody),
    /// `text/plain`.
    Text(String),
    /// `image/*`.
    Image {
        /// The media type of the body.
        content_type: String,
        /// The body.
        body: Body,
    },
}

impl From<types::Profile> for RequestBody {
    fn from(body: types::Profile) -> Self {
        Self::Json(body)
    }
}

impl From<FormBody> for RequestBody {
    fn from(body: FormBody) -> Self {
        Self::Form(body)
    }
}

impl From<String> for RequestBody {
    fn from(body: String) -> Self {
        Self::Text(body)
    }
}

/// A [`RequestBody`] that is a form: application/x-www-form-urlencoded.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FormBody {
    /// Where the picture is.
    pub url: String,
}

impl FormBody {
    /// With all that there is.
    pub fn new(url: impl Into<String>) -> Self {
        Self { url: url.into() }
    }
}

/// `200`: what was read.
pub type Response = String;

/// What `PUT /cover` fails with.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// A status that the document does not list.
    Undocumented(UndocumentedResponse),
}

operation_error!(Error {});

impl Operation for Request {
    const METADATA: &'static Metadata = &Metadata {
        name: "put_cover",
        operation_id: None,
        document: "media",
        method: http::Method::PUT,
        base_path: "/api",
        path: "/cover",
        fixed_query: &[],
        security: &[],
        request_body: Payload::Several(&[
            BodyKind { payload: Payload::Json, media_types: &["application/json"] },
            BodyKind { payload: Payload::Form, media_types: &["application/x-www-form-urlencoded"] },
            BodyKind { payload: Payload::Text, media_types: &["text/plain"] },
            BodyKind { payload: Payload::Raw, media_types: &["image/*"] },
        ]),
        accept: "text/plain",
        streams_request: true,
        streams_response: never,
    };
    type Response = Response;
    type Error = Error;
}

#[cfg(feature = "client")]
impl Outgoing for Request {
    fn encode(self) -> Result<http::Request<Body>, EncodeError> {
        let mut request = RequestBuilder::new(Self::METADATA);
        match self.body {
            Some(RequestBody::Json(body)) => request.json(&body),
            Some(RequestBody::Form(body)) => request.field("url", &body.url).form(),
            Some(RequestBody::Text(body)) => request.text(&body),
            Some(RequestBody::Image { content_type, body }) => {
                request.raw(Some(&content_type), "application/octet-stream", body)
            }
            None => request.empty(),
        }
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
        let asked = Asked::new(request, path);
        let body = if asked.is_without_body() {
            asked.empty()?;
            None
        } else {
            Some(match asked.kind(Self::METADATA)? {
                0 => RequestBody::Json(asked.json()?),
                1 => {
                    let mut asked = asked;
                    asked.read_form()?;
                    let url = asked.field("url");
                    asked.empty()?;
                    RequestBody::Form(FormBody { url: url? })
                }
                2 => RequestBody::Text(asked.text()?),
                _ => {
                    let (content_type, body) = asked.raw(&["image/*"])?;
                    RequestBody::Image { content_type: content_type.unwrap_or_default(), body }
                }
            })
        };
        Ok(Self { body })
    }

    fn encode(outcome: Result<Response, Error>) -> Result<http::Response<Body>, EncodeError> {
        match outcome {
            Ok(response) => Reply::new(200).text(&response),
            Err(Error::Undocumented(response)) => Reply::undocumented(response),
        }
    }
}
