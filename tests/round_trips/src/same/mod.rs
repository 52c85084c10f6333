//! Whether two messages say the same.

mod body;
mod form;

use bytes::Bytes;
use cratewright::api::{Location, Operation};
use http::header::{CONTENT_TYPE, COOKIE};
use http::{HeaderMap, Request, Response};

use form::{decoded, pairs};

/// What was sent, and what the client sends after the server has read it. A parameter with a default
/// that was absent is there the second time, with its default.
pub(crate) fn requests(
    one: &Request<Bytes>,
    other: &Request<Bytes>,
    operation: &Operation,
) -> Result<(), String> {
    equal("method", one.method(), other.method())?;
    equal("path", &segments(one), &segments(other))?;
    let query = |request: &Request<Bytes>| pairs(request.uri().query().unwrap_or_default());
    let (sent, mut again) = (query(one), query(other));
    again.retain(|(name, _)| {
        sent.iter().any(|(sent, _)| sent == name) || !has_default(operation, Location::Query, name)
    });
    equal("query", &sent, &again)?;
    headers(one.headers(), other.headers())?;
    body::equal(one.headers(), one.body(), other.headers(), other.body())
}

/// What was answered, and what the server answers with what the client has read.
pub(crate) fn responses(one: &Response<Bytes>, other: &Response<Bytes>) -> Result<(), String> {
    equal("status", &one.status(), &other.status())?;
    headers(one.headers(), other.headers())?;
    body::equal(one.headers(), one.body(), other.headers(), other.body())
}

/// What is read and written once more has the same bytes.
pub(crate) fn unchanged(one: &Bytes, other: &Bytes) -> Result<(), String> {
    equal("body, written twice,", one, other)
}

fn has_default(operation: &Operation, location: Location, name: &[u8]) -> bool {
    let mut parameters = operation.parameters.iter().filter(|parameter| parameter.location == location);
    parameters.any(|parameter| parameter.name.as_bytes() == name && parameter.default.is_some())
}

fn segments(request: &Request<Bytes>) -> Vec<Vec<u8>> {
    request.uri().path().split('/').map(decoded).collect()
}

/// Each that was there is there again, and each time that it was.
fn headers(one: &HeaderMap, other: &HeaderMap) -> Result<(), String> {
    one.keys().try_for_each(|name| {
        let [one, other] = [one, other].map(|headers| {
            headers.get_all(name).iter().map(|value| value.as_bytes().to_vec()).collect::<Vec<_>>()
        });
        match *name {
            CONTENT_TYPE => equal(name.as_str(), &body::kinds(&one), &body::kinds(&other)),
            COOKIE => equal(name.as_str(), &form::cookies(&one), &form::cookies(&other)),
            _ => equal(name.as_str(), &texts(&one), &texts(&other)),
        }
    })
}

fn texts(values: &[Vec<u8>]) -> Vec<String> {
    values.iter().map(|value| String::from_utf8_lossy(value).into_owned()).collect()
}

fn equal<T: PartialEq + std::fmt::Debug + ?Sized>(what: &str, one: &T, other: &T) -> Result<(), String> {
    if one == other { Ok(()) } else { Err(format!("the {what} was {one:?} and is {other:?}")) }
}
