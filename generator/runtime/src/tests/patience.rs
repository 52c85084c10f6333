//! Clients that are slow, say too much, or never end.

use std::convert::Infallible;
use std::time::Duration;

use http::{Request, Response};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};
use tower::service_fn;

use super::homeserver::{service, zeros};
use super::serving::{exchange, short, start, start_with};
use crate::runtime::{Body, ServeLimits};

const LOGIN: &str = "POST /_matrix/client/api/v1/login HTTP/1.1\r\nHost: a\r\n";

#[tokio::test]
async fn connections_that_say_nothing_or_half_a_request_end() {
    let address = start(short()).await;
    assert_eq!(exchange(address, "").await, "");
    exchange(address, "GET / HTTP/1.1\r\nHost: a\r\n").await;
    let half = "POST /_matrix/client/api/v1/login HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{";
    let answer = exchange(address, half).await;
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
    let idle = exchange(address, "GET / HTTP/1.1\r\nHost: a\r\n\r\n").await;
    assert!(idle.starts_with("HTTP/1.1 404 "), "{idle}");
}

#[tokio::test]
async fn connections_over_the_cap_wait_for_their_turn() {
    let address =
        start(ServeLimits { head: Duration::from_secs(60), idle: Duration::from_secs(60), ..short() }).await;
    let first = TcpStream::connect(address).await.unwrap();
    let _second = TcpStream::connect(address).await.unwrap();
    let third = exchange(address, "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    let mut third = std::pin::pin!(third);
    assert!(tokio::time::timeout(Duration::from_millis(200), &mut third).await.is_err());
    drop(first);
    assert!(third.await.starts_with("HTTP/1.1 404 "));
}

#[tokio::test]
async fn a_large_body_is_refused_by_its_length_alone() {
    let address = start(ServeLimits::default()).await;
    let head = "POST /_matrix/client/api/v1/login HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 9999999999\r\n\r\n";
    assert!(exchange(address, head).await.starts_with("HTTP/1.1 413 "));
}

#[tokio::test]
async fn a_large_body_without_a_length_is_refused_where_it_gets_too_large() {
    let address = start(ServeLimits::default()).await;
    let piece = format!("10000\r\n{}\r\n", " ".repeat(1 << 16));
    let body = piece.repeat(33);
    let request = format!("{LOGIN}Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n{body}0\r\n\r\n");
    assert!(exchange(address, &request).await.starts_with("HTTP/1.1 413 "));
}

/// A client that first sends everything, and then reads, still gets to know why.
#[tokio::test]
async fn an_answer_is_not_lost_because_the_request_is_not_read() {
    let address = start(ServeLimits::default()).await;
    let body = " ".repeat(16 << 20);
    let request = format!("{LOGIN}Connection: close\r\nContent-Length: {}\r\n\r\n{body}", body.len());
    assert!(exchange(address, &request).await.starts_with("HTTP/1.1 413 "));
}

#[tokio::test]
async fn a_head_of_too_many_bytes_or_headers_is_refused() {
    let limits = ServeLimits { head_bytes: 1 << 14, headers: 20, ..ServeLimits::default() };
    let address = start(limits).await;
    let status = async |headers: String| {
        let answer =
            exchange(address, &format!("GET / HTTP/1.1\r\nConnection: close\r\n{headers}\r\n")).await;
        answer.split(' ').nth(1).map(str::to_owned)
    };
    assert_eq!(status("a: b\r\n".repeat(19)).await.as_deref(), Some("404"));
    assert_eq!(status("a: b\r\n".repeat(20)).await.as_deref(), Some("431"));
    assert_eq!(status(format!("a: {}\r\n", "b".repeat(1 << 15))).await.as_deref(), Some("431"));
}

#[tokio::test]
async fn a_client_that_does_not_take_its_answer_is_left() {
    let answer = |_: Request<Body>| async { Ok::<_, Infallible>(Response::new(zeros(u64::MAX))) };
    let address = start_with(service_fn(answer), ServeLimits { connections: 1, ..short() }).await;
    let mut slow = TcpStream::connect(address).await.unwrap();
    slow.write_all(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n").await.unwrap();
    // There is room for one only.
    let mut next = TcpStream::connect(address).await.unwrap();
    next.write_all(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n").await.unwrap();
    let mut first = [0; 8];
    timeout(Duration::from_secs(10), next.read_exact(&mut first)).await.expect("a place").unwrap();
    assert_eq!(&first, b"HTTP/1.1");
}

#[tokio::test]
async fn a_handler_takes_the_time_it_needs() {
    let answer = |_: Request<Body>| async {
        sleep(Duration::from_millis(500)).await;
        Ok::<_, Infallible>(Response::new(Body::from("late")))
    };
    let address = start_with(service_fn(answer), short()).await;
    let answer = exchange(address, "GET / HTTP/1.1\r\nHost: a\r\n\r\n").await;
    assert!(answer.ends_with("late"), "{answer}");
}

#[tokio::test]
async fn middleware_that_panics_is_a_500_and_the_connection_goes_on() {
    let answer = |request: Request<Body>| async move {
        assert_ne!(request.uri().path(), "/panic");
        Ok::<_, Infallible>(Response::new(Body::from("fine")))
    };
    let address = start_with(service_fn(answer), short()).await;
    let text = "GET /panic HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n";
    let answers = exchange(address, text).await;
    assert!(answers.starts_with("HTTP/1.1 500 ") && answers.ends_with("fine"), "{answers}");
}

/// Half a head, half a body, or an answer that nobody reads: they wait, and others don't wait for them.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_slow_clients_keep_nobody_from_an_answer() {
    let (some, short) = (Duration::from_secs(2), short());
    let limits = ServeLimits { connections: 1024, head: some, body: some, send: some, idle: some, ..short };
    let address = start_with(service_fn(endless_or_nothing), limits).await;
    let texts = [
        "GET /not-yet-wh".to_owned(),
        "GET / HTTP/1.1\r\nHost: a\r\n".to_owned(),
        format!("{LOGIN}Content-Length: 100\r\n\r\n{{"),
        format!("{LOGIN}Transfer-Encoding: chunked\r\n\r\n5\r\n{{"),
        "GET /endless HTTP/1.1\r\nHost: a\r\n\r\n".to_owned(),
    ];
    let mut slow = Vec::new();
    for text in texts.iter().cycle().take(connections()) {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(text.as_bytes()).await.unwrap();
        slow.push(stream);
    }
    let request = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    let answer = timeout(Duration::from_secs(1), exchange(address, request)).await;
    assert!(answer.expect("in time").starts_with("HTTP/1.1 404 "));
    // In the end the server is rid of them; all that the endless ones were sent takes long to read.
    let finite = slow.iter_mut().enumerate().filter(|(index, _)| index % texts.len() != texts.len() - 1);
    for (_, stream) in finite {
        let mut rest = Vec::new();
        let end = timeout(Duration::from_secs(10), stream.read_to_end(&mut rest)).await;
        let _ = end.expect("the server closes it");
    }
}

async fn endless_or_nothing(request: Request<Body>) -> Result<Response<Body>, Infallible> {
    match request.uri().path() {
        "/endless" => Ok(Response::new(zeros(u64::MAX))),
        _ => Ok(service().respond(request).await),
    }
}

/// As many as there may be open files, of which each connection takes two.
fn connections() -> usize {
    let limits = std::fs::read_to_string("/proc/self/limits").unwrap_or_default();
    let files = limits.lines().find_map(|line| line.strip_prefix("Max open files"));
    let most = files.and_then(|line| line.split_whitespace().next()?.parse::<usize>().ok());
    most.map_or(250, |most| (most.saturating_sub(100) / 2).min(1000))
}
