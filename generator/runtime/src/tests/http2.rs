//! HTTP/2 with prior knowledge, on the same port.

use std::net::SocketAddr;
use std::time::Duration;

use http::{Request, StatusCode, Version};
use hyper::client::conn::http2::{Builder, SendRequest};
use hyper_util::rt::{TokioExecutor, TokioIo};
use tokio::net::TcpStream;
use tokio::task::JoinHandle;
use tokio::time::timeout;

use super::homeserver::zeros;
use super::serving::{short, start};
use crate::runtime::{Body, ServeLimits};

/// A connection, and the task that ends with it.
async fn connect(address: SocketAddr) -> (SendRequest<Body>, JoinHandle<()>) {
    let stream = TokioIo::new(TcpStream::connect(address).await.unwrap());
    let (sender, connection) = Builder::new(TokioExecutor::new()).handshake(stream).await.unwrap();
    (sender, tokio::spawn(async { drop(connection.await) }))
}

fn login(body: Body) -> Request<Body> {
    Request::post("http://a/_matrix/client/api/v1/login").body(body).unwrap()
}

#[tokio::test]
async fn requests_of_one_connection_are_answered_at_the_same_time() {
    let (sender, _) = connect(start(ServeLimits::default()).await).await;
    let sent = (0..20).map(|index| {
        let credentials = format!(r#"{{"username":"u{index}","password":"ilovebananas"}}"#);
        let response = sender.clone().send_request(login(credentials.into()));
        async move { (index, response.await.unwrap()) }
    });
    for sent in sent.collect::<Vec<_>>() {
        let (index, response) = sent.await;
        assert_eq!((response.status(), response.version()), (StatusCode::OK, Version::HTTP_2));
        let body = Body::stream(response.into_body()).collect(1000).await.unwrap();
        assert!(String::from_utf8_lossy(&body).contains(&format!("@u{index}:")));
    }
}

#[tokio::test]
async fn the_limits_are_those_of_http_1() {
    let (mut sender, _) =
        connect(start(ServeLimits { head_bytes: 4096, ..ServeLimits::default() }).await).await;
    let large = login(zeros(3 << 20));
    assert_eq!(sender.send_request(large).await.unwrap().status(), StatusCode::PAYLOAD_TOO_LARGE);
    let mut long = login(Body::empty());
    long.headers_mut().insert("x-long", "x".repeat(5000).parse().unwrap());
    assert_eq!(
        sender.send_request(long).await.unwrap().status(),
        StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE
    );
}

#[tokio::test]
async fn a_connection_without_requests_ends_in_order() {
    let (mut sender, connection) = connect(start(short()).await).await;
    assert_eq!(sender.send_request(login("".into())).await.unwrap().status(), StatusCode::BAD_REQUEST);
    timeout(Duration::from_secs(10), connection).await.expect("the server ends it").unwrap();
}

#[tokio::test]
async fn half_a_preface_ends_too() {
    let address = start(short()).await;
    let text = "PRI * HTTP/2.0\r\n\r\nSM";
    assert_eq!(timeout(Duration::from_secs(10), super::serving::exchange(address, text)).await.unwrap(), "");
}
