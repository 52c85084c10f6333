//! The routed service: every operation of a server behind one `tower::Service`.

use std::fmt;
use std::future::ready;
use std::sync::Arc;

use http::header::CONTENT_LENGTH;
use http::request::Parts;
use http::{HeaderValue, Method, Request, Response, StatusCode};

use crate::runtime::{Body, BodyError, BoxFuture, Metadata, Middleware, Next, Payload};

use super::admission::{Authenticate, authenticate, authorize, erased};
use super::base_paths::BasePaths;
use super::kinds::told;
use super::negotiation::acceptable;
use super::panic::{CatchPanic, Panicked, catch};
use super::route::Answering;
use super::routed::{self, Routed};
use super::router::Router;
use super::{Authenticator, Call, NullAsAbsence, PathArguments, Rejection, Routes, problem};

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
pub(super) struct Inner {
    router: Router,
    routes: Vec<Bound>,
    base_paths: BasePaths,
    rejections: fn(&Rejection) -> Response<Body>,
    body_limit: usize,
    null_as_absence: bool,
    authenticator: Option<Arc<Authenticate>>,
    middleware: Option<Next>,
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
            base_paths: BasePaths::default(),
            rejections: problem,
            body_limit: BODY_LIMIT,
            null_as_absence: false,
            authenticator: None,
            middleware: None,
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
        inner.base_paths.shift(document, base_path);
        inner.route_again();
        self
    }

    /// Serves what is below a base path, whatever was added already or will be, below another one too:
    /// two versions of an API that differ in nothing else take one implementation.
    ///
    /// Of two operations for the same method, path and query, the first stays. So what is new in the other
    /// version is added before.
    pub fn with_also_below(mut self, base_path: &str, also: &str) -> Self {
        let inner = Arc::make_mut(&mut self.0);
        inner.base_paths.repeat(base_path, also);
        inner.route_again();
        self
    }

    /// Renders rejections in another way. `Allow` and `WWW-Authenticate` are added where they are missing.
    pub fn with_rejections(mut self, render: fn(&Rejection) -> Response<Body>) -> Self {
        Arc::make_mut(&mut self.0).rejections = render;
        self
    }

    /// Collects at most so many bytes of a request (2 MiB unless this is called), and answers `413` to
    /// more. Operations that take a stream set their own limit, and so do those that take a form for the
    /// file at its end.
    pub fn with_body_limit(mut self, bytes: usize) -> Self {
        Arc::make_mut(&mut self.0).body_limit = bytes;
        self
    }

    /// Takes `null` for an optional member that is absent, also where the document does not allow it: many
    /// clients write it. Without this, such a request is a `400`.
    pub fn with_null_as_absence(mut self) -> Self {
        Arc::make_mut(&mut self.0).null_as_absence = true;
        self
    }

    /// Has an authenticator say whom the credentials of requests belong to, before their bodies are read.
    /// Without one, handlers get the credentials as they came.
    pub fn with_authenticator(mut self, authenticator: impl Authenticator) -> Self {
        Arc::make_mut(&mut self.0).authenticator = Some(erased(authenticator));
        self
    }

    /// Puts a layer around every operation, and around the layers that are there already: behind the
    /// routing, and before credentials are looked for. The extensions of requests hold the `&'static`
    /// [`Metadata`] of their operation. A layer that fails is a `503`.
    pub fn with_layer(mut self, layer: impl Middleware) -> Self {
        let inner = Arc::make_mut(&mut self.0);
        inner.middleware = Some(layer.around(inner.middleware.take().unwrap_or_else(routed::next)));
        self
    }

    /// Answers one request.
    pub fn respond(&self, request: Request<Body>) -> BoxFuture<Response<Body>> {
        let is_head = request.method() == Method::HEAD;
        // Each future within another is one more copy of the request.
        let answer = match self.0.router.find(request.method(), request.uri()) {
            Ok((route, path)) => self.enter(request, route, path),
            Err(rejection) => Box::pin(ready(self.0.refuse(&rejection))),
        };
        if is_head { Box::pin(async { without_body(answer.await) }) } else { answer }
    }

    /// Goes through the middleware, where there is any.
    fn enter(
        &self,
        mut request: Request<Body>,
        route: usize,
        path: PathArguments,
    ) -> BoxFuture<Response<Body>> {
        let service = Arc::clone(&self.0);
        let Some(middleware) = &self.0.middleware else {
            return Box::pin(service.operate(request, route, path));
        };
        if let Some(bound) = service.routes.get(route) {
            request.extensions_mut().insert(bound.metadata);
        }
        request.extensions_mut().insert(Routed { service: Arc::clone(&service), route, path });
        let answer = catch(|| middleware.run(request));
        Box::pin(async move {
            let answered = match answer {
                Ok(answer) => CatchPanic(answer).await,
                Err(panicked) => Err(panicked),
            };
            match answered {
                Ok(Ok(response)) => response,
                Ok(Err(_)) => {
                    service.refuse(&Rejection::new(StatusCode::SERVICE_UNAVAILABLE, "The server is busy."))
                }
                Err(Panicked) => service.refuse(&broken()),
            }
        })
    }
}

