//! Who may call.

use super::{Docs, SchemeId};
use crate::source::Pointer;

/// A security scheme (Swagger 2.0, Security Scheme Object).
#[derive(Debug, Clone)]
pub struct Scheme {
    /// Where it is written.
    pub pointer: Pointer,
    /// The key it is defined under: `accessToken`.
    pub name: String,
    /// Its words.
    pub docs: Docs,
    /// What credentials look like on the wire.
    pub kind: SchemeKind,
    /// How a token is got (OAuth 2).
    pub grants: Vec<Grant>,
}

/// One way to a token (Swagger 2.0 `flow`; OpenAPI 3, OAuth Flow Object).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// What Swagger 2.0 calls it: `implicit`, `password`, `application` or `accessCode`.
    pub flow: &'static str,
    /// `authorizationUrl`, where there is one.
    pub authorization_url: Option<String>,
    /// `tokenUrl`, where there is one.
    pub token_url: Option<String>,
    /// `scopes`, and what each is for.
    pub scopes: Vec<(String, String)>,
}

/// What credentials look like on the wire.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum SchemeKind {
    /// A key in the named parameter.
    ApiKey {
        /// Where the parameter is.
        location: KeyLocation,
        /// The parameter's name on the wire.
        parameter: String,
    },
    /// `Authorization: Basic …`.
    Basic,
    /// `Authorization: Bearer …`: OAuth 2, OpenID Connect and `http: bearer`.
    Bearer,
}

/// Where an API key is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum KeyLocation {
    Query,
    Header,
    Cookie,
}

/// One alternative of a security requirement: all of these schemes together. An empty one lets
/// anybody in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    /// Where it is written.
    pub pointer: Pointer,
    /// The schemes, each with its OAuth 2 scopes.
    pub schemes: Vec<(SchemeId, Vec<String>)>,
}
