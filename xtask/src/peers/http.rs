//! The least of a client that asks a peer of ours on 127.0.0.1 for a text.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use crate::Failure;

const PATIENCE: Duration = Duration::from_secs(10);

/// The body that a `GET` is answered with.
pub(super) fn get(url: &str, path: &str) -> Result<String, Failure> {
    ask(url, path, |host| format!("GET {path} HTTP/1.0\r\nhost: {host}\r\n\r\n"))
}

/// The body that a `POST` of JSON is answered with.
pub(super) fn post(url: &str, path: &str, json: &str) -> Result<String, Failure> {
    ask(url, path, |host| {
        let length = json.len();
        format!(
            "POST {path} HTTP/1.0\r\nhost: {host}\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n{json}"
        )
    })
}

/// HTTP/1.0, so that the server ends the body by closing the connection.
fn ask(url: &str, path: &str, request: impl FnOnce(&str) -> String) -> Result<String, Failure> {
    let explain = |error: std::io::Error| format!("{url}{path}: {error}");
    let host = url.trim_start_matches("http://");
    let mut stream = TcpStream::connect(host).map_err(explain)?;
    stream.set_read_timeout(Some(PATIENCE)).map_err(explain)?;
    stream.write_all(request(host).as_bytes()).map_err(explain)?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).map_err(explain)?;
    let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
    match head.split(' ').nth(1) {
        Some("200") => Ok(body.to_owned()),
        _ => Err(format!("{url}{path}: {}", head.lines().next().unwrap_or_default())),
    }
}
