//! Holds the two sides of an operation against each other: what one reads, the other writes.
//!
//! Each check takes one example of the document. Both sides have to agree with it, and so with each
//! other. No socket and no future is involved.
//!
//! In a generated crate this is `tests/contract/support.rs`, below a root that has `runtime` in scope.

#![allow(dead_code, reason = "a document may have examples of one kind only")]

use std::collections::BTreeSet;

use crate::runtime::{
    Body, CallError, Incoming, JsonValue, Operation, OperationError, Outgoing, PathArguments, Rejection,
};

/// A request of the document, as it is on the wire.
pub(crate) struct RequestSample<'s> {
    /// The path, with the base path before it, and the query.
    pub(crate) uri: &'s str,
    /// The headers that the operation reads, `Content-Type` among them where there is a body.
    pub(crate) headers: &'s [(&'s str, &'s str)],
    /// The body; empty where there is none.
    pub(crate) body: &'s str,
    /// The members of a JSON body that the document doesn't define, as JSON Pointers (RFC 6901).
    pub(crate) undefined: &'s [&'s str],
}

/// A response of the document, as it is on the wire.
pub(crate) struct ResponseSample<'s> {
    /// The status.
    pub(crate) status: u16,
    /// The headers that the operation reads, `Content-Type` among them where there is a body.
    pub(crate) headers: &'s [(&'s str, &'s str)],
    /// The body; empty where there is none.
    pub(crate) body: &'s str,
    /// The members of a JSON body that the document doesn't define, as JSON Pointers (RFC 6901).
    pub(crate) undefined: &'s [&'s str],
}

/// What a server reads from the request, a client writes as the same request.
#[track_caller]
pub(crate) fn check_request<O: Outgoing + Incoming>(sample: &RequestSample<'_>) {
    let request = Outgoing::encode(request::<O>(sample)).expect("what was read can be sent");
    assert_eq!(request.method(), <O as Operation>::METADATA.method);
    assert_eq!(target(&request.uri().to_string()), target(sample.uri), "the path and the query");
    assert_headers(request.headers(), sample.headers);
    assert_body(request.into_body(), sample.body, sample.undefined);
}

/// What a client reads from the response, a server writes as the same response.
#[track_caller]
pub(crate) fn check_response<O: Outgoing + Incoming>(sample: &ResponseSample<'_>) {
    let outcome = outcome::<O>(sample);
    if let Err(error) = &outcome {
        assert!(error.undocumented().is_none(), "the client takes it for a response that isn't documented");
    }
    check_outcome::<O>(outcome, sample);
}

/// A call through client, routes and server comes back with the response that the server gave.
#[track_caller]
pub(crate) fn check_answer<O: Outgoing + Incoming>(
    answer: Result<O::Response, CallError<O::Error>>,
    sample: &ResponseSample<'_>,
) {
    let outcome = match answer {
        Ok(response) => Ok(response),
        Err(CallError::Answer(error)) => Err(error),
        Err(error) => panic!("the call fails: {error}"),
    };
    check_outcome::<O>(outcome, sample);
}

#[track_caller]
fn check_outcome<O: Incoming>(outcome: Result<O::Response, O::Error>, sample: &ResponseSample<'_>) {
    let response = <O as Incoming>::encode(outcome).expect("what was read can be sent");
    assert_eq!(response.status(), sample.status);
    assert_headers(response.headers(), sample.headers);
    assert_body(response.into_body(), sample.body, sample.undefined);
}

/// The request, as a server reads it.
#[track_caller]
pub(crate) fn request<O: Incoming>(sample: &RequestSample<'_>) -> O {
    let metadata = <O as Operation>::METADATA;
    let mut request = http::Request::builder().method(&metadata.method).uri(sample.uri);
    for (name, value) in sample.headers {
        request = request.header(*name, *value);
    }
    let request = request.body(Body::from(sample.body.to_owned())).expect("the sample is a request");
    let path = PathArguments::find(metadata, request.uri()).expect("the request is the operation's");
    let operation: Result<O, Rejection> = Incoming::decode(request, &path);
    operation.unwrap_or_else(|rejection| panic!("the server refuses it: {rejection}"))
}

