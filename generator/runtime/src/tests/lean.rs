//! The lean transport, over TCP.

use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use super::homeserver::{service, token};
use super::serving::{start, start_with};
use crate::client::Client;
use crate::login::post_login;
use crate::media::download;
use crate::runtime::{CallError, HyperTransport, ServeLimits, TransportErrorKind};

fn client(place: &str, transport: HyperTransport) -> Client {
    Client::with_transport(place, transport).unwrap()
}

fn login() -> post_login::Request {
    post_login::Request::new("bob", "ilovebananas")
}

/// Reads a request, sends a text, and then says nothing more and keeps the connection.
async fn falls_silent_after(text: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut bytes = [0; 4096];
        assert!(stream.read(&mut bytes).await.unwrap() > 0);
        stream.write_all(text.as_bytes()).await.unwrap();
        while stream.read(&mut bytes).await.is_ok_and(|read| read > 0) {}
    });
    format!("http://{address}")
}

#[tokio::test]
async fn it_carries_json_and_streams() {
    let place = format!("http://{}", start(ServeLimits::default()).await);
    let client = client(&place, HyperTransport::new()).with_credential(&token());
    let session = client.post_login(login()).await.unwrap();
    assert_eq!(session.user_id.as_deref(), Some("@bob:matrix.org"));
    let file = client.download(download::Request::new("matrix.org", "1000000", "zeros")).await.unwrap();
    assert_eq!(file.body.collect(1_000_000).await.unwrap().len(), 1_000_000);
}

#[tokio::test]
async fn a_server_that_is_late_is_given_up() {
    let short = HyperTransport::new().with_timeout(Duration::from_millis(100));
    for said in ["", "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{"] {
        let client = client(&falls_silent_after(said).await, short.clone());
        let error = client.post_login(login()).await.unwrap_err();
        assert!(
            matches!(&error, CallError::Transport(error) if error.kind() == TransportErrorKind::Timeout),
            "{said}: {error:?}"
        );
    }
}

#[tokio::test]
async fn no_limit_is_none() {
    let place = format!("http://{}", start(ServeLimits::default()).await);
    let client = client(&place, HyperTransport::new().with_timeout(Duration::MAX));
    client.post_login(login()).await.unwrap();
}

#[tokio::test]
async fn without_a_connector_for_tls_nothing_is_sent_over_https() {
    let error = client("https://127.0.0.1:9", HyperTransport::new()).post_login(login()).await.unwrap_err();
    assert!(matches!(error, CallError::Transport(error) if error.kind() == TransportErrorKind::Connect));
}

#[tokio::test]
async fn where_nobody_listens_there_is_no_connection() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let place = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let error = client(&place, HyperTransport::default()).post_login(login()).await.unwrap_err();
    assert!(matches!(error, CallError::Transport(error) if error.kind() == TransportErrorKind::Connect));
}

#[tokio::test]
async fn a_redirect_is_the_answer() {
    let redirect = "HTTP/1.1 307 Temporary Redirect\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n";
    let client = client(&falls_silent_after(redirect).await, HyperTransport::new());
    let error = client.post_login(login()).await.unwrap_err();
    assert_eq!(error.status().map(|status| status.as_u16()), Some(307));
}

/// A connector decides where connections lead: here everything is in one place, whatever its name.
#[tokio::test]
async fn connections_are_what_the_connector_makes() {
    let address = start_with(service(), ServeLimits::default()).await;
    let connector = tower::service_fn(move |_: http::Uri| {
        Box::pin(
            async move { tokio::net::TcpStream::connect(address).await.map(hyper_util::rt::TokioIo::new) },
        )
    });
    let client = client("http://homeserver.example", HyperTransport::with_connector(connector));
    client.post_login(login()).await.unwrap();
}
