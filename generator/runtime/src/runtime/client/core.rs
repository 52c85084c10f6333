//! What every generated client is a thin layer over.

use std::fmt;
use std::sync::Arc;

use http::{Request, Response};

use crate::runtime::{Body, EncodeError, Location, Metadata, Operation};

use super::credentials::authorize;
use super::pending::Failure;
use super::{BaseUrl, BuildError, CredentialSource, Outgoing, Pending, StaticCredentials, Transport};

/// How many bytes of an answer are collected, unless
/// [`with_response_limit`](ClientCore::with_response_limit) says otherwise.
const RESPONSE_LIMIT: usize = 32 << 20;

/// What every generated client is a thin layer over. Cloning it is cheap.
#[derive(Clone)]
pub struct ClientCore {
    base: Arc<BaseUrl>,
    transport: Arc<dyn Transport>,
    credentials: Arc<dyn CredentialSource>,
    response_limit: usize,
}

impl ClientCore {
    /// A client of the server at `http(s)://host[:port][/prefix]`, over the given transport.
    pub fn new(base: &str, transport: impl Transport) -> Result<Self, BuildError> {
        Ok(Self {
            base: Arc::new(BaseUrl::new(base)?),
            transport: Arc::new(transport),
            credentials: Arc::new(StaticCredentials::new()),
            response_limit: RESPONSE_LIMIT,
        })
    }

    /// Takes credentials from another source.
    pub fn with_credentials(mut self, source: impl CredentialSource) -> Self {
        self.credentials = Arc::new(source);
        self
    }

    /// Collects at most so many bytes of an answer. Streams have no limit here: their readers set one.
    pub fn with_response_limit(mut self, bytes: usize) -> Self {
        self.response_limit = bytes;
        self
    }

    /// Calls an operation. Nothing is sent until the future is polled.
    pub fn call<O: Outgoing>(&self, operation: O) -> Pending<O::Response, O::Error> {
        let call = self.clone().send(operation.encode(), <O as Operation>::METADATA);
        Pending::new(Box::pin(call), O::decode)
    }

    /// The same code for every operation.
    async fn send(
        self,
        request: Result<Request<Body>, EncodeError>,
        metadata: &'static Metadata,
    ) -> Result<Response<Body>, Failure> {
        let mut request = request.map_err(Failure::Encode)?;
        authorize(&mut request, metadata, &*self.credentials).await?;
        *request.uri_mut() = self
            .base
            .resolve(request.uri())
            .map_err(|error| Failure::Encode(EncodeError::new(Location::Path, "", error)))?;
        let response = self.transport.send(request).await.map_err(Failure::Transport)?;
        if (metadata.streams_response)(response.status().as_u16()) {
            return Ok(response);
        }
        let (parts, body) = response.into_parts();
        match body.collect(self.response_limit).await {
            Ok(bytes) => Ok(Response::from_parts(parts, bytes.into())),
            Err(error) => Err(Failure::Transport(error.into())),
        }
    }
}

impl fmt::Debug for ClientCore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientCore").field("base", &self.base).finish_non_exhaustive()
    }
}
