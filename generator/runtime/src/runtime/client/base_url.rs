//! Where the server is.

use std::fmt;

use http::Uri;
use http::uri::{Authority, PathAndQuery, Scheme};

/// Where the server is: `https://host`, with a port and a prefix of all paths where there are any.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl {
    scheme: Scheme,
    authority: Authority,
    prefix: String,
}

impl BaseUrl {
    /// Reads `http(s)://host[:port][/prefix]`.
    pub fn new(text: &str) -> Result<Self, BaseUrlError> {
        if text.contains('#') {
            return Err(BaseUrlError("a base URL has no fragment"));
        }
        let uri: Uri = text.parse().map_err(|_| BaseUrlError("this is not a URL"))?;
        let authority = uri.authority().ok_or(BaseUrlError("a base URL has a host"))?;
        let scheme = uri.scheme().filter(|scheme| [Scheme::HTTP, Scheme::HTTPS].contains(scheme));
        let scheme = scheme.ok_or(BaseUrlError("a base URL begins with http:// or https://"))?;
        if authority.as_str().contains('@') {
            return Err(BaseUrlError("a base URL has no user and no password"));
        }
        if uri.query().is_some() {
            return Err(BaseUrlError("a base URL has no query"));
        }
        let prefix = uri.path().trim_end_matches('/').to_owned();
        Ok(Self { scheme: scheme.clone(), authority: authority.clone(), prefix })
    }

    /// Puts the base before the path of a request.
    pub(super) fn resolve(&self, uri: Uri) -> Result<Uri, http::Error> {
        let mut parts = uri.into_parts();
        if !self.prefix.is_empty() || parts.path_and_query.is_none() {
            let path = parts.path_and_query.unwrap_or(PathAndQuery::from_static("/"));
            parts.path_and_query = Some(PathAndQuery::try_from(format!("{}{path}", self.prefix))?);
        }
        parts.scheme = Some(self.scheme.clone());
        parts.authority = Some(self.authority.clone());
        Ok(Uri::from_parts(parts)?)
    }
}

/// What is wrong with a base URL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrlError(&'static str);

impl fmt::Display for BaseUrlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for BaseUrlError {}

/// Why a client can't be built.
#[derive(Debug)]
#[non_exhaustive]
pub enum BuildError {
    /// The base URL is wrong.
    BaseUrl(BaseUrlError),
    /// The transport can't start.
    Transport(crate::runtime::BoxError),
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BaseUrl(error) => error.fmt(f),
            Self::Transport(_) => f.write_str("the transport can't start"),
        }
    }
}

impl std::error::Error for BuildError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::BaseUrl(_) => None,
            Self::Transport(error) => Some(&**error),
        }
    }
}

impl From<BaseUrlError> for BuildError {
    fn from(error: BaseUrlError) -> Self {
        Self::BaseUrl(error)
    }
}
