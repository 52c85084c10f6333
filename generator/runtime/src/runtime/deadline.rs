//! A time at which an exchange is given up, its body included.

use std::future::{Future, poll_fn};
use std::io;
use std::pin::{Pin, pin};
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Frame, SizeHint};
use tokio::time::{Instant, Sleep, sleep_until};

use super::{BodyError, BoxError, TransportError, TransportErrorKind};

/// A time at which an exchange is given up. One timer serves for the head and for the body.
pub(super) struct Deadline(Pin<Box<Sleep>>);

impl Deadline {
    /// A deadline at that time.
    pub(super) fn at(time: Instant) -> Self {
        Self(Box::pin(sleep_until(time)))
    }

    /// Waits for a future, which is late where it isn't ready by then.
    pub(super) async fn limit<F: Future>(&mut self, future: F) -> Result<F::Output, TransportError> {
        let mut future = pin!(future);
        poll_fn(|cx| match future.as_mut().poll(cx) {
            Poll::Ready(output) => Poll::Ready(Ok(output)),
            Poll::Pending => self.poll_late(cx).map(Err),
        })
        .await
        .map_err(|late| TransportError::new(TransportErrorKind::Timeout, late))
    }

    /// A body that fails where it isn't whole by then.
    pub(super) fn limit_body<B>(self, body: B) -> Until<B> {
        Until { body, deadline: self }
    }

    fn poll_late(&mut self, cx: &mut Context<'_>) -> Poll<io::Error> {
        self.0.as_mut().poll(cx).map(|()| io::ErrorKind::TimedOut.into())
    }
}

/// A body that fails where it isn't whole in time.
pub(super) struct Until<B> {
    body: B,
    deadline: Deadline,
}

impl<B> http_body::Body for Until<B>
where
    B: http_body::Body<Data = Bytes> + Unpin,
    B::Error: Into<BoxError>,
{
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        // First, since pieces may come without an end.
        if let Poll::Ready(late) = self.deadline.poll_late(cx) {
            return Poll::Ready(Some(Err(BodyError::new(late))));
        }
        Pin::new(&mut self.body).poll_frame(cx).map_err(BodyError::new)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
