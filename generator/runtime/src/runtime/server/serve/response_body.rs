//! The body of an answer, which knows whether it waits for the handler or for the client.

use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Frame, SizeHint};

use super::pulse::Turn;
use crate::runtime::{Body, BodyError};

/// The body of an answer. The answer has ended when it is dropped.
pub(super) struct ResponseBody {
    body: Body,
    turn: Turn,
}

impl ResponseBody {
    pub(super) fn new(body: Body, mut turn: Turn) -> Self {
        turn.set(false);
        Self { body, turn }
    }
}

impl http_body::Body for ResponseBody {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        let frame = Pin::new(&mut self.body).poll_frame(cx);
        self.turn.set(frame.is_pending());
        frame
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
