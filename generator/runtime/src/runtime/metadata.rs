//! What is known about an operation before it is called.

use http::{Method, StatusCode};

use super::UndocumentedResponse;

/// An operation of the API, implemented by the type of its requests.
///
/// The two directions are separate traits, each behind its feature: `Outgoing` for clients and
/// `Incoming` for servers.
pub trait Operation: Sized + Send + 'static {
    /// What is known about it before it is called.
    const METADATA: &'static Metadata;
    /// What it answers with when it succeeds: a status below 400 that the document lists.
    type Response: Send + 'static;
    /// What it answers with when it fails, every status that the document doesn't list included.
    type Error: OperationError;
}

/// What the errors of all operations have in common.
pub trait OperationError: std::error::Error + Send + Sync + 'static {
    /// The status of the response.
    fn status(&self) -> StatusCode;

    /// The response, where its status isn't listed or its body isn't as documented.
    fn undocumented(&self) -> Option<&UndocumentedResponse>;
}

/// What is known about an operation before it is called.
///
/// Middleware and transports can tell operations apart by it: they find `&'static Metadata` in the
/// extensions of each request, or are handed it.
#[derive(Debug)]
pub struct Metadata {
    /// The name of its module and method: `post_login`.
    pub name: &'static str,
    /// `operationId`, where the document has one.
    pub operation_id: Option<&'static str>,
    /// The module that it is in, which is that of its document or of its tag: `login`.
    pub document: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// What comes before the path: empty, or `/…` without a slash at the end.
    pub base_path: &'static str,
    /// The path template: `/rooms/{roomId}/join`.
    pub path: &'static str,
    /// What the query of each request has: names, with their values where there are any. Operations
    /// that have one path are told apart by it.
    pub fixed_query: &'static [(&'static str, Option<&'static str>)],
    /// Any of these alternatives lets a caller in. No alternative at all, or an empty one, means that
    /// anybody may call.
    pub security: &'static [&'static [SchemeUse]],
    /// What the request carries.
    pub request_body: Payload,
    /// The media types that answers may have, as an `Accept` header lists them; may be empty.
    pub accept: &'static str,
    /// Whether the body of a request is handed over as a stream; of [`Payload::Several`], whether it may be.
    pub streams_request: bool,
    /// Which statuses have a body that is handed over as a stream; see [`never()`] and [`on_success`].
    pub streams_response: fn(u16) -> bool,
}

/// For [`Metadata::streams_response`]: every body is collected.
pub fn never(_status: u16) -> bool {
    false
}

/// For [`Metadata::streams_response`]: the bodies of statuses from 200 to 299 are streams.
pub fn on_success(status: u16) -> bool {
    (200..300).contains(&status)
}

/// What a request carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Payload {
    /// Nothing.
    None,
    /// JSON (RFC 8259).
    Json,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// `multipart/form-data` (RFC 7578).
    Multipart,
    /// One scalar as text.
    Text,
    /// Bytes as they are.
    Raw,
    /// One of these, as its media type says.
    Several(&'static [BodyKind]),
}

/// One of several kinds of bodies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct BodyKind {
    /// What it carries.
    pub payload: Payload,
    /// Its media types, which may be ranges: `image/*`.
    pub media_types: &'static [&'static str],
}

/// One scheme of a security requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SchemeUse {
    /// The scheme.
    pub scheme: &'static Scheme,
    /// The OAuth 2 scopes that are asked for.
    pub scopes: &'static [&'static str],
}

impl SchemeUse {
    /// The scheme alone.
    pub const fn of(scheme: &'static Scheme) -> Self {
        Self { scheme, scopes: &[] }
    }

    /// The scheme with scopes of OAuth 2.
    pub const fn scoped(scheme: &'static Scheme, scopes: &'static [&'static str]) -> Self {
        Self { scheme, scopes }
    }
}

/// A security scheme (Swagger 2.0, Security Scheme Object).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Scheme {
    /// The name that the document gives it.
    pub name: &'static str,
    /// What its credentials look like on the wire.
    pub kind: SchemeKind,
}

/// What credentials look like on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SchemeKind {
    /// A key in the named query parameter.
    QueryKey(&'static str),
    /// A key in the named header.
    HeaderKey(&'static str),
    /// A key in the named cookie.
    CookieKey(&'static str),
    /// `Authorization: Basic …` (RFC 7617).
    Basic,
    /// `Authorization: Bearer …` (RFC 6750): OAuth 2, OpenID Connect and `http: bearer`.
    Bearer,
}
