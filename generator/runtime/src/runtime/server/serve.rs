//! Serving a listener on an open network: every wait has an end.

use std::future::Future;
use std::io;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use http_body::{Frame, SizeHint};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::JoinSet;
use tokio::time::{Instant, Sleep, sleep, timeout};

use crate::runtime::{Body, BodyError};

use super::Service;

/// How long [`serve`] waits for what, and how much it does at once.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ServeLimits {
    /// For the whole head of a request, from when a connection is open or its last answer is sent: 30
    /// seconds. Idle connections end with it.
    pub head: Duration,
    /// For the next piece of a request's body: 30 seconds.
    pub body: Duration,
    /// For answers that are under way when the server shuts down: 30 seconds.
    pub shutdown: Duration,
    /// How many connections are open at once: 1024. Others wait to be accepted.
    pub connections: usize,
}

impl Default for ServeLimits {
    fn default() -> Self {
        let wait = Duration::from_secs(30);
        Self { head: wait, body: wait, shutdown: wait, connections: 1024 }
    }
}

/// Serves HTTP/1.1 on a listener until `stop` is ready; [`std::future::pending`] never is.
///
/// Then nothing more is accepted, and what is under way gets [`ServeLimits::shutdown`] to finish.
pub async fn serve(
    listener: TcpListener,
    service: Service,
    limits: ServeLimits,
    stop: impl Future<Output = ()>,
) {
    let mut stop = pin!(stop);
    let room = Arc::new(Semaphore::new(limits.connections));
    let graceful = GracefulShutdown::new();
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            () = &mut stop => break,
            accepted = accept(&listener, &room) => {
                let Some((stream, permit)) = accepted else { continue };
                let connection = graceful.watch(connection(stream, service.clone(), &limits));
                connections.spawn(async move {
                    // What goes wrong with a connection concerns its client only.
                    let _ = connection.await;
                    drop(permit);
                });
            }
            Some(_) = connections.join_next() => {}
        }
    }
    drop(listener);
    let _ = timeout(limits.shutdown, graceful.shutdown()).await;
    connections.shutdown().await;
}

/// The next connection, once there is room for it. Nothing where it was gone before it was accepted.
async fn accept(listener: &TcpListener, room: &Arc<Semaphore>) -> Option<(TcpStream, OwnedSemaphorePermit)> {
    let permit = Arc::clone(room).acquire_owned().await.ok()?;
    match listener.accept().await {
        Ok((stream, _)) => Some((stream, permit)),
        Err(error) => {
            if !is_of_connection(&error) {
                // Out of file descriptors, most likely: others have to end first.
                sleep(Duration::from_secs(1)).await;
            }
            None
        }
    }
}

fn is_of_connection(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}

type Connection = http1::Connection<TokioIo<TcpStream>, Handler>;

fn connection(stream: TcpStream, service: Service, limits: &ServeLimits) -> Connection {
    // Answers are small and whole: waiting to fill packets only delays them.
    let _ = stream.set_nodelay(true);
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.head)
        .serve_connection(TokioIo::new(stream), Handler { service, wait: limits.body })
}

struct Handler {
    service: Service,
    wait: Duration,
}

impl hyper::service::Service<http::Request<hyper::body::Incoming>> for Handler {
    type Response = http::Response<Body>;
    type Error = std::convert::Infallible;
    type Future = super::Responding;

    fn call(&self, request: http::Request<hyper::body::Incoming>) -> super::Responding {
        let body = |body| Body::stream(Timed { body, wait: self.wait, sleep: Box::pin(sleep(self.wait)) });
        tower_service::Service::call(&mut self.service.clone(), request.map(body))
    }
}

/// A body that fails where its next piece takes too long.
struct Timed {
    body: hyper::body::Incoming,
    wait: Duration,
    sleep: Pin<Box<Sleep>>,
}

impl http_body::Body for Timed {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        if let Poll::Ready(frame) = Pin::new(&mut self.body).poll_frame(cx) {
            let next = Instant::now() + self.wait;
            self.sleep.as_mut().reset(next);
            return Poll::Ready(frame.map(|frame| frame.map_err(BodyError::new)));
        }
        ready!(self.sleep.as_mut().poll(cx));
        Poll::Ready(Some(Err(BodyError::new(io::Error::from(io::ErrorKind::TimedOut)))))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
