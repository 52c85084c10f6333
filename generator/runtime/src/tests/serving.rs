//! `serve` on an open network, over TCP.

use std::convert::Infallible;
use std::future::pending;
use std::net::SocketAddr;
use std::time::Duration;

use http::{Request, Response};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

use super::homeserver::{Zeros, service, token};
use crate::client::Client;
use crate::login::post_login;
use crate::media::{download, get_messages, upload};
use crate::runtime::{
    Body, CallError, PeerAddress, ReqwestTransport, ServeLimits, Service, TransportErrorKind, serve,
};

/// The server of these tests, on a free port.
pub(super) async fn start(limits: ServeLimits) -> SocketAddr {
    start_with(service(), limits).await
}

pub(super) async fn start_with<S>(service: S, limits: ServeLimits) -> SocketAddr
where
    S: tower_service::Service<Request<Body>, Response = Response<Body>, Error = Infallible>,
    S: Clone + Send + 'static,
    S::Future: Send,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(serve(listener, service, limits, pending()));
    address
}

/// Limits that are reached within a test.
pub(super) fn short() -> ServeLimits {
    let wait = Duration::from_millis(100);
    let waits = ServeLimits { head: wait, body: wait, send: wait, idle: wait, ..ServeLimits::default() };
    ServeLimits { shutdown: wait, connections: 2, ..waits }
}

/// What the server sends to the text, until it closes the connection.
pub(super) async fn exchange(address: SocketAddr, text: &str) -> String {
    exchange_on(TcpStream::connect(address).await.unwrap(), text).await
}

async fn exchange_on(mut stream: TcpStream, text: &str) -> String {
    stream.write_all(text.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer
}

#[tokio::test]
async fn the_client_and_the_server_speak_over_tcp() {
    let client = Client::new(&format!("http://{}", start(ServeLimits::default()).await)).unwrap();
    let session = client.post_login(post_login::Request::new("bob", "ilovebananas")).await.unwrap();
    assert_eq!(session.user_id.as_deref(), Some("@bob:matrix.org"));
    match client.post_login(post_login::Request::new("teapot", "")).await {
        Err(CallError::Answer(post_login::Error::Undocumented(response))) => {
            assert_eq!(response.body(), "short")
        }
        other => panic!("{other:?}"),
    }
    let request =
        get_messages::Request::new("!\u{e9}/%:b").with_kinds(vec!["a,b".to_owned(), "c d".to_owned()]);
    let echo = client.get_messages(request.clone()).await.unwrap();
    assert_eq!(echo[0].user_id, format!("{request:?}"));
}

#[tokio::test]
async fn timeouts_are_the_user_s() {
    let login = async |address, timeout| {
        let transport = ReqwestTransport::with_timeout(timeout).unwrap();
        let client = Client::with_transport(&format!("http://{address}"), transport).unwrap();
        client.post_login(post_login::Request::new("bob", "ilovebananas")).await
    };
    login(start(ServeLimits::default()).await, Duration::MAX).await.unwrap();

    // The system takes the connection, and nobody ever looks at it.
    let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
    match login(silent.local_addr().unwrap(), Duration::from_millis(20)).await {
        Err(CallError::Transport(error)) => assert_eq!(error.kind(), TransportErrorKind::Timeout),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn bodies_are_streamed_both_ways() {
    let address = start(ServeLimits::default()).await;
    let client = Client::new(&format!("http://{address}")).unwrap().with_credential(&token());
    let length = 8 << 20;
    let stream = Body::stream(Zeros { left: length, says_length: false });
    let uploaded = client.upload(upload::Request::new(stream)).await.unwrap();
    assert_eq!(uploaded.content_uri, format!("user: {length} of application/octet-stream"));

    let found = client.download(download::Request::new("a", "b", "c")).await.unwrap();
    assert!(found.body.collect(10).await.is_err());
}

#[tokio::test]
async fn what_is_under_way_is_finished_before_the_end() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let limits = ServeLimits { shutdown: Duration::from_secs(60), ..short() };
    let server = tokio::spawn(serve(listener, slow(), limits, async { drop(stopped.await) }));
    let text = "GET /slow HTTP/1.1\r\nHost: a\r\n\r\n";
    let answer = tokio::spawn(async move { exchange(address, text).await });
    tokio::time::sleep(Duration::from_millis(50)).await;
    stop.send(()).unwrap();
    assert!(answer.await.unwrap().starts_with("HTTP/1.1 404 "));
    server.await.unwrap();
    assert!(TcpStream::connect(address).await.is_err());
}

#[tokio::test]
async fn middleware_is_served_too_and_knows_who_calls() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let stream = TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
    let caller = PeerAddress(stream.local_addr().unwrap());
    let middleware = tower::service_fn(move |request: Request<Body>| {
        assert_eq!(request.extensions().get(), Some(&caller));
        tower::ServiceExt::oneshot(service(), request)
    });
    tokio::spawn(serve(listener, middleware, short(), pending()));
    let text = "GET /unknown HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    assert!(exchange_on(stream, text).await.starts_with("HTTP/1.1 404 "));
}

/// The renderer of rejections stands in for a slow handler.
fn slow() -> Service {
    service().with_rejections(|rejection| {
        std::thread::sleep(Duration::from_millis(200));
        crate::runtime::problem(rejection)
    })
}
