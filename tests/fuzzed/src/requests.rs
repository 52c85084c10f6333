//! What a stranger may send to the generated server, and a server to the generated client.

#[path = "../../tests/round_trips/operations.rs"]
mod operations;

use std::sync::LazyLock;

use arbitrary::Arbitrary;
use bytes::Bytes;
use http::{Request, Response, StatusCode};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use round_trips::Row;

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(operations::rows);

/// A request or a response, as bytes have it.
#[derive(Debug, Arbitrary)]
pub struct Message<'a> {
    operation: u16,
    /// Which media type, of those that operations here know, and one that they don't.
    media_type: u8,
    status: u16,
    is_response: bool,
    arguments: Vec<&'a str>,
    query: &'a str,
    headers: Vec<(&'a str, &'a [u8])>,
    body: &'a [u8],
}

const MEDIA_TYPES: [&str; 5] = [
    "application/json",
    "multipart/form-data; boundary=a",
    "application/x-www-form-urlencoded",
    "text/plain",
    "\u{7f}",
];

/// Whatever comes, it is read or refused; and what was read and written again is read once more as the
/// same.
pub fn check(message: Message<'_>) {
    let row = &ROWS[usize::from(message.operation) % ROWS.len()];
    if message.is_response {
        response(row, &message);
    } else {
        request(row, &message);
    }
}

fn request(row: &Row, message: &Message<'_>) {
    let mut arguments = message.arguments.iter();
    let (method, mut rest) = row.place.split_once(' ').unwrap_or(("GET", &row.place));
    let mut uri = String::new();
    while let Some((literal, after)) = rest.split_once('{') {
        let argument = arguments.next().copied().unwrap_or("a");
        uri += literal;
        uri += &utf8_percent_encode(argument, NON_ALPHANUMERIC).to_string();
        rest = after.split_once('}').map_or("", |(_, rest)| rest);
    }
    uri = format!("{uri}{rest}?{}", message.query);
    let mut request = Request::builder().method(method).uri(uri);
    for (name, value) in headers(message) {
        request = request.header(name, value);
    }
    let Ok(request) = request.body(Bytes::copy_from_slice(message.body)) else { return };
    if let Ok(once) = (row.request_again)(request) {
        let Ok(twice) = (row.request_again)(once.clone()) else {
            panic!("what the client wrote, the server refuses: {once:?}");
        };
        assert_eq!((once.uri(), once.body()), (twice.uri(), twice.body()));
    }
}

fn response(row: &Row, message: &Message<'_>) {
    let status = StatusCode::from_u16(message.status % 1000).unwrap_or(StatusCode::OK);
    let mut response = Response::builder().status(status);
    for (name, value) in headers(message) {
        response = response.header(name, value);
    }
    let Ok(response) = response.body(Bytes::copy_from_slice(message.body)) else { return };
    if let Ok(once) = (row.response_again)(response) {
        let Ok(twice) = (row.response_again)(once.clone()) else {
            panic!("what the server wrote, the client refuses: {once:?}");
        };
        assert_eq!((once.status(), once.body()), (twice.status(), twice.body()));
    }
}

fn headers<'a>(message: &'a Message<'_>) -> impl Iterator<Item = (&'a str, &'a [u8])> {
    let media_type = MEDIA_TYPES[usize::from(message.media_type) % MEDIA_TYPES.len()];
    let own = message.headers.iter().map(|(name, value)| (*name, *value));
    own.chain([("content-type", media_type.as_bytes())])
}
