//! `POST /api/attachment`: keeps a file, with a form.
//!
//! Source: `media.yaml#/paths/~1attachment/post`.

#[cfg(feature = "client")]
use crate::runtime::{Answer, DecodeError, Outgoing, RequestBuilder};
#[cfg(feature = "server")]
use crate::runtime::{Asked, Incoming, PathArguments, Rejection, Reply};
#[cfg(any(feature = "client", feature = "server"))]
use crate::runtime::{Body, EncodeError};
use crate::runtime::{File, Metadata, Operation, Payload, UndocumentedResponse, never, operation_error};

/// The request of `POST /attachment`.
#[derive(Debug)]
#[non_exhaustive]
pub struct Request {
    /// The file.
    pub file: File,
    /// What it is called.
    pub title: String,
    /// A small version of it.
    pub preview: Option<File>,
}

impl Request {
    /// A `Request` without any of its optional parts.
    pub fn new(file: File, title: impl Into<String>) -> Self {
        Self { file, title: title.into(), preview: None }
    }

    /// Sets [`preview`](Self::preview).
    pub fn with_preview(mut self, preview: File) -> Self {
        self.preview = Some(preview);
        self
    }
}

/// `200`: how large the file is.
pub type Response = i64;

/// What `POST /attachment` fails with.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// A status that the document does not list.
    Undocumented(UndocumentedResponse),
}

operation_error!(Error {});

impl Operation for Request {
    const METADATA: &'static Metadata = &Metadata {
        name: "post_attachment",
        operation_id: None,
        document: "media",
        method: http::Method::POST,
        base_path: "/api",
        path: "/attachment",
        fixed_query: &[],
        security: &[],
        request_body: Payload::Multipart,
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
            .multipart()
            .file("file", self.file)
            .field("title", &self.title)
            .file("preview", self.preview)
            .end()
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
        let mut asked = asked.multipart()?;
        let file = asked.file("file");
        let title = asked.field("title");
        let preview = asked.file("preview");
        asked.empty()?;
        Ok(Self { file: file?, title: title?, preview: preview? })
    }

    fn encode(outcome: Result<Response, Error>) -> Result<http::Response<Body>, EncodeError> {
        match outcome {
            Ok(response) => Reply::new(200).text(&response),
            Err(Error::Undocumented(response)) => Reply::undocumented(response),
        }
    }
}
