//! Serving a listener on an open network: every wait has an end.

use std::convert::Infallible;
use std::future::{Future, poll_fn};
use std::io;
use std::net::SocketAddr;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response};
use http_body::{Frame, SizeHint};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::JoinSet;
use tokio::time::{Instant, Sleep, sleep, timeout};

use crate::runtime::{Body, BodyError, BoxFuture};

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

/// Who sent a request: [`serve`] puts it into the request's extensions, for middleware.
///
/// The address is that of the connection's other end, which may be a proxy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PeerAddress(pub SocketAddr);

/// Serves HTTP/1.1 on a listener until `stop` is ready; [`std::future::pending`] never is.
///
/// Then nothing more is accepted, and what is under way gets [`ServeLimits::shutdown`] to finish.
///
/// The service is a [`Service`](super::Service), or one within tower middleware.
pub async fn serve<S>(listener: TcpListener, service: S, limits: ServeLimits, stop: impl Future<Output = ()>)
where
    S: tower_service::Service<Request<Body>, Response = Response<Body>, Error = Infallible>,
    S: Clone + Send + 'static,
    S::Future: Send,
{
    let mut stop = pin!(stop);
    let room = Arc::new(Semaphore::new(limits.connections));
    let graceful = GracefulShutdown::new();
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            () = &mut stop => break,
            accepted = accept(&listener, &room) => {
                let Some((stream, peer, permit)) = accepted else { continue };
                let handler = Handler { service: service.clone(), peer, wait: limits.body };
                let connection = graceful.watch(connection(stream, handler, limits.head));
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
async fn accept(
    listener: &TcpListener,
    room: &Arc<Semaphore>,
) -> Option<(TcpStream, PeerAddress, OwnedSemaphorePermit)> {
    let permit = Arc::clone(room).acquire_owned().await.ok()?;
    match listener.accept().await {
        Ok((stream, peer)) => Some((stream, PeerAddress(peer), permit)),
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

type Connection<S> = http1::Connection<TokioIo<TcpStream>, Handler<S>>;

fn connection<S>(stream: TcpStream, handler: Handler<S>, head: Duration) -> Connection<S>
where
    Handler<S>: hyper::service::HttpService<hyper::body::Incoming, ResBody = Body>,
{
    // Answers are small and whole: waiting to fill packets only delays them.
    let _ = stream.set_nodelay(true);
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(head)
        .serve_connection(TokioIo::new(stream), handler)
}

/// A tower service as one of hyper's.
struct Handler<S> {
    service: S,
    peer: PeerAddress,
    wait: Duration,
}

impl<S> hyper::service::Service<Request<hyper::body::Incoming>> for Handler<S>
where
    S: tower_service::Service<Request<Body>, Response = Response<Body>, Error = Infallible>,
    S: Clone + Send + 'static,
    S::Future: Send,
{
    type Response = Response<Body>;
    type Error = Infallible;
    type Future = BoxFuture<Result<Response<Body>, Infallible>>;

    fn call(&self, request: Request<hyper::body::Incoming>) -> Self::Future {
        let wait = self.wait;
        let mut request =
            request.map(|body| Body::stream(Timed { body, wait, sleep: Box::pin(sleep(wait)) }));
        request.extensions_mut().insert(self.peer);
        let mut service = self.service.clone();
        Box::pin(async move {
            poll_fn(|cx| service.poll_ready(cx)).await?;
            service.call(request).await
        })
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
