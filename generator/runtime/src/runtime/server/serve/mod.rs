//! Serving a listener on an open network: every wait has an end.

mod answer;
mod connection;
mod limits;
mod pulse;
mod request_body;
mod response_body;
mod wire;

use std::convert::Infallible;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use http::{Request, Response};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

pub use limits::ServeLimits;

use crate::runtime::Body;
use answer::Handler;

/// Who sent a request: [`serve`] puts it into the request's extensions, for middleware.
///
/// The address is that of the connection's other end, which may be a proxy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PeerAddress(pub SocketAddr);

/// Serves HTTP/1.1 and HTTP/2 (with prior knowledge, RFC 9113 section 3.3) on a listener until `stop` is
/// ready; [`std::future::pending`] never is.
///
/// Then nothing more is accepted, connections without a request are closed, and what is under way gets
/// [`ServeLimits::shutdown`] to finish.
///
/// The service is a [`Service`](super::Service), or one within tower middleware. A panic in it is a `500`.
pub async fn serve<S>(listener: TcpListener, service: S, limits: ServeLimits, stop: impl Future<Output = ()>)
where
    S: tower_service::Service<Request<Body>, Response = Response<Body>, Error = Infallible>,
    S: Clone + Send + 'static,
    S::Future: Send,
{
    let mut stop = pin!(stop);
    let room = Arc::new(Semaphore::new(limits.connections));
    let limits = Arc::new(limits);
    let (stopping, stopped) = watch::channel(false);
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            () = &mut stop => break,
            accepted = accept(&listener, &room) => {
                let Some((stream, peer, permit)) = accepted else { continue };
                let handler = Handler::new(service.clone(), peer, &limits);
                let connection = connection::run(stream, handler, Arc::clone(&limits), stopped.clone());
                connections.spawn(async move {
                    connection.await;
                    drop(permit);
                });
            }
            Some(_) = connections.join_next() => {}
        }
    }
    drop(listener);
    stopping.send_replace(true);
    let ended = async { while connections.join_next().await.is_some() {} };
    let _ = timeout(limits.shutdown, ended).await;
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
