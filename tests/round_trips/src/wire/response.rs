//! Responses.

use bytes::Bytes;
use cratewright::api::{Api, Content, Encoding, Method, Operation, Outcome, Status};
use http::Response;
use proptest::prelude::*;

use super::argument::{Place, Text, argument};
use super::content::{self, Written};
use crate::values::Values;

/// Responses that the operation's document lists. Where it lists no success, anything is one.
pub(crate) fn responses(api: &Api, operation: &Operation) -> BoxedStrategy<Response<Bytes>> {
    let values = Values { api, unlisted: true };
    let mut kinds = Vec::new();
    for outcome in &operation.outcomes {
        let status = match outcome.status {
            Status::Code(code) => code,
            Status::Range(digit) => unlisted(operation, u16::from(digit) * 100),
            Status::Default => unlisted(operation, 400),
        };
        kinds.push(response(values, operation, outcome, status));
        if outcome.status == Status::Default && !operation.outcomes.iter().any(is_success) {
            kinds.push(response(values, operation, outcome, unlisted(operation, 200)));
        }
    }
    let is_default = |outcome: &Outcome| outcome.status == Status::Default;
    if !operation.outcomes.iter().any(|outcome| is_success(outcome) || is_default(outcome)) {
        kinds.push(with(unlisted(operation, 200), Vec::new(), any_body(operation.method, 200)));
    }
    proptest::strategy::Union::new(kinds).boxed()
}

fn is_success(outcome: &Outcome) -> bool {
    match outcome.status {
        Status::Code(code) => code < 400,
        Status::Range(digit) => digit < 4,
        Status::Default => false,
    }
}

/// A status of a hundred that the document does not list by its number, nor by its digit, and that has a
/// body.
fn unlisted(operation: &Operation, hundred: u16) -> u16 {
    let listed = |code: &u16| operation.outcomes.iter().any(|outcome| outcome.status == Status::Code(*code));
    (hundred + 17..hundred + 99).find(|code| !listed(code)).unwrap_or(hundred + 99)
}

fn response(
    values: Values<'_>,
    operation: &Operation,
    outcome: &Outcome,
    status: u16,
) -> BoxedStrategy<Response<Bytes>> {
    let headers = outcome.headers.iter().map(|header| {
        let name = header.name.clone();
        let text = argument(values, header.ty, header.style, Place::Header, header.required);
        text.prop_map(move |text| (name.clone(), text)).boxed()
    });
    let body = match preferred(&outcome.contents) {
        Some(content) if has_body(operation.method, status) => {
            content::body(values, content, true).prop_map(Some).boxed()
        }
        _ => any_body(operation.method, status),
    };
    with(status, headers.collect(), body)
}

/// JSON if it is offered, then text, then bytes.
fn preferred(contents: &[Content]) -> Option<&Content> {
    let of = |encoding| contents.iter().find(|content| content.encoding == encoding);
    of(Encoding::Json).or_else(|| of(Encoding::Text)).or_else(|| contents.first())
}

/// RFC 9110, sections 9.3.2, 15.3.5, 15.3.6 and 15.4.5.
fn has_body(method: Method, status: u16) -> bool {
    method != Method::Head && !matches!(status, 204 | 205 | 304)
}

/// What a response may have that nothing describes.
fn any_body(method: Method, status: u16) -> BoxedStrategy<Option<Written>> {
    match has_body(method, status) {
        true => proptest::option::of(content::raw("text/plain")).boxed(),
        false => Just(None).boxed(),
    }
}

fn with(
    status: u16,
    headers: Vec<BoxedStrategy<(String, Text)>>,
    body: BoxedStrategy<Option<Written>>,
) -> BoxedStrategy<Response<Bytes>> {
    let written = move |(headers, body): (Vec<(String, Text)>, Option<Written>)| {
        let mut response = Response::builder().status(status);
        for (name, text) in headers {
            for text in text.plain() {
                response = response.header(&name, text);
            }
        }
        let is_told = response.headers_ref().is_some_and(|headers| headers.contains_key("content-type"));
        if let (Some((media_type, _)), false) = (&body, is_told) {
            response = response.header("content-type", media_type);
        }
        response.body(body.map(|(_, bytes)| bytes).unwrap_or_default()).expect("a response")
    };
    (headers, body).prop_map(written).boxed()
}
