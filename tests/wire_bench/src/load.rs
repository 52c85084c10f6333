//! What asks servers: connections that are kept, and bytes that are there already, so that it costs far
//! less than any server.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use bytes::Bytes;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

use crate::Case;
use crate::exchanges::Exchanges;
use crate::order::{self, ID, json};

/// Asks on all connections until the process ends.
pub(crate) async fn run(address: SocketAddr, case: Case, exchanges: Arc<Exchanges>) {
    let body = json(&order::sample(case.bytes));
    let head = format!(
        "POST /orders/{ID} HTTP/1.1\r\nHost: {address}\r\nAccept: application/json\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    let request: Bytes = [head.as_bytes(), &body].concat().into();
    let answer = order::answer(case.bytes);
    let mut connections = JoinSet::new();
    for _ in 0..case.connections {
        connections.spawn(ask(address, request.clone(), answer.clone(), Arc::clone(&exchanges)));
    }
    // None of them ends, unless it fails.
    while let Some(ended) = connections.join_next().await {
        ended.expect("a connection").expect("answers");
    }
}

async fn ask(
    address: SocketAddr,
    request: Bytes,
    answer: Bytes,
    exchanges: Arc<Exchanges>,
) -> io::Result<()> {
    let mut stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    let mut buffer = vec![0; answer.len() + 4096];
    // The first answer is read; of the others, the length says enough.
    stream.write_all(&request).await?;
    let body = read(&mut stream, &mut buffer).await?;
    assert_eq!(String::from_utf8_lossy(body), String::from_utf8_lossy(&answer));
    loop {
        stream.write_all(&request).await?;
        assert_eq!(read(&mut stream, &mut buffer).await?.len(), answer.len());
        exchanges.add();
    }
}

/// Reads one answer, and tells its body.
async fn read<'b>(stream: &mut TcpStream, buffer: &'b mut [u8]) -> io::Result<&'b [u8]> {
    let mut filled = 0;
    loop {
        match stream.read(&mut buffer[filled..]).await? {
            0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            read => filled += read,
        }
        let Some(end) = buffer[..filled.min(4096)].windows(4).position(|bytes| bytes == b"\r\n\r\n") else {
            continue;
        };
        let length = length(&buffer[..end]).ok_or(io::ErrorKind::InvalidData)?;
        let (start, end) = (end + 4, end + 4 + length);
        while filled < end {
            match stream.read(&mut buffer[filled..end]).await? {
                0 => return Err(io::ErrorKind::UnexpectedEof.into()),
                read => filled += read,
            }
        }
        return Ok(&buffer[start..end]);
    }
}

/// The length of a body, if all is well.
fn length(head: &[u8]) -> Option<usize> {
    let head = std::str::from_utf8(head).ok()?.strip_prefix("HTTP/1.1 200 ")?;
    let mut headers = head.split("\r\n").filter_map(|line| line.split_once(": "));
    headers.find(|(name, _)| name.eq_ignore_ascii_case("content-length"))?.1.parse().ok()
}
