//! Why a request didn't reach its handler, or a handler's answer didn't leave.

use std::fmt;

use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

use crate::runtime::{EncodeError, JsonError, JsonValue, Location};

use super::Keyword;

/// Why a request didn't reach its handler, or a handler's answer didn't leave.
#[derive(Debug)]
pub struct Rejection(Box<Reasons>);

#[derive(Debug)]
struct Reasons {
    status: StatusCode,
    detail: String,
    violations: Vec<Violation>,
    headers: HeaderMap,
}

/// One thing about a request that isn't as documented. It never holds the value.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// Where in the request.
    pub location: Location,
    /// The name of the parameter; for a body, the JSON Pointer (RFC 6901) to the member.
    pub name: String,
    /// What is wrong: `is missing`.
    pub detail: String,
    /// The keyword of JSON Schema that asks for more than the value has: `maximum`.
    pub keyword: Option<&'static str>,
    /// What the document says after the keyword: `100`.
    pub limit: Option<JsonValue>,
}

impl Violation {
    /// Says what is wrong with a parameter.
    pub fn new(location: Location, name: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { location, name: name.into(), detail: detail.into(), keyword: None, limit: None }
    }

    pub(super) fn by(mut self, keyword: &Keyword) -> Self {
        self.keyword = Some(keyword.name());
        self.limit = Some(keyword.limit()).filter(|limit| !limit.is_null());
        self
    }

    pub(super) fn json(error: &JsonError) -> Self {
        Self::new(Location::Body, error.path(), error.message())
    }
}

impl Rejection {
    /// A rejection with a status and a sentence about it.
    #[cold]
    pub fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        let (violations, headers) = (Vec::new(), HeaderMap::new());
        Self(Box::new(Reasons { status, detail: detail.into(), violations, headers }))
    }

    /// `400`: the request isn't as documented.
    #[cold]
    pub fn invalid(violations: Vec<Violation>) -> Self {
        let mut rejection = Self::new(StatusCode::BAD_REQUEST, "The request is not as documented.");
        rejection.0.violations = violations;
        rejection
    }

    /// Adds a header to the response. One that isn't valid is left out.
    pub fn with_header(mut self, name: HeaderName, value: &str) -> Self {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.0.headers.append(name, value);
        }
        self
    }

    /// The status of the response.
    pub fn status(&self) -> StatusCode {
        self.0.status
    }

    /// A sentence for people.
    pub fn detail(&self) -> &str {
        &self.0.detail
    }

    /// Everything that is wrong with the request, as far as it was looked at.
    pub fn violations(&self) -> &[Violation] {
        &self.0.violations
    }

    /// Headers that the response must have, whatever its body is: `Allow`, `WWW-Authenticate`.
    pub fn headers(&self) -> &HeaderMap {
        &self.0.headers
    }
}

impl From<EncodeError> for Rejection {
    /// The handler answered with what can't be sent. Which value it was is nobody's business outside.
    fn from(_: EncodeError) -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "The answer could not be sent.")
    }
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.0.status, self.0.detail)?;
        for Violation { location, name, detail, .. } in &self.0.violations {
            write!(f, " The {location} value `{name}` {detail}.")?;
        }
        Ok(())
    }
}

impl std::error::Error for Rejection {}
