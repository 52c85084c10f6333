//! Files of this machine as bodies.

use std::io;
use std::path::Path;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http_body::{Frame, SizeHint};
use tokio::fs::File;
use tokio::io::{AsyncRead, ReadBuf};

use super::Body;

/// How much is read at once.
const PIECE: usize = 64 << 10;

impl Body {
    /// The bytes of a file, which are read while they are sent. The body's length is what the file has now:
    /// what is added to it later is left out.
    pub async fn open(path: impl AsRef<Path>) -> io::Result<Self> {
        let file = File::open(path).await?;
        let left = file.metadata().await?.len();
        Ok(Self::stream(Opened { file, left, buffer: Vec::new() }))
    }
}

/// A file that is being read.
struct Opened {
    file: File,
    left: u64,
    buffer: Vec<u8>,
}

impl http_body::Body for Opened {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        let this = &mut *self;
        if this.left == 0 {
            return Poll::Ready(None);
        }
        let wanted = usize::try_from(this.left).map_or(PIECE, |left| left.min(PIECE));
        this.buffer.resize(wanted, 0);
        let mut read = ReadBuf::new(&mut this.buffer);
        ready!(Pin::new(&mut this.file).poll_read(cx, &mut read))?;
        let length = read.filled().len();
        if length == 0 {
            return Poll::Ready(Some(Err(io::ErrorKind::UnexpectedEof.into())));
        }
        this.left -= length as u64;
        this.buffer.truncate(length);
        let piece = Bytes::from(std::mem::take(&mut this.buffer));
        Poll::Ready(Some(Ok(Frame::data(piece))))
    }

    fn is_end_stream(&self) -> bool {
        self.left == 0
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left)
    }
}
