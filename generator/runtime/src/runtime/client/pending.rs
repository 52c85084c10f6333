//! The future of a call.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use http::Response;

use crate::runtime::{Body, BoxFuture, EncodeError};

use super::{CallError, CredentialsError, DecodeError, TransportError};

/// What reads the response of an operation.
type Decode<R, E> = fn(Response<Body>) -> Result<Result<R, E>, DecodeError>;

/// What can go wrong before there is a response; the same for all operations.
pub(super) enum Failure {
    Credentials(CredentialsError),
    Encode(EncodeError),
    Transport(TransportError),
}

impl From<TransportError> for Failure {
    fn from(error: TransportError) -> Self {
        Self::Transport(error)
    }
}

/// A call that goes on while it is polled: what the methods of a client return.
///
/// It owns everything it needs, can be sent to another thread, and can be named. One boxed future
/// carries the call, the same code for every operation; only reading the response is its own.
#[must_use = "a call is not sent until it is awaited"]
pub struct Pending<R, E> {
    call: BoxFuture<Result<Response<Body>, Failure>>,
    decode: Decode<R, E>,
}

impl<R, E> Pending<R, E> {
    pub(super) fn new(call: BoxFuture<Result<Response<Body>, Failure>>, decode: Decode<R, E>) -> Self {
        Self { call, decode }
    }
}

impl<R, E> Future for Pending<R, E> {
    type Output = Result<R, CallError<E>>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let response = match ready!(self.call.as_mut().poll(cx)) {
            Ok(response) => response,
            Err(Failure::Credentials(error)) => return Poll::Ready(Err(CallError::Credentials(error))),
            Err(Failure::Encode(error)) => return Poll::Ready(Err(CallError::Encode(error))),
            Err(Failure::Transport(error)) => return Poll::Ready(Err(CallError::Transport(error))),
        };
        Poll::Ready(match (self.decode)(response) {
            Ok(outcome) => outcome.map_err(CallError::Answer),
            Err(error) => Err(CallError::Decode(error)),
        })
    }
}

impl<R, E> fmt::Debug for Pending<R, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pending")
    }
}
