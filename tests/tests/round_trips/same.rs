//! Whether two messages say the same.

use bytes::Bytes;
use cratewright::api::{Location, Operation};
use http::{HeaderMap, Request, Response, Uri};
use serde_json::Value;

/// What was sent, and what the client sends after the server has read it. A parameter with a default
/// that was absent is there the second time, with its default.
pub(crate) fn requests(
    one: &Request<Bytes>,
    other: &Request<Bytes>,
    operation: &Operation,
) -> Result<(), String> {
    equal("method", one.method(), other.method())?;
    equal(
        "path",
        &one.uri().path().split('/').map(decoded).collect::<Vec<_>>(),
        &other.uri().path().split('/').map(decoded).collect::<Vec<_>>(),
    )?;
    let (sent, mut again) = (pairs(one.uri()), pairs(other.uri()));
    let in_query = operation.parameters.iter().filter(|parameter| parameter.location == Location::Query);
    for parameter in in_query.filter(|parameter| parameter.default.is_some()) {
        if sent.iter().all(|(name, _)| *name != parameter.name.as_bytes()) {
            again.retain(|(name, _)| *name != parameter.name.as_bytes());
        }
    }
    equal("query", &sent, &again)?;
    headers(one.headers(), other.headers())?;
    bodies(one.body(), other.body())
}

/// What was answered, and what the server answers with what the client has read.
pub(crate) fn responses(one: &Response<Bytes>, other: &Response<Bytes>) -> Result<(), String> {
    equal("status", &one.status(), &other.status())?;
    headers(one.headers(), other.headers())?;
    bodies(one.body(), other.body())
}

/// What is read and written once more has the same bytes.
pub(crate) fn unchanged(one: &Bytes, other: &Bytes) -> Result<(), String> {
    equal("body, written twice,", one, other)
}

fn headers(one: &HeaderMap, other: &HeaderMap) -> Result<(), String> {
    one.iter().try_for_each(|(name, value)| equal(name.as_str(), &Some(value), &other.get(name)))
}

fn bodies(one: &Bytes, other: &Bytes) -> Result<(), String> {
    match (serde_json::from_slice::<Value>(one), serde_json::from_slice::<Value>(other)) {
        (Ok(one), Ok(other)) => equal("body", &one, &other),
        _ => equal("body", one, other),
    }
}

/// Sorted by name; those of one name stay in their order.
fn pairs(uri: &Uri) -> Vec<(Vec<u8>, Vec<u8>)> {
    let pairs = uri.query().unwrap_or_default().split('&').filter(|pair| !pair.is_empty());
    let mut pairs: Vec<_> = pairs
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(name, value)| (decoded(&name.replace('+', " ")), decoded(&value.replace('+', " "))))
        .collect();
    pairs.sort_by(|one, other| one.0.cmp(&other.0));
    pairs
}

fn decoded(text: &str) -> Vec<u8> {
    let (mut bytes, mut rest) = (Vec::new(), text.as_bytes());
    while let [first, after @ ..] = rest {
        let hex = after.get(..2).filter(|_| *first == b'%').and_then(|hex| std::str::from_utf8(hex).ok());
        let byte = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &after[2..] } else { after };
    }
    bytes
}

fn equal<T: PartialEq + std::fmt::Debug + ?Sized>(what: &str, one: &T, other: &T) -> Result<(), String> {
    if one == other { Ok(()) } else { Err(format!("the {what} was {one:?} and is {other:?}")) }
}
