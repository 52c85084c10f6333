//! A limit for the time that a request takes, from its first byte to the last one of its response.

use std::future::Future as _;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http_body::{Frame, SizeHint};
use tokio::time::{Instant, Sleep, sleep_until, timeout_at};
use tower_layer::Layer;

use super::{Body, BodyError, Next, TransportError, TransportErrorKind};

/// A layer that gives up what takes too long, the body of the response included.
///
/// Around a [`Retry`](crate::runtime::Retry) it limits all attempts together, within it each of them. It
/// takes a runtime of tokio.
#[derive(Debug, Clone, Copy)]
pub struct Timeout(Duration);

impl Timeout {
    /// Gives up after so long.
    pub fn new(limit: Duration) -> Self {
        Self(limit)
    }
}

impl Layer<Next> for Timeout {
    type Service = Next;

    fn layer(&self, next: Next) -> Next {
        let limit = self.0;
        Next::of(move |request| {
            // A time too far to be told is none.
            let Some(deadline) = Instant::now().checked_add(limit) else { return next.run(request) };
            let answer = next.run(request);
            Box::pin(async move {
                let late = |_| TransportError::new(TransportErrorKind::Timeout, timed_out());
                let response = timeout_at(deadline, answer).await.map_err(late)??;
                Ok(response.map(|body| match body.try_into_bytes() {
                    Ok(bytes) => bytes.into(),
                    Err(body) => Body::stream(Until { body, deadline: Box::pin(sleep_until(deadline)) }),
                }))
            })
        })
    }
}

/// A body that fails where it isn't whole in time.
struct Until {
    body: Body,
    deadline: Pin<Box<Sleep>>,
}

impl http_body::Body for Until {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        if self.deadline.as_mut().poll(cx).is_ready() {
            return Poll::Ready(Some(Err(BodyError::new(timed_out()))));
        }
        Pin::new(&mut self.body).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

fn timed_out() -> io::Error {
    io::ErrorKind::TimedOut.into()
}
