//! Bodies that are not simply there.

use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::Frame;

use crate::runtime::{Body, BodyError};

/// A body that is there, but doesn't say so, and can't be read twice.
pub(super) fn of_unknown_length(text: &'static str) -> Body {
    let mut body = Body::from(text);
    Body::stream(Frames(move |cx: &mut Context<'_>| http_body::Body::poll_frame(Pin::new(&mut body), cx)))
}

/// A body that never comes.
pub(super) fn endless() -> Body {
    Body::stream(Frames(|_: &mut Context<'_>| Poll::Pending))
}

/// A body that must not be read.
pub(super) fn unreadable() -> Body {
    Body::stream(Frames(|_: &mut Context<'_>| panic!("the body is read")))
}

struct Frames<F>(F);

impl<F> http_body::Body for Frames<F>
where
    F: FnMut(&mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> + Unpin,
{
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        (self.0)(cx)
    }
}
