//! `GET /api/download/{serverName}/{mediaId}.{extension}`: gives kept bytes back.
//!
//! Source: `media.yaml#/paths/~1download~1{serverName}~1{mediaId}.{extension}/get`.

#[cfg(any(feature = "client", feature = "server"))]
use crate::runtime::EncodeError;
#[cfg(feature = "client")]
use crate::runtime::{Answer, DecodeError, Outgoing, RequestBuilder};
#[cfg(feature = "server")]
use crate::runtime::{Asked, Incoming, PathArguments, Rejection, Reply};
use crate::runtime::{Body, Metadata, Operation, Payload, RawBody, UndocumentedResponse, operation_error};

/// The request of `GET /download/{serverName}/{mediaId}.{extension}`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Request {
    /// The server.
    pub server_name: String,
    /// The media.
    pub media_id: String,
    /// Its kind.
    pub extension: String,
}

impl Request {
    /// A `Request` without any of its optional parts.
    pub fn new(
        server_name: impl Into<String>,
        media_id: impl Into<String>,
        extension: impl Into<String>,
    ) -> Self {
        Self { server_name: server_name.into(), media_id: media_id.into(), extension: extension.into() }
    }
}

/// `200`: the bytes.
#[derive(Debug)]
#[non_exhaustive]
pub struct Response {
    /// The header `ETag`.
    pub etag: Option<String>,
    /// The media type of the body; `application/octet-stream` unless it is set.
    pub content_type: Option<String>,
    /// The bytes.
    pub body: Body,
}

impl Response {
    /// A `Response` without any of its optional parts.
    pub fn new(body: impl Into<Body>) -> Self {
        Self { etag: None, content_type: None, body: body.into() }
    }

    /// Sets [`etag`](Self::etag).
    pub fn with_etag(mut self, etag: impl Into<String>) -> Self {
        self.etag = Some(etag.into());
        self
    }

    /// Sets [`content_type`](Self::content_type).
    pub fn with_content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = Some(content_type.into());
        self
    }
}

/// What `GET /download/{serverName}/{mediaId}.{extension}` fails with.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// `404`: there are no such bytes.
    NotFound(RawBody),
    /// A status that the document does not list.
    Undocumented(UndocumentedResponse),
}

operation_error!(Error { NotFound: 404 });

impl Operation for Request {
    const METADATA: &'static Metadata = &Metadata {
        name: "download",
        operation_id: None,
        document: "media",
        method: http::Method::GET,
        base_path: "/api",
        path: "/download/{serverName}/{mediaId}.{extension}",
        fixed_query: &[],
        security: &[],
        request_body: Payload::None,
        accept: "*/*",
        streams_request: false,
        streams_response: |status| status == 200,
    };
    type Response = Response;
    type Error = Error;
}

#[cfg(feature = "client")]
impl Outgoing for Request {
    fn encode(self) -> Result<http::Request<Body>, EncodeError> {
        RequestBuilder::new(Self::METADATA)
            .path("serverName", &self.server_name)
            .path("mediaId", &self.media_id)
            .path("extension", &self.extension)
            .empty()
    }

    fn read(answer: Answer) -> Result<Result<Response, Error>, DecodeError> {
        match answer.status() {
            200 => {
                let etag = answer.header("ETag")?;
                let (content_type, body) = answer.stream();
                Ok(Ok(Response { etag, content_type, body }))
            }
            404 => answer.err_raw(Error::NotFound),
            _ => answer.err_undocumented(Error::Undocumented),
        }
    }
}

#[cfg(feature = "server")]
impl Incoming for Request {
    fn decode(request: http::Request<Body>, path: &PathArguments) -> Result<Self, Rejection> {
        let mut asked = Asked::new(request, path);
        let server_name = asked.path("serverName");
        let media_id = asked.path("mediaId");
        let extension = asked.path("extension");
        asked.empty()?;
        Ok(Self { server_name: server_name?, media_id: media_id?, extension: extension? })
    }

    fn encode(outcome: Result<Response, Error>) -> Result<http::Response<Body>, EncodeError> {
        match outcome {
            Ok(response) => Reply::new(200).header("ETag", &response.etag).stream(
                response.content_type.as_deref(),
                "application/octet-stream",
                response.body,
            ),
            Err(Error::NotFound(body)) => Reply::new(404).raw(body),
            Err(Error::Undocumented(response)) => Reply::undocumented(response),
        }
    }
}
