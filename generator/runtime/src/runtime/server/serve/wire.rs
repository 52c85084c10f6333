//! The bytes of a connection, watched.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Sleep, sleep};

use super::pulse::Pulse;

/// What each connection of HTTP/2 begins with (RFC 9113 section 3.4), and no request of HTTP/1.1.
const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

/// For how long a client is listened to that has got its last answer and still sends.
const LINGER: Duration = Duration::from_secs(1);

/// The bytes of a connection. [`Pulse`] is told of those that move.
pub(super) struct Wire {
    stream: TcpStream,
    pulse: Arc<Pulse>,
    /// What was read to tell the version, until it is read again.
    first: Vec<u8>,
    is_http2: bool,
    /// The wait for the client to close, too.
    lingering: Option<Pin<Box<Sleep>>>,
}

impl Wire {
    pub(super) fn new(stream: TcpStream, pulse: Arc<Pulse>) -> Self {
        Self { stream, pulse, first: Vec::new(), is_http2: false, lingering: None }
    }

    /// Reads as far as it takes to tell HTTP/2 from HTTP/1.1.
    pub(super) async fn is_http2(&mut self) -> io::Result<bool> {
        while self.first.len() < PREFACE.len() && PREFACE.starts_with(&self.first) {
            let mut bytes = [0; PREFACE.len()];
            let missing = bytes.get_mut(self.first.len()..).unwrap_or_default();
            let mut read = ReadBuf::new(missing);
            std::future::poll_fn(|cx| Pin::new(&mut self.stream).poll_read(cx, &mut read)).await?;
            if read.filled().is_empty() {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            self.first.extend_from_slice(read.filled());
        }
        self.is_http2 = self.first == PREFACE;
        Ok(self.is_http2)
    }

    /// Closes in two steps: says that nothing more comes, and takes what the client still sends. Else the
    /// system would tell the client that its bytes were lost, and the client would lose the answer.
    fn poll_linger(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        let lingering = self.lingering.get_or_insert_with(|| Box::pin(sleep(LINGER)));
        while lingering.as_mut().poll(cx).is_pending() {
            let mut bytes = [0; 4096];
            let mut read = ReadBuf::new(&mut bytes);
            let result = ready!(Pin::new(&mut self.stream).poll_read(cx, &mut read));
            if result.is_err() || read.filled().is_empty() {
                break;
            }
        }
        Poll::Ready(())
    }
}

impl AsyncRead for Wire {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if !self.first.is_empty() {
            let length = self.first.len().min(buffer.remaining());
            buffer.put_slice(self.first.get(..length).unwrap_or_default());
            self.first.drain(..length);
            return Poll::Ready(Ok(()));
        }
        let before = buffer.filled().len();
        ready!(Pin::new(&mut self.stream).poll_read(cx, buffer))?;
        if buffer.filled().len() > before {
            self.pulse.read(!self.is_http2);
        }
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Wire {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = ready!(Pin::new(&mut self.stream).poll_write(cx, bytes))?;
        self.pulse.moved();
        Poll::Ready(Ok(written))
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = ready!(Pin::new(&mut self.stream).poll_write_vectored(cx, bytes))?;
        self.pulse.moved();
        Poll::Ready(Ok(written))
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        if self.lingering.is_none() {
            ready!(Pin::new(&mut self.stream).poll_shutdown(cx))?;
        }
        self.poll_linger(cx).map(Ok)
    }
}
