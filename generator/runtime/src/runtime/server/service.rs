//! The routed service: every operation of a server behind one `tower::Service`.

use std::convert::Infallible;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::Bytes;
use http::header::CONTENT_LENGTH;
use http::{HeaderValue, Method, Request, Response, StatusCode};

use crate::runtime::{Body, BodyError, BoxError, BoxFuture, Metadata};

use super::admission::{Authenticate, authenticate, authorize, erased};
use super::panic::{CatchPanic, Panicked, catch};
use super::route::Answering;
use super::router::Router;
use super::{Authenticator, Call, Rejection, Routes, problem};

/// How many bytes of a request are collected, unless [`Service::with_body_limit`] says otherwise.
const BODY_LIMIT: usize = 2 << 20;

/// Every operation of a server behind one `tower::Service`. Cloning it is cheap.
///
/// A request is routed, its credentials are looked for, its body is collected and decoded, the handler
/// answers, the answer is encoded. What isn't as documented is refused with [`problem`]. A handler
/// that panics is a `500`, and the service goes on.
///
/// Operations of one method and path are told apart by their [`fixed_query`](Metadata::fixed_query): a
/// request is for the one with the most pairs that it has all of, the first of several. That may be
/// one without any; where there is none, the answer is `404`.
///
/// A request without the credentials that its operation takes is a `401` with a challenge per scheme. API
/// keys have no registered scheme: theirs is `ApiKey realm="…", in="query", name="…"`.
#[derive(Clone)]
pub struct Service(Arc<Inner>);

#[derive(Clone)]
struct Inner {
    router: Router,
    routes: Vec<Bound>,
    base_paths: Vec<(String, String)>,
    rejections: fn(&Rejection) -> Response<Body>,
    body_limit: usize,
    authenticator: Option<Arc<Authenticate>>,
}

/// A route with its state, of whatever type that is.
#[derive(Clone)]
struct Bound {
    metadata: &'static Metadata,
    handle: Arc<dyn Fn(Call) -> Result<Answering, Rejection> + Send + Sync>,
}

impl Default for Service {
    fn default() -> Self {
        Self::new()
    }
}

impl Service {
    /// A service that knows no path yet.
    pub fn new() -> Self {
        Self(Arc::new(Inner {
            router: Router::default(),
            routes: Vec::new(),
            base_paths: Vec::new(),
            rejections: problem,
            body_limit: BODY_LIMIT,
            authenticator: None,
        }))
    }

    /// Adds the operations of a document. Of two for the same method, path and query, the first stays.
    pub fn with<S: Send + Sync + 'static>(mut self, routes: Routes<S>, state: Arc<S>) -> Self {
        let inner = Arc::make_mut(&mut self.0);
        for route in routes.into_inner() {
            let state = Arc::clone(&state);
            let handle = Arc::new(move |call| (route.handle)(&state, call));
            inner.add(Bound { metadata: route.metadata, handle });
        }
        self
    }

    /// Serves the operations of a document, those added already too, below another base path.
    pub fn with_base_path(mut self, document: &str, base_path: &str) -> Self {
        let inner = Arc::make_mut(&mut self.0);
        inner.base_paths.insert(0, (document.to_owned(), base_path.trim_end_matches('/').to_owned()));
        inner.router = Router::default();
        for bound in std::mem::take(&mut inner.routes) {
            inner.add(bound);
        }
        self
    }

    /// Renders rejections in another way. `Allow` and `WWW-Authenticate` are added where they are missing.
    pub fn with_rejections(mut self, render: fn(&Rejection) -> Response<Body>) -> Self {
        Arc::make_mut(&mut self.0).rejections = render;
        self
    }

    /// Collects at most so many bytes of a request (2 MiB unless this is called), and answers `413` to
    /// more. Operations that take a stream set their own limit.
    pub fn with_body_limit(mut self, bytes: usize) -> Self {
        Arc::make_mut(&mut self.0).body_limit = bytes;
        self
    }

    /// Has an authenticator say whom the credentials of requests belong to, before their bodies are read.
    /// Without one, handlers get the credentials as they came.
    pub fn with_authenticator(mut self, authenticator: impl Authenticator) -> Self {
        Arc::make_mut(&mut self.0).authenticator = Some(erased(authenticator));
        self
    }

    /// Answers one request.
    pub fn respond(&self, request: Request<Body>) -> BoxFuture<Response<Body>> {
        Box::pin(Arc::clone(&self.0).respond(request))
    }
}

