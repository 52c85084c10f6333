//! The server's side of an operation.

use std::sync::Arc;

use http::{Request, Response, Uri};

use crate::runtime::{Body, EncodeError, Metadata, Operation};

use super::Rejection;
use super::router::Router;

/// The server's side of an operation. Nothing here does IO.
pub trait Incoming: Operation {
    /// What the request says. Its body must be whole, except where
    /// [`Metadata::streams_request`](crate::runtime::Metadata::streams_request) says otherwise; the first
    /// piece of a form with files may be enough, see [`Body::buffer`].
    fn decode(request: Request<Body>, path: &PathArguments) -> Result<Self, Rejection>;

    /// The response to what the handler found.
    fn encode(outcome: Result<Self::Response, Self::Error>) -> Result<Response<Body>, EncodeError>;
}

/// A request that has found its operation.
#[derive(Debug)]
pub struct Call {
    /// The request.
    pub request: Request<Body>,
    /// The arguments of the placeholders in its path.
    pub path: PathArguments,
}

/// The arguments of the placeholders in a path, still percent-encoded.
#[derive(Debug, Clone, Default)]
pub struct PathArguments {
    names: Arc<[String]>,
    texts: Vec<String>,
}

impl PathArguments {
    /// Pairs the names with the texts, which are percent-encoded.
    pub fn new(names: Arc<[String]>, texts: Vec<String>) -> Self {
        Self { names, texts }
    }

    /// The arguments that an operation's path has in the URI of a request, for calling
    /// [`Incoming::decode`] without a service. Nothing where the request is for another operation.
    pub fn find(metadata: &'static Metadata, uri: &Uri) -> Option<Self> {
        let mut router = Router::default();
        router.add(metadata, metadata.base_path, 0);
        router.find(&metadata.method, uri).ok().map(|(_, arguments)| arguments)
    }

    /// The argument of a placeholder, still percent-encoded.
    pub fn get(&self, name: &str) -> Option<&str> {
        let index = self.names.iter().position(|known| known == name)?;
        self.texts.get(index).map(String::as_str)
    }
}
