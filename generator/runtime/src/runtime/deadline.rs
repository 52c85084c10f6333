//! A time at which an exchange is given up, its body included.

use std::future::Future;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http_body::{Frame, SizeHint};
use tokio::time::{Instant, Sleep, sleep_until, timeout_at};

use super::{BodyError, BoxError, TransportError, TransportErrorKind};

/// A time at which an exchange is given up.
#[derive(Clone, Copy)]
pub(super) struct Deadline(Instant);

impl Deadline {
    /// After so long; nothing where that is too far away to be told.
    pub(super) fn after(limit: Duration) -> Option<Self> {
        Instant::now().checked_add(limit).map(Self)
    }

    /// Waits for a future, which is late where it isn't ready by then.
    pub(super) async fn limit<F: Future>(self, future: F) -> Result<F::Output, TransportError> {
        match timeout_at(self.0, future).await {
            Ok(output) => Ok(output),
            Err(_) => Err(TransportError::new(TransportErrorKind::Timeout, late())),
        }
    }

    /// A body that fails where it isn't whole by then.
    pub(super) fn limit_body<B>(self, body: B) -> Until<B> {
        Until { body, sleep: Box::pin(sleep_until(self.0)) }
    }
}

fn late() -> io::Error {
    io::ErrorKind::TimedOut.into()
}

/// A body that fails where it isn't whole in time.
pub(super) struct Until<B> {
    body: B,
    sleep: Pin<Box<Sleep>>,
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
        if self.sleep.as_mut().poll(cx).is_ready() {
            return Poll::Ready(Some(Err(BodyError::new(late()))));
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
