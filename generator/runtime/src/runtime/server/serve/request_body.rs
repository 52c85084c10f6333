//! The body of a request, which fails where its next piece takes too long.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use http_body::{Frame, SizeHint};
use hyper::body::Incoming;
use tokio::time::{Sleep, sleep};

use crate::runtime::{Body, BodyError};

/// The body of a request, which fails where its next piece takes too long.
pub(super) struct RequestBody {
    body: Incoming,
    wait: Duration,
    /// Of the piece that is waited for.
    sleep: Option<Pin<Box<Sleep>>>,
}

impl RequestBody {
    /// A body that may wait so long for each piece.
    pub(super) fn within(wait: Duration, body: Incoming) -> Body {
        Body::stream(Self { body, wait, sleep: None })
    }
}

impl http_body::Body for RequestBody {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        if let Poll::Ready(frame) = Pin::new(&mut self.body).poll_frame(cx) {
            self.sleep = None;
            return Poll::Ready(frame.map(|frame| frame.map_err(BodyError::new)));
        }
        let wait = self.wait;
        let sleep = self.sleep.get_or_insert_with(|| Box::pin(sleep(wait)));
        ready!(sleep.as_mut().poll(cx));
        Poll::Ready(Some(Err(BodyError::new(io::Error::from(io::ErrorKind::TimedOut)))))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
