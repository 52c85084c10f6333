//! Requests and responses of an operation as they are on the wire, written by the specification
//! alone: nothing here calls the code under test.

use bytes::Bytes;
use cratewright::api::{
    Api, Content, Encoding, Header, Location, Operation, Outcome, Parameter, PathSegment, Shape, Status,
    StringFormat, Style,
};
use http::{Request, Response};
use proptest::prelude::*;
use proptest::string::string_regex;
use serde_json::Value;

use crate::values::{Values, text};

/// What a parameter has on the wire: one text, or several for `multi`. Nothing where it is absent.
type Texts = Option<Vec<String>>;

/// A header of a response, with its name. Nothing where it is absent.
type HeaderLine = Option<(String, String)>;

/// Requests that the operation's server has to take.
pub(crate) fn requests(api: &Api, operation: &Operation) -> BoxedStrategy<Request<Bytes>> {
    let values = Values { api, unlisted: false };
    let arguments: Vec<_> =
        operation.parameters.iter().map(|parameter| argument(values, parameter)).collect();
    let body = match &operation.body {
        None => Just(None).boxed(),
        Some(body) => {
            let content = content(values, &body.contents[0]).prop_map(Some);
            if body.required { content.boxed() } else { prop_oneof![1 => Just(None), 4 => content].boxed() }
        }
    };
    let (method, base) = (operation.method.key().to_uppercase(), api[operation.document].base_path.clone());
    let operation = operation.clone();
    (arguments, body)
        .prop_map(move |(arguments, body)| {
            let uri = format!("{base}{}", target(&operation, &arguments));
            let mut request = Request::builder().method(method.as_str()).uri(uri);
            for (parameter, texts) in operation.parameters.iter().zip(&arguments) {
                if let (Location::Header, Some(texts)) = (parameter.location, texts) {
                    request = request.header(&parameter.name, texts.concat());
                }
            }
            let is_told = request.headers_ref().is_some_and(|headers| headers.contains_key("content-type"));
            if let (Some((media_type, _)), false) = (&body, is_told) {
                request = request.header("content-type", media_type);
            }
            request.body(body.map(|(_, bytes)| bytes).unwrap_or_default()).expect("a request")
        })
        .boxed()
}

/// Responses that the operation's document lists.
pub(crate) fn responses(api: &Api, operation: &Operation) -> Option<BoxedStrategy<Response<Bytes>>> {
    let values = Values { api, unlisted: true };
    let listed: Vec<_> = operation.outcomes.iter().map(|outcome| response(values, outcome)).collect();
    (!listed.is_empty()).then(|| proptest::strategy::Union::new(listed).boxed())
}

fn response(values: Values<'_>, outcome: &Outcome) -> BoxedStrategy<Response<Bytes>> {
    let headers: Vec<_> = outcome.headers.iter().map(|header| response_header(values, header)).collect();
    let status = match outcome.status {
        Status::Code(code) => code,
        Status::Range(digit) => u16::from(digit) * 100 + 17,
        Status::Default => 418,
    };
    let body = match outcome.contents.first() {
        _ if matches!(status, 204 | 304) => Just(None).boxed(),
        Some(first) => content(values, first).prop_map(Some).boxed(),
        None => proptest::option::of(raw("text/plain")).boxed(),
    };
    let written = move |(headers, body): (Vec<HeaderLine>, Option<(String, Bytes)>)| {
        let mut response = Response::builder().status(status);
        for (name, value) in headers.into_iter().flatten() {
            response = response.header(name, value);
        }
        if let Some((media_type, _)) = &body {
            response = response.header("content-type", media_type);
        }
        response.body(body.map(|(_, bytes)| bytes).unwrap_or_default()).expect("a response")
    };
    (headers, body).prop_map(written).boxed()
}

fn response_header(values: Values<'_>, header: &Header) -> BoxedStrategy<HeaderLine> {
    let text = match &values.api.resolved(header.ty).shape {
        Shape::String(StringFormat::Plain) => header_text(),
        Shape::Array(_) => panic!("{}: lists in headers are not written yet", header.pointer),
        _ => values.of(header.ty).prop_map(|value| written(&value)).boxed(),
    };
    let name = header.name.clone();
    let pair = text.prop_map(move |text| (name.clone(), text));
    if header.required { pair.prop_map(Some).boxed() } else { proptest::option::of(pair).boxed() }
}

