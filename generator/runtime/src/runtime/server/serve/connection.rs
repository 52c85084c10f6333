//! One connection, from its first byte to its end.

use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::{http1, http2};
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulConnection;
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::time::timeout;

use super::ServeLimits;
use super::answer::Handler;
use super::limits::HEADERS;
use super::pulse::Pulse;
use super::wire::Wire;

/// For a connection that the server ends by itself: to say so.
const LAST_WORDS: Duration = Duration::from_secs(1);

/// How much of an answer is kept for one stream of HTTP/2 whose client does not read it.
const SEND_BUFFER: usize = 64 << 10;

/// Answers the requests of one connection. What goes wrong with it concerns its client only.
pub(super) async fn run(
    stream: TcpStream,
    handler: Handler,
    limits: Arc<ServeLimits>,
    mut stopped: watch::Receiver<bool>,
) {
    // Waiting to fill packets only delays answers that are small and whole.
    let _ = stream.set_nodelay(true);
    let pulse = handler.pulse();
    let mut wire = Wire::new(stream, Arc::clone(&pulse));
    let is_http2 = tokio::select! {
        first = timeout(limits.head, wire.is_http2()) => match first {
            Ok(Ok(is_http2)) => is_http2,
            _ => return,
        },
        _ = stopped.wait_for(|stopped| *stopped) => return,
    };
    let wire = TokioIo::new(wire);
    if is_http2 {
        pulse.has_tasks();
        let connection = pin!(http2(&limits).serve_connection(wire, handler));
        drive(connection, &pulse, &limits, stopped).await;
    } else {
        let connection = pin!(http1(&limits).serve_connection(wire, handler));
        drive(connection, &pulse, &limits, stopped).await;
    }
}

fn http1(limits: &ServeLimits) -> http1::Builder {
    let mut builder = http1::Builder::new();
    // The pulse sees to it.
    builder.header_read_timeout(None).max_header_size(limits.head_bytes as usize);
    if limits.headers != HEADERS {
        builder.max_headers(limits.headers);
    }
    builder
}

fn http2(limits: &ServeLimits) -> http2::Builder<TokioExecutor> {
    let mut builder = http2::Builder::new(TokioExecutor::new());
    builder
        .timer(TokioTimer::new())
        .max_concurrent_streams(limits.streams)
        .max_header_list_size(limits.head_bytes)
        .max_send_buf_size(SEND_BUFFER);
    builder
}

/// Runs a connection until it ends, its client is late, or the server stops.
async fn drive<C: GracefulConnection>(
    mut connection: Pin<&mut C>,
    pulse: &Pulse,
    limits: &ServeLimits,
    mut stopped: watch::Receiver<bool>,
) {
    let left = tokio::select! {
        _ = poll_fn(|cx| pulse.turn(&mut connection.as_mut(), cx)) => return,
        () = pulse.client_is_late(limits) => LAST_WORDS,
        _ = stopped.wait_for(|stopped| *stopped) => limits.shutdown,
    };
    connection.as_mut().graceful_shutdown();
    let _ = timeout(left, connection).await;
}
