//! Why a value can't be put on the wire.

use std::fmt;

/// Where in a message a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Location {
    /// A placeholder of the path.
    Path,
    /// The query.
    Query,
    /// A header.
    Header,
    /// A cookie.
    Cookie,
    /// The body.
    Body,
}

impl Location {
    /// Its name in lower case: `query`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Header => "header",
            Self::Cookie => "cookie",
            Self::Body => "body",
        }
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Why a value can't be put on the wire. It never holds the value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EncodeError {
    location: Location,
    name: String,
    reason: String,
}

impl EncodeError {
    /// Says which value, and why.
    #[cold]
    pub fn new(location: Location, name: impl Into<String>, reason: impl fmt::Display) -> Self {
        Self { location, name: name.into(), reason: reason.to_string() }
    }

    /// Where the value should have gone.
    pub fn location(&self) -> Location {
        self.location
    }

    /// The name on the wire; empty for a body as a whole.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name.as_str() {
            "" => write!(f, "the {} can't be sent: {}", self.location, self.reason),
            name => write!(f, "the {} value `{name}` can't be sent: {}", self.location, self.reason),
        }
    }
}

impl std::error::Error for EncodeError {}
