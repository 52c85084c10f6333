//! The body of a message: bytes that are here already, or a stream of them.

#[cfg(feature = "hyper")]
mod at_once;
mod buffer;
mod error;
#[cfg(any(feature = "hyper", feature = "reqwest", feature = "serve"))]
mod open;
#[cfg(any(feature = "hyper", feature = "reqwest"))]
mod small;

use std::any::Any;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Frame, SizeHint};

pub use error::BodyError;

use super::BoxError;
use buffer::Begun;
pub(crate) use buffer::Collected;

/// The body of a message: bytes that are here already, or a stream of them.
///
/// [`Debug`](fmt::Debug) prints the length only: bodies hold what people say to each other.
#[derive(Default)]
pub struct Body(Kind);

enum Kind {
    Whole(Option<Bytes>),
    Stream(Pin<Box<dyn Stream + Send>>),
}

impl Default for Kind {
    fn default() -> Self {
        Self::Whole(None)
    }
}

impl Body {
    /// A body of no bytes.
    pub fn empty() -> Self {
        Self::default()
    }

    /// A body whose bytes come later.
    pub fn stream<B>(body: B) -> Self
    where
        B: http_body::Body<Data = Bytes> + Send + 'static,
        B::Error: Into<BoxError>,
    {
        let mut body = Some(body);
        if let Some(same) = (&mut body as &mut dyn Any).downcast_mut::<Option<Self>>() {
            return same.take().unwrap_or_default();
        }
        match body {
            Some(body) if !body.is_end_stream() => Self(Kind::Stream(Box::pin(body))),
            _ => Self::empty(),
        }
    }

    /// All bytes, where they are here already; the body itself where it is a stream.
    pub fn try_into_bytes(self) -> Result<Bytes, Self> {
        match self.0 {
            Kind::Whole(bytes) => Ok(bytes.unwrap_or_default()),
            Kind::Stream(stream) => Err(Self(Kind::Stream(stream))),
        }
    }

    /// The same body once more, which shares its bytes. Nothing where it is a stream.
    pub fn try_clone(&self) -> Option<Self> {
        match &self.0 {
            Kind::Whole(bytes) => Some(Self(Kind::Whole(bytes.clone()))),
            Kind::Stream(_) => None,
        }
    }

    /// Waits for all bytes. More than `limit` of them is an error.
    pub async fn collect(mut self, limit: usize) -> Result<Bytes, BodyError> {
        if let Kind::Whole(bytes) = &mut self.0 {
            let bytes = bytes.take().unwrap_or_default();
            return if bytes.len() > limit { Err(BodyError::TooLarge { limit }) } else { Ok(bytes) };
        }
        if http_body::Body::size_hint(&self).lower() > limit as u64 {
            return Err(BodyError::TooLarge { limit });
        }
        let mut collected = Collected::default();
        while let Some(data) = self.next().await {
            collected.push(data?, http_body::Body::size_hint(&self).lower());
            if collected.len() > limit {
                return Err(BodyError::TooLarge { limit });
            }
        }
        Ok(collected.into_bytes())
    }

    /// Waits until there are more than `length` bytes, which come as one piece then, or all.
    pub async fn buffer(mut self, length: usize) -> Result<Self, BodyError> {
        if self.bytes().is_some() {
            return Ok(self);
        }
        let mut collected = Collected::default();
        while let Some(data) = self.next().await {
            collected.push(data?, http_body::Body::size_hint(&self).lower().min(length as u64));
            if collected.len() > length {
                let first = Some(collected.into_bytes());
                return Ok(Self(Kind::Stream(Box::pin(Begun { first, rest: self }))));
            }
        }
        Ok(collected.into_bytes().into())
    }

    /// The next piece of the body; nothing where it has ended.
    pub async fn next(&mut self) -> Option<Result<Bytes, BodyError>> {
        loop {
            match poll_fn(|cx| http_body::Body::poll_frame(Pin::new(&mut *self), cx)).await? {
                Ok(frame) => match frame.into_data() {
                    Ok(data) => return Some(Ok(data)),
                    // Trailers: no document describes them.
                    Err(_) => continue,
                },
                Err(error) => return Some(Err(error)),
            }
        }
    }

    /// The bytes, where all are here.
    pub(crate) fn bytes(&self) -> Option<&[u8]> {
        match &self.0 {
            Kind::Whole(bytes) => Some(bytes.as_deref().unwrap_or_default()),
            Kind::Stream(_) => None,
        }
    }

    /// The number of bytes, where it is known.
    pub fn len(&self) -> Option<u64> {
        http_body::Body::size_hint(self).exact()
    }

    /// Whether it is known that there are no bytes.
    pub fn is_empty(&self) -> bool {
        self.len() == Some(0)
    }
}

impl http_body::Body for Body {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        match &mut self.get_mut().0 {
            Kind::Whole(bytes) => Poll::Ready(bytes.take().map(|bytes| Ok(Frame::data(bytes)))),
            Kind::Stream(stream) => stream.as_mut().poll(cx),
        }
    }

    fn is_end_stream(&self) -> bool {
        match &self.0 {
            Kind::Whole(bytes) => bytes.is_none(),
            Kind::Stream(stream) => stream.is_end(),
        }
    }

    fn size_hint(&self) -> SizeHint {
        match &self.0 {
            Kind::Whole(bytes) => SizeHint::with_exact(bytes.as_ref().map_or(0, Bytes::len) as u64),
            Kind::Stream(stream) => stream.hint(),
        }
    }
}

/// A body of anybody's, whatever its errors are.
trait Stream {
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BodyError>>>;
    fn is_end(&self) -> bool;
    fn hint(&self) -> SizeHint;
}

impl<B> Stream for B
where
    B: http_body::Body<Data = Bytes>,
    B::Error: Into<BoxError>,
{
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        self.poll_frame(cx).map_err(BodyError::new)
    }

    fn is_end(&self) -> bool {
        self.is_end_stream()
    }

    fn hint(&self) -> SizeHint {
        self.size_hint()
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.len() {
            Some(length) => write!(f, "Body({length} bytes)"),
            None => f.write_str("Body(a stream)"),
        }
    }
}

impl From<Bytes> for Body {
    fn from(bytes: Bytes) -> Self {
        Self(Kind::Whole(Some(bytes).filter(|bytes| !bytes.is_empty())))
    }
}

macro_rules! from_bytes {
    ($($source:ty),*) => {$(
        impl From<$source> for Body {
            fn from(source: $source) -> Self {
                Bytes::from(source).into()
            }
        }
    )*};
}

from_bytes!(Vec<u8>, String, &'static str, &'static [u8]);