/// What came of an operation, as a client reads it.
#[track_caller]
pub(crate) fn outcome<O: Outgoing>(sample: &ResponseSample<'_>) -> Result<O::Response, O::Error> {
    let mut response = http::Response::builder().status(sample.status);
    for (name, value) in sample.headers {
        response = response.header(*name, *value);
    }
    let response = response.body(Body::from(sample.body.to_owned())).expect("the sample is a response");
    <O as Outgoing>::decode(response).expect("the client can read it")
}

/// What comes of an operation for which there is no sample: a status that no document lists.
pub(crate) fn unanswered<O: Outgoing>() -> Result<O::Response, O::Error> {
    outcome::<O>(&ResponseSample { status: 599, headers: &[], body: "", undefined: &[] })
}

/// A path and its query's pairs in any order, decoded: there are several spellings of one.
fn target(uri: &str) -> (String, BTreeSet<String>) {
    let (path, query) = uri.split_once('?').unwrap_or((uri, ""));
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    (decoded(path), pairs.map(|pair| decoded(&pair.replace('+', " "))).collect())
}

fn decoded(text: &str) -> String {
    percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned()
}

#[track_caller]
fn assert_headers(actual: &http::HeaderMap, expected: &[(&str, &str)]) {
    for (name, value) in expected {
        let actual = actual.get(*name).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
        assert_eq!(actual.as_deref(), Some(*value), "the header {name}");
    }
}

#[track_caller]
fn assert_body(actual: Body, expected: &str, undefined: &[&str]) {
    let actual = actual.try_into_bytes().expect("a body that was whole stays whole");
    let json = (serde_json::from_slice::<JsonValue>(&actual), serde_json::from_str::<JsonValue>(expected));
    match json {
        (Ok(mut actual), Ok(mut expected)) => {
            for pointer in undefined {
                remove(&mut expected, pointer);
            }
            drop_nulls(&mut actual);
            drop_nulls(&mut expected);
            spell_alike(&mut expected, &actual);
            assert_eq!(actual, expected, "the body");
        }
        _ => assert_eq!(String::from_utf8_lossy(&actual), expected, "the body"),
    }
}

fn remove(value: &mut JsonValue, pointer: &str) {
    let Some((parent, member)) = pointer.rsplit_once('/') else { return };
    if let Some(JsonValue::Object(object)) = value.pointer_mut(parent) {
        object.remove(&member.replace("~1", "/").replace("~0", "~"));
    }
}

/// A float that is whole may stand in an example without a point, and is written with one.
fn spell_alike(expected: &mut JsonValue, actual: &JsonValue) {
    match (expected, actual) {
        (JsonValue::Number(number), JsonValue::Number(float))
            if float.is_f64() && number.as_f64() == float.as_f64() =>
        {
            *number = float.clone();
        }
        (JsonValue::Object(expected), JsonValue::Object(actual)) => {
            for (name, value) in expected {
                actual.get(name).into_iter().for_each(|actual| spell_alike(value, actual));
            }
        }
        (JsonValue::Array(expected), JsonValue::Array(actual)) => {
            expected.iter_mut().zip(actual).for_each(|(value, actual)| spell_alike(value, actual));
        }
        _ => {}
    }
}

/// An optional member that is `null` is the same as one that is absent.
fn drop_nulls(value: &mut JsonValue) {
    match value {
        JsonValue::Object(object) => {
            object.retain(|_, value| !value.is_null());
            object.values_mut().for_each(drop_nulls);
        }
        JsonValue::Array(elements) => elements.iter_mut().for_each(drop_nulls),
        _ => {}
    }
}