impl Inner {
    fn add(&mut self, bound: Bound) {
        let Metadata { document, base_path, .. } = bound.metadata;
        let elsewhere = self.base_paths.iter().find(|(known, _)| known == document);
        let base_path = elsewhere.map_or(*base_path, |(_, base_path)| base_path.as_str());
        self.router.add(bound.metadata, base_path, self.routes.len());
        self.routes.push(bound);
    }

    async fn respond(self: Arc<Self>, request: Request<Body>) -> Response<Body> {
        let is_head = request.method() == Method::HEAD;
        let response = match self.answer(request).await {
            Ok(response) => response,
            Err(rejection) => self.refuse(&rejection),
        };
        if is_head { without_body(response) } else { response }
    }

    async fn answer(&self, request: Request<Body>) -> Result<Response<Body>, Rejection> {
        let (route, path) = self.router.find(request.method(), request.uri())?;
        let bound = self.routes.get(route).ok_or_else(broken)?;
        let (mut parts, body) = request.into_parts();
        authorize(&parts, bound.metadata)?;
        if let Some(authenticator) = &self.authenticator {
            authenticate(&**authenticator, &mut parts, bound.metadata).await.map_err(panicked)??;
        }
        let body = if bound.metadata.streams_request { body } else { self.collect(body).await?.into() };
        let call = Call { request: Request::from_parts(parts, body), path };
        let answering = catch(|| (bound.handle)(call)).map_err(panicked)??;
        let mut response = CatchPanic(answering).await.map_err(panicked)??;
        response.extensions_mut().insert(bound.metadata);
        Ok(response)
    }

    async fn collect(&self, body: Body) -> Result<Bytes, Rejection> {
        body.collect(self.body_limit).await.map_err(|error| match error {
            BodyError::TooLarge { limit } => Rejection::new(
                StatusCode::PAYLOAD_TOO_LARGE,
                format!("The body has more than {limit} bytes."),
            ),
            BodyError::Broken(_) if error.is_timeout() => {
                Rejection::new(StatusCode::REQUEST_TIMEOUT, "The body took too long.")
            }
            BodyError::Broken(_) => Rejection::new(StatusCode::BAD_REQUEST, "The body broke off."),
        })
    }

    fn refuse(&self, rejection: &Rejection) -> Response<Body> {
        let mut response = (self.rejections)(rejection);
        for name in rejection.headers().keys() {
            if !response.headers().contains_key(name) {
                for value in rejection.headers().get_all(name) {
                    response.headers_mut().append(name, value.clone());
                }
            }
        }
        response
    }
}

#[cold]
fn panicked(_: Panicked) -> Rejection {
    broken()
}

#[cold]
fn broken() -> Rejection {
    Rejection::new(StatusCode::INTERNAL_SERVER_ERROR, "The server failed.")
}

/// The answer to `HEAD`: the headers of `GET`, and the length that its body would have.
fn without_body(mut response: Response<Body>) -> Response<Body> {
    let length = std::mem::take(response.body_mut()).len();
    if let Some(length) = length {
        response.headers_mut().entry(CONTENT_LENGTH).or_insert(HeaderValue::from(length));
    }
    response
}

impl fmt::Debug for Service {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Service({} operations)", self.0.routes.len())
    }
}

impl<B> tower_service::Service<Request<B>> for Service
where
    B: http_body::Body<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    type Response = Response<Body>;
    type Error = Infallible;
    type Future = Responding;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Responding {
        Responding(self.respond(request.map(Body::stream)))
    }
}

/// In process: a client calls the service without a socket between them.
#[cfg(feature = "client")]
impl crate::runtime::Transport for Service {
    fn send(
        &self,
        request: Request<Body>,
    ) -> BoxFuture<Result<Response<Body>, crate::runtime::TransportError>> {
        let responding = self.respond(request);
        Box::pin(async move { Ok(responding.await) })
    }
}

/// An answer of a [`Service`] that is on its way.
pub struct Responding(BoxFuture<Response<Body>>);

impl Future for Responding {
    type Output = Result<Response<Body>, Infallible>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        self.0.as_mut().poll(cx).map(Ok)
    }
}

impl fmt::Debug for Responding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Responding")
    }
}
