//! The default transport.

use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response};
use http_body::{Frame, SizeHint};
use reqwest::redirect::{Attempt, Policy};
use reqwest::{Client, ClientBuilder};
use rustls::crypto::CryptoProvider;

use crate::runtime::body::Collected;
use crate::runtime::{Body, BodyError, BoxFuture, Metadata};

use super::at_once::AtOnce;
use super::urls::Urls;
use super::{BuildError, Transport, TransportError, TransportErrorKind};

const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
const TOTAL_TIMEOUT: Duration = Duration::from_secs(60);
const REDIRECTS: usize = 10;

/// The default transport: reqwest, with TLS by rustls.
///
/// Connecting takes at most 10 seconds and an exchange, its body included, 60. Redirects are followed
/// within one origin only, for reqwest keeps API keys on the way to another.
///
/// The cryptography of TLS is rustls' default provider, if the program has installed one by then, or else
/// ring, which is installed.
#[derive(Clone)]
pub struct ReqwestTransport {
    client: Client,
    urls: Arc<Urls>,
}

impl ReqwestTransport {
    /// A transport with the default timeouts.
    pub fn new() -> Result<Self, BuildError> {
        Self::with_builder(|builder| builder)
    }

    /// A transport whose exchanges take at most so long; [`Duration::MAX`] is no limit.
    pub fn with_timeout(total: Duration) -> Result<Self, BuildError> {
        Self::with_builder(|builder| builder.timeout(total))
    }

    /// A transport with further settings: proxies, certificates, other timeouts.
    pub fn with_builder(further: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Result<Self, BuildError> {
        install_cryptography();
        let builder = Client::builder()
            .connect_timeout(CONNECT_TIMEOUT)
            .timeout(TOTAL_TIMEOUT)
            .redirect(Policy::custom(within_origin));
        match further(builder).build() {
            Ok(client) => Ok(Self { client, urls: Arc::default() }),
            Err(error) => Err(BuildError::Transport(error.without_url().into())),
        }
    }
}

impl ReqwestTransport {
    /// Not by reqwest's own conversion, which prints the URI and reads all of it again each time.
    fn outgoing(&self, request: Request<Body>) -> Result<reqwest::Request, TransportError> {
        let (mut parts, body) = request.into_parts();
        let mut request = reqwest::Request::new(parts.method, self.urls.url(&parts.uri)?);
        *request.version_mut() = parts.version;
        std::mem::swap(request.headers_mut(), &mut parts.headers);
        *request.body_mut() = Some(outgoing_body(body));
        Ok(request)
    }

    fn exchange(
        &self,
        request: Request<Body>,
        at_once: AtOnce,
    ) -> BoxFuture<Result<Response<Body>, TransportError>> {
        let (client, request) = (self.client.clone(), self.outgoing(request));
        Box::pin(async move {
            // Not before it is polled: that sets timers, for which there has to be a runtime.
            let response = client.execute(request?).await.map_err(transport_error)?;
            let length = response.content_length();
            if at_once.allows(response.status(), length) {
                return whole(response, length.unwrap_or_default()).await.map_err(transport_error);
            }
            Ok(Response::from(response).map(|body| Body::stream(WithoutUrl(body))))
        })
    }
}

impl Transport for ReqwestTransport {
    fn send(&self, request: Request<Body>) -> BoxFuture<Result<Response<Body>, TransportError>> {
        let at_once = AtOnce::of(&request);
        self.exchange(request, at_once)
    }

    fn send_operation(
        &self,
        request: Request<Body>,
        operation: &'static Metadata,
    ) -> BoxFuture<Result<Response<Body>, TransportError>> {
        self.exchange(request, AtOnce::of_operation(operation))
    }
}

/// The response with all of its body, which has so many bytes.
async fn whole(mut response: reqwest::Response, length: u64) -> Result<Response<Body>, reqwest::Error> {
    let mut collected = Collected::default();
    while let Some(data) = response.chunk().await? {
        collected.push(data, length);
    }
    let mut answer = Response::new(collected.into_bytes().into());
    *answer.status_mut() = response.status();
    *answer.version_mut() = response.version();
    std::mem::swap(answer.headers_mut(), response.headers_mut());
    std::mem::swap(answer.extensions_mut(), response.extensions_mut());
    Ok(answer)
}

/// ring compiles in a fraction of the time that aws-lc, the other provider, takes.
fn install_cryptography() {
    if CryptoProvider::get_default().is_none() {
        // Another thread may have been first, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
    }
}

fn within_origin(attempt: Attempt<'_>) -> reqwest::redirect::Action {
    let last = attempt.previous().last().map(|url| url.origin());
    if last.is_some_and(|origin| origin == attempt.url().origin()) && attempt.previous().len() <= REDIRECTS {
        attempt.follow()
    } else {
        // The redirect itself is the answer.
        attempt.stop()
    }
}

fn outgoing_body(body: Body) -> reqwest::Body {
    match body.try_into_bytes() {
        Ok(bytes) => bytes.into(),
        Err(stream) => reqwest::Body::wrap(Shared(Mutex::new(stream))),
    }
}

/// The URL holds the query, and the query may hold a token.
fn transport_error(error: reqwest::Error) -> TransportError {
    let kind = if error.is_timeout() {
        TransportErrorKind::Timeout
    } else if error.is_connect() {
        TransportErrorKind::Connect
    } else if error.is_body() || error.is_decode() {
        TransportErrorKind::Body
    } else {
        TransportErrorKind::Other
    };
    TransportError::new(kind, error.without_url())
}

/// reqwest wants bodies that threads can share. It never does share them, so the lock is never waited for.
struct Shared(Mutex<Body>);

impl http_body::Body for Shared {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        let body = self.get_mut().0.get_mut().unwrap_or_else(PoisonError::into_inner);
        Pin::new(body).poll_frame(cx)
    }

    fn size_hint(&self) -> SizeHint {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).size_hint()
    }
}

/// The body of an answer, whose errors don't hold the URL either.
struct WithoutUrl(reqwest::Body);

impl http_body::Body for WithoutUrl {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        let frame = Pin::new(&mut self.0).poll_frame(cx);
        frame.map_err(|error| BodyError::new(reqwest::Error::without_url(error)))
    }

    fn is_end_stream(&self) -> bool {
        self.0.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.0.size_hint()
    }
}

impl fmt::Debug for ReqwestTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReqwestTransport")
    }
}
