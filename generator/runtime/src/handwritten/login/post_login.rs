//! `POST /_matrix/client/api/v1/login`: logs a user in.
//!
//! Source: `login.yaml#/paths/~1login/post`.

#[cfg(feature = "client")]
use crate::runtime::{Answer, DecodeError, Outgoing, RequestBuilder};
#[cfg(feature = "server")]
use crate::runtime::{Asked, Incoming, PathArguments, Rejection, Reply};
#[cfg(any(feature = "client", feature = "server"))]
use crate::runtime::{Body, EncodeError};
use crate::runtime::{
    Metadata, Operation, Payload, RawBody, SchemeUse, UndocumentedResponse, json_object, never,
    operation_error, redacted_debug,
};
use crate::{security, types};

/// The request of `POST /login`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Request {
    /// The user's name.
    pub username: String,
    /// The user's password.
    pub password: String,
}

impl Request {
    /// A `Request` without any of its optional parts.
    pub fn new(username: impl Into<String>, password: impl Into<String>) -> Self {
        Self { username: username.into(), password: password.into() }
    }
}

redacted_debug!(Request { username, password: secret });

json_object!(Request { required username: "username", required password: "password" });

/// `200`: the user is logged in.
#[derive(Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Response {
    /// The user's id.
    pub user_id: Option<String>,
    /// A token for later requests.
    pub access_token: Option<String>,
    /// The name of the server.
    pub home_server: Option<String>,
}

impl Response {
    /// A `Response` without any of its optional parts.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`user_id`](Self::user_id).
    pub fn with_user_id(mut self, user_id: impl Into<String>) -> Self {
        self.user_id = Some(user_id.into());
        self
    }

    /// Sets [`access_token`](Self::access_token).
    pub fn with_access_token(mut self, access_token: impl Into<String>) -> Self {
        self.access_token = Some(access_token.into());
        self
    }

    /// Sets [`home_server`](Self::home_server).
    pub fn with_home_server(mut self, home_server: impl Into<String>) -> Self {
        self.home_server = Some(home_server.into());
        self
    }
}

redacted_debug!(Response { user_id, access_token: secret, home_server });

json_object!(Response {
    optional user_id: "user_id",
    optional access_token: "access_token",
    optional home_server: "home_server",
});

/// What `POST /login` fails with.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// `403`: the name or the password is wrong.
    Forbidden(RawBody),
    /// `429`: too many attempts.
    TooManyRequests(types::Error),
    /// A status that the document does not list.
    Undocumented(UndocumentedResponse),
}

operation_error!(Error { Forbidden: 403, TooManyRequests: 429 });

impl Operation for Request {
    const METADATA: &'static Metadata = &Metadata {
        name: "post_login",
        operation_id: None,
        document: "login",
        method: http::Method::POST,
        base_path: "/_matrix/client/api/v1",
        path: "/login",
        fixed_query: &[],
        security: &[&[SchemeUse::of(&security::ACCESS_TOKEN)], &[]],
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
        RequestBuilder::new(Self::METADATA).json(&self)
    }

    fn read(answer: Answer) -> Result<Result<Response, Error>, DecodeError> {
        match answer.status() {
            200 => answer.json().map(Ok),
            403 => answer.err_raw(Error::Forbidden),
            429 => answer.err_json(Error::TooManyRequests, Error::Undocumented),
            _ => answer.err_undocumented(Error::Undocumented),
        }
    }
}

#[cfg(feature = "server")]
impl Incoming for Request {
    fn decode(request: http::Request<Body>, path: &PathArguments) -> Result<Self, Rejection> {
        Asked::new(request, path).json()
    }

    fn encode(outcome: Result<Response, Error>) -> Result<http::Response<Body>, EncodeError> {
        match outcome {
            Ok(response) => Reply::new(200).json(&response),
            Err(Error::Forbidden(body)) => Reply::new(403).raw(body),
            Err(Error::TooManyRequests(body)) => Reply::new(429).json(&body),
            Err(Error::Undocumented(response)) => Reply::undocumented(response),
        }
    }
}