impl Inner {
    fn add(&mut self, bound: Bound) {
        for base_path in self.base_paths.of(bound.metadata) {
            self.router.add(bound.metadata, &base_path, self.routes.len());
        }
        self.routes.push(bound);
    }

    fn route_again(&mut self) {
        self.router = Router::default();
        for bound in std::mem::take(&mut self.routes) {
            self.add(bound);
        }
    }

    /// Answers a request of an operation.
    pub(super) async fn operate(
        self: Arc<Self>,
        request: Request<Body>,
        route: usize,
        path: PathArguments,
    ) -> Response<Body> {
        let answer = async {
            let bound = self.routes.get(route).ok_or_else(broken)?;
            let (mut parts, body) = request.into_parts();
            authorize(&parts, bound.metadata)?;
            if let Some(authenticator) = &self.authenticator {
                authenticate(&**authenticator, &mut parts, bound.metadata).await.map_err(panicked)??;
            }
            acceptable(&parts, bound.metadata)?;
            let body = self.receive(&parts, body, bound.metadata).await?;
            if self.null_as_absence {
                parts.extensions.insert(NullAsAbsence);
            }
            let call = Call { request: Request::from_parts(parts, body), path };
            let answering = catch(|| (bound.handle)(call)).map_err(panicked)??;
            Ok(CatchPanic(answering).await.map_err(panicked)??)
        };
        answer.await.unwrap_or_else(|rejection: Rejection| self.refuse(&rejection))
    }

    /// As much of the body as the operation is decoded from.
    async fn receive(&self, parts: &Parts, body: Body, metadata: &Metadata) -> Result<Body, Rejection> {
        let received = match told(parts, metadata) {
            Payload::Raw => Ok(body),
            // A form may end with a file that is read as it comes.
            Payload::Multipart => body.buffer(self.body_limit).await,
            _ => body.collect(self.body_limit).await.map(Body::from),
        };
        received.map_err(|error| not_received(&error))
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
fn not_received(error: &BodyError) -> Rejection {
    match error {
        BodyError::TooLarge { limit } => {
            let detail = format!("The body has more than {limit} bytes.");
            Rejection::new(StatusCode::PAYLOAD_TOO_LARGE, detail)
        }
        BodyError::Broken(_) if error.is_timeout() => {
            Rejection::new(StatusCode::REQUEST_TIMEOUT, "The body took too long.")
        }
        BodyError::Broken(_) => Rejection::new(StatusCode::BAD_REQUEST, "The body broke off."),
    }
}

#[cold]
fn panicked(_: Panicked) -> Rejection {
    broken()
}

#[cold]
pub(super) fn broken() -> Rejection {
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