fn content(values: Values<'_>, content: &Content) -> BoxedStrategy<(String, Bytes)> {
    let media_type = match content.encoding {
        Encoding::Json if content.media_type.contains('*') => "application/json".to_owned(),
        _ => content.media_type.clone(),
    };
    match (content.encoding, content.ty) {
        (Encoding::Json, Some(ty)) => {
            let write = move |value: Value| (media_type.clone(), Bytes::from(value.to_string()));
            values.of(ty).prop_map(write).boxed()
        }
        (Encoding::Raw, _) if media_type.contains('*') => raw("application/octet-stream"),
        (Encoding::Raw, _) => raw(&media_type),
        (encoding, _) => panic!("bodies that are {encoding:?} are not written yet"),
    }
}

fn raw(media_type: &str) -> BoxedStrategy<(String, Bytes)> {
    let media_type = media_type.to_owned();
    let bytes = proptest::collection::vec(any::<u8>(), 0..32);
    bytes.prop_map(move |bytes| (media_type.clone(), Bytes::from(bytes))).boxed()
}

fn argument(values: Values<'_>, parameter: &Parameter) -> BoxedStrategy<Texts> {
    let texts = match &values.api.resolved(parameter.ty).shape {
        Shape::Array(element) => {
            // Neither an empty element nor one with a comma in it has a spelling in a list with commas.
            let is_csv = match parameter.style {
                Style::Csv => true,
                Style::Multi => false,
                style => panic!("{}: lists that are {style:?} are not written yet", parameter.name),
            };
            let fits = move |text: &String| !is_csv || !(text.is_empty() || text.contains(','));
            let element =
                values.of(*element).prop_map(|value| written(&value)).prop_filter("an element", fits);
            let elements = proptest::collection::vec(element, 1..4);
            elements.prop_map(move |texts| if is_csv { vec![texts.join(",")] } else { texts }).boxed()
        }
        Shape::String(_) if parameter.location == Location::Path => {
            // A client sends no segment that a resolver of URLs takes away.
            text()
                .prop_filter("a segment", |text| !matches!(text.as_str(), "" | "." | ".."))
                .prop_map(|text| vec![text])
                .boxed()
        }
        Shape::String(_) if parameter.name.eq_ignore_ascii_case("content-type") => {
            let media_type = string_regex("[a-z]{1,6}/[a-z]{1,6}").expect("an expression");
            media_type.prop_map(|text| vec![text]).boxed()
        }
        Shape::String(_) if parameter.location == Location::Header => {
            header_text().prop_map(|text| vec![text]).boxed()
        }
        _ => values.of(parameter.ty).prop_map(|value| vec![written(&value)]).boxed(),
    };
    match parameter.required {
        true => texts.prop_map(Some).boxed(),
        false => proptest::option::of(texts).boxed(),
    }
}

/// What a header holds in one line (RFC 9110, section 5.5), without space around it.
fn header_text() -> BoxedStrategy<String> {
    string_regex("[!-~]([ -~]{0,8}[!-~])?").expect("an expression").boxed()
}

fn written(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The path and the query below the base path (RFC 3986, sections 3.3 and 3.4).
fn target(operation: &Operation, arguments: &[Texts]) -> String {
    let given = || operation.parameters.iter().zip(arguments);
    let mut target = String::new();
    for segment in &operation.path.segments {
        target.push('/');
        for piece in segment {
            match piece {
                PathSegment::Literal(text) => target.push_str(text),
                PathSegment::Parameter(name) => {
                    let is_it = |parameter: &Parameter| {
                        parameter.location == Location::Path && parameter.name == *name
                    };
                    let texts =
                        given().find(|(parameter, _)| is_it(parameter)).and_then(|(_, texts)| texts.as_ref());
                    target.extend(texts.into_iter().flatten().map(|text| encoded(text)));
                }
            }
        }
    }
    let pairs = given().filter(|(parameter, _)| parameter.location == Location::Query);
    let pairs = pairs.flat_map(|(parameter, texts)| {
        texts.iter().flatten().map(|text| format!("{}={}", encoded(&parameter.name), encoded(text)))
    });
    let pairs: Vec<_> = pairs.collect();
    if pairs.is_empty() { target } else { format!("{target}?{}", pairs.join("&")) }
}

/// All but the unreserved characters (RFC 3986, section 2.3) percent-encoded.
fn encoded(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(byte).collect()
}
