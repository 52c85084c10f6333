//! What connects an operation with its handler.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use http::Response;

use crate::runtime::{Body, BoxFuture, EncodeError, Metadata, Operation};

use super::challenge::unauthorized;
use super::{Call, Credentials, Incoming, Rejection};

/// What a handler is working on.
pub(super) type Answering = BoxFuture<Result<Response<Body>, EncodeError>>;

type Handle<S> = dyn Fn(&Arc<S>, Call) -> Result<Answering, Rejection> + Send + Sync;

/// An operation with the handler of a server whose state is `S`.
pub struct Route<S> {
    pub(super) metadata: &'static Metadata,
    pub(super) handle: Box<Handle<S>>,
}

/// The future of a method that handles an operation. It borrows the state.
pub type Handling<'s, O> =
    Pin<Box<dyn Future<Output = Result<<O as Operation>::Response, <O as Operation>::Error>> + Send + 's>>;

impl<S: Send + Sync + 'static> Route<S> {
    /// Connects an operation with its handler, which gets the state, the request and its credentials.
    pub fn new<O, C, F, R>(handler: F) -> Self
    where
        O: Incoming,
        C: Credentials,
        F: Fn(Arc<S>, O, C) -> R + Send + Sync + 'static,
        R: Future<Output = Result<O::Response, O::Error>> + Send + 'static,
    {
        let handle = move |state: &Arc<S>, call: Call| -> Result<Answering, Rejection> {
            let (operation, credentials) = taken::<O, C>(call)?;
            let outcome = handler(Arc::clone(state), operation, credentials);
            Ok(Box::pin(async move { O::encode(outcome.await) }))
        };
        Self { metadata: <O as Operation>::METADATA, handle: Box::new(handle) }
    }

    /// Connects an operation with the method of `S` that handles it. `routes!` does so for each operation of
    /// a document; that no future has to be made for each saves a compiler much.
    pub fn to<O: Incoming, C: Credentials>(method: for<'s> fn(&'s S, O, C) -> Handling<'s, O>) -> Self {
        let handle = move |state: &Arc<S>, call: Call| -> Result<Answering, Rejection> {
            let (operation, credentials) = taken::<O, C>(call)?;
            let state = Arc::clone(state);
            Ok(Box::pin(async move { O::encode(method(&state, operation, credentials).await) }))
        };
        Self { metadata: <O as Operation>::METADATA, handle: Box::new(handle) }
    }
}

/// What a request asks for, and with which credentials.
fn taken<O: Incoming, C: Credentials>(call: Call) -> Result<(O, C), Rejection> {
    let (parts, body) = call.request.into_parts();
    let credentials = C::find(&parts).ok_or_else(|| unauthorized(<O as Operation>::METADATA))?;
    let operation = O::decode(http::Request::from_parts(parts, body), &call.path)?;
    Ok((operation, credentials))
}

impl<S> fmt::Debug for Route<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Route({} {}{})", self.metadata.method, self.metadata.base_path, self.metadata.path)
    }
}

/// The operations of a document with the handlers of a server whose state is `S`.
#[derive(Debug)]
pub struct Routes<S>(Vec<Route<S>>);

impl<S> Default for Routes<S> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<S> Routes<S> {
    /// Collects routes.
    pub fn new(routes: Vec<Route<S>>) -> Self {
        Self(routes)
    }

    /// These, then others.
    #[must_use]
    pub fn and(mut self, others: Self) -> Self {
        self.0.extend(others.0);
        self
    }

    pub(super) fn into_inner(self) -> Vec<Route<S>> {
        self.0
    }
}
