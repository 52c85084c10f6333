//! The file at the end of a form, which is still on its way.
//!
//! The parser keeps whatever its source has ready, which may be the whole file. So it gets one piece, has to
//! make something of it, and gets the next one.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use http_body::Frame;
use multer::{Error, Field, Multipart};

use crate::runtime::{Body, BodyError};

/// How many pieces may come between the file and the end of the form, which is a few bytes.
const PIECES_AFTER: usize = 16;

/// A body as the parser reads it: a piece whenever the gate is open, which closes it. All of a body that
/// is whole.
pub(super) struct Gate {
    body: Body,
    is_open: Option<Arc<AtomicBool>>,
}

impl Gate {
    pub(super) fn new(body: Body, is_open: Arc<AtomicBool>) -> Self {
        let is_open = body.bytes().is_none().then_some(is_open);
        Self { body, is_open }
    }
}

impl Stream for Gate {
    type Item = Result<Bytes, BodyError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.is_open.as_ref().is_some_and(|is_open| !is_open.load(Relaxed)) {
            return Poll::Pending;
        }
        loop {
            let Some(frame) = ready!(http_body::Body::poll_frame(Pin::new(&mut self.body), cx)?) else {
                return Poll::Ready(None);
            };
            if let Ok(data) = frame.into_data() {
                self.is_open.iter().for_each(|is_open| is_open.store(false, Relaxed));
                return Poll::Ready(Some(Ok(data)));
            }
        }
    }
}

/// The file at the end of a form, which is still on its way.
pub(super) struct Tail {
    first: Option<Bytes>,
    /// Until it has been read.
    field: Option<Field<'static>>,
    form: Multipart<'static>,
    is_open: Arc<AtomicBool>,
    pieces_after: usize,
}

impl Tail {
    /// A file that begins with these bytes, or consists of them where no field is to be read.
    pub(super) fn new(
        first: Bytes,
        field: Option<Field<'static>>,
        form: Multipart<'static>,
        is_open: Arc<AtomicBool>,
    ) -> Self {
        Self { first: Some(first), field, form, is_open, pieces_after: 0 }
    }

    /// Lets the parser at one piece after the other, until it has something to say.
    fn poll_parser<T>(
        &mut self,
        cx: &mut Context<'_>,
        mut poll: impl FnMut(&mut Self, &mut Context<'_>) -> Poll<T>,
    ) -> Poll<T> {
        loop {
            self.is_open.store(true, Relaxed);
            match poll(self, cx) {
                Poll::Pending if !self.is_open.load(Relaxed) => {}
                result => return result,
            }
        }
    }

    fn poll_field(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, Error>>> {
        self.poll_parser(cx, |this, cx| match &mut this.field {
            Some(field) => Pin::new(field).poll_next(cx),
            None => Poll::Ready(None),
        })
    }

    /// Whether there is nothing after the file.
    fn poll_end(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), BodyError>> {
        self.field = None;
        let next = ready!(self.poll_parser(cx, |this, cx| {
            this.pieces_after += 1;
            if this.pieces_after > PIECES_AFTER {
                return Poll::Ready(Err(Error::IncompleteStream));
            }
            this.form.poll_next_field(cx).map_ok(|field| field.is_none())
        }));
        Poll::Ready(match next {
            Ok(true) => Ok(()),
            Ok(false) => {
                let late = "a part comes after the file that a form of this size must end with";
                Err(BodyError::new(io::Error::new(io::ErrorKind::InvalidData, late)))
            }
            Err(error) => Err(body_error(error)),
        })
    }
}

/// What went wrong below the parser stays what it was.
fn body_error(error: Error) -> BodyError {
    match error {
        Error::StreamReadFailed(error) => BodyError::new(error),
        error => BodyError::new(error),
    }
}

impl http_body::Body for Tail {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        let next = match self.first.take() {
            Some(first) => Some(Ok(first)),
            None => ready!(self.poll_field(cx)),
        };
        match next {
            Some(Ok(bytes)) => Poll::Ready(Some(Ok(Frame::data(bytes)))),
            Some(Err(error)) => Poll::Ready(Some(Err(body_error(error)))),
            None => Poll::Ready(ready!(self.poll_end(cx)).err().map(Err)),
        }
    }
}
