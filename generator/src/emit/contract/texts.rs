//! Arguments as the text that they are in a path, a query, a header or a form.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::analyze::{sample, texts};
use crate::api::{Api, FixedPair, Shape, Style, TypeId};

/// Everything but RFC 3986's unreserved characters.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// What is made up for a type, as text. A list has elements: some wires have no empty list.
pub(super) fn sample_texts(api: &Api, ty: TypeId) -> Option<Vec<String>> {
    let is_list = matches!(api.resolved(ty).shape, Shape::Array(_));
    let value = if is_list { sample::several(api, ty) } else { sample::minimal(api, ty) };
    texts(&value?)
}

pub(super) fn encoded(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

pub(super) fn joined(style: Style, texts: &[String]) -> String {
    let separator = match style {
        Style::Ssv => "%20",
        Style::Tsv => "%09",
        Style::Pipes => "%7C",
        Style::Csv | Style::Multi | Style::DeepObject => ",",
    };
    texts.iter().map(|text| encoded(text)).collect::<Vec<_>>().join(separator)
}

/// The pairs of one parameter in a query or a form.
pub(super) fn query(name: &str, style: Style, texts: &[String]) -> Vec<String> {
    let name = encoded(name);
    match style {
        Style::Multi => texts.iter().map(|text| format!("{name}={}", encoded(text))).collect(),
        style => vec![format!("{name}={}", joined(style, texts))],
    }
}

/// A pair that the path fixes.
pub(super) fn fixed(pair: &FixedPair) -> String {
    let name = encoded(&pair.name);
    match &pair.value {
        Some(value) => format!("{name}={}", encoded(value)),
        None => name,
    }
}

/// The value of a header, unless it is one that headers can't have, or that is no text to readers
/// (RFC 9110 section 5.5).
pub(super) fn header(style: Style, texts: &[String]) -> Option<String> {
    let value = plain(style, texts);
    let is_text = http::HeaderValue::from_str(&value).is_ok_and(|value| value.to_str().is_ok());
    is_text.then_some(value)
}

/// A list in a header or a part, where nothing is encoded.
pub(super) fn plain(style: Style, texts: &[String]) -> String {
    let separator = match style {
        Style::Ssv => " ",
        Style::Tsv => "\t",
        Style::Pipes => "|",
        Style::Csv | Style::Multi | Style::DeepObject => ",",
    };
    texts.join(separator)
}
