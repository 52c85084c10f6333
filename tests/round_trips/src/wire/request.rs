//! Requests.

use bytes::Bytes;
use cratewright::api::{Api, Body, Content, Encoding, Location, Operation, Parameter, PathSegment};
use http::Request;
use proptest::prelude::*;
use proptest::string::string_regex;

use super::argument::{Text, argument};
use super::content::{self, Written};
use super::percent::{encoded, literal};
use crate::values::Values;

/// Requests that the operation's server has to take.
pub(crate) fn requests(api: &Api, operation: &Operation) -> BoxedStrategy<Request<Bytes>> {
    let values = Values { api, unlisted: false };
    let arguments: Vec<_> =
        operation.parameters.iter().map(|parameter| of_parameter(values, parameter)).collect();
    let body = operation.body.as_ref().map_or_else(|| Just(None).boxed(), |body| bodies(values, body));
    let (method, base) = (operation.method.key().to_uppercase(), literal(&api[operation.document].base_path));
    let operation = operation.clone();
    let written = move |(arguments, body): (Vec<Text>, Option<Written>)| {
        let uri = format!("{base}{}", target(&operation, &arguments));
        let mut request = Request::builder().method(method.as_str()).uri(uri);
        for (parameter, text) in operation.parameters.iter().zip(&arguments) {
            if parameter.location == Location::Header {
                for text in text.plain() {
                    request = request.header(&parameter.name, text);
                }
            }
        }
        let pairs = pairs(&operation, &arguments, Location::Cookie);
        if !pairs.is_empty() {
            request = request.header("cookie", pairs.join("; "));
        }
        let is_told = request.headers_ref().is_some_and(|headers| headers.contains_key("content-type"));
        if let (Some((media_type, _)), false) = (&body, is_told) {
            request = request.header("content-type", media_type);
        }
        request.body(body.map(|(_, bytes)| bytes).unwrap_or_default()).expect("a request")
    };
    (arguments, body).prop_map(written).boxed()
}

fn of_parameter(values: Values<'_>, parameter: &Parameter) -> BoxedStrategy<Text> {
    let Parameter { ty, style, location, required, .. } = *parameter;
    if location == Location::Header && parameter.name.eq_ignore_ascii_case("content-type") {
        let media_type = string_regex("[a-z]{1,6}/[a-z]{1,6}").expect("an expression").prop_map(Text::One);
        return if required {
            media_type.boxed()
        } else {
            prop_oneof![Just(Text::Absent), media_type].boxed()
        };
    }
    argument(values, ty, style, location.into(), required)
}

/// Bodies of all the kinds that it may have, of which the media type says which it is. What is a form and
/// nothing else is multipart where it may be: that is the one that servers take.
fn bodies(values: Values<'_>, body: &Body) -> BoxedStrategy<Option<Written>> {
    let is = |encoding| move |content: &&Content| content.encoding == encoding;
    let forms = body.contents.iter().filter(is(Encoding::Form)).count();
    let multipart: Vec<_> = body.contents.iter().filter(is(Encoding::Multipart)).collect();
    let is_one_form = forms + multipart.len() == body.contents.len() && !multipart.is_empty();
    let contents = if is_one_form { multipart } else { body.contents.iter().collect() };
    let contents = contents
        .into_iter()
        .map(|content| content::body(values, content, body.required).prop_map(Some).boxed());
    let absent = (!body.required).then(|| Just(None).boxed());
    proptest::strategy::Union::new(contents.chain(absent).collect::<Vec<_>>()).boxed()
}

/// The path and the query below the base path (RFC 3986, sections 3.3 and 3.4).
fn target(operation: &Operation, arguments: &[Text]) -> String {
    let of = |name: &str| {
        let mut given = operation.parameters.iter().zip(arguments);
        let is_it = |parameter: &Parameter| parameter.location == Location::Path && parameter.name == name;
        given
            .find(|(parameter, _)| is_it(parameter))
            .map_or(String::new(), |(_, text)| text.encoded().concat())
    };
    let mut target = String::new();
    for segment in &operation.path.segments {
        target.push('/');
        for piece in segment {
            match piece {
                PathSegment::Literal(text) => target.push_str(&literal(text)),
                PathSegment::Parameter(name) => target.push_str(&of(name)),
            }
        }
    }
    let fixed = operation.path.query.iter().map(|pair| match &pair.value {
        Some(value) => format!("{}={}", encoded(&pair.name), encoded(value)),
        None => encoded(&pair.name),
    });
    let pairs: Vec<_> = fixed.chain(pairs(operation, arguments, Location::Query)).collect();
    if pairs.is_empty() { target } else { format!("{target}?{}", pairs.join("&")) }
}

/// The parameters of a place where they are pairs.
fn pairs(operation: &Operation, arguments: &[Text], location: Location) -> Vec<String> {
    let given = operation.parameters.iter().zip(arguments);
    let given = given.filter(|(parameter, _)| parameter.location == location);
    let pairs = given.flat_map(|(parameter, text)| {
        let name =
            if location == Location::Query { encoded(&parameter.name) } else { parameter.name.clone() };
        text.encoded().into_iter().map(move |text| format!("{name}={text}"))
    });
    pairs.collect()
}
