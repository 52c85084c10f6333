//! What is written as text: parameters, headers of responses, fields of forms.

use cratewright::api::{Constraints, Location, ScalarKind, Shape, StringFormat, Style, TypeId};
use proptest::prelude::*;
use proptest::string::string_regex;
use serde_json::Value;

use super::percent::encoded;
use crate::values::{Values, list, text};

/// Where text stands, which says what may be in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Path,
    /// A query, a form, or a cookie.
    Pairs,
    Header,
    /// A part of a multipart form.
    Part,
}

impl From<Location> for Place {
    fn from(location: Location) -> Self {
        match location {
            Location::Path => Self::Path,
            Location::Query | Location::Cookie => Self::Pairs,
            Location::Header => Self::Header,
        }
    }
}

/// A value as text, before any encoding: one text, or the elements of a list. Nothing where it is absent.
#[derive(Debug, Clone)]
pub(super) enum Text {
    Absent,
    One(String),
    List(Vec<String>, Style),
}

/// Values of a type as text, absent ones too where they may be.
pub(super) fn argument(
    values: Values<'_>,
    ty: TypeId,
    style: Style,
    place: Place,
    required: bool,
) -> BoxedStrategy<Text> {
    let resolved = values.api.resolved(ty);
    let text = match &resolved.shape {
        Shape::Array(element) => {
            let element = scalar(values, *element, place, true);
            let element = element.prop_filter("an element", move |text| is_element(text, style, place));
            let mut limits = resolved.constraints.clone();
            // A list without elements is one that is absent, or a path without a segment.
            if style == Style::Multi || place == Place::Path {
                limits.min_items = limits.min_items.max(Some(1));
            }
            list(element.boxed(), &limits, true).prop_map(move |texts| Text::List(texts, style)).boxed()
        }
        _ => scalar(values, ty, place, false).prop_map(Text::One).boxed(),
    };
    // What a resolver of URLs takes away is sent by no client, and a path needs all of its segments.
    let segment =
        move |text: &Text| place != Place::Path || !matches!(text.joined().as_str(), "" | "." | "..");
    let text = text.prop_filter("a segment", segment);
    match required {
        true => text.boxed(),
        false => prop_oneof![Just(Text::Absent), text].boxed(),
    }
}

/// Whether a list of the style can have it: what separates elements in it can't be told from what
/// separates them, unless it is encoded.
fn is_element(text: &str, style: Style, place: Place) -> bool {
    let separator = separator(style);
    let is_encoded = style == Style::Csv && matches!(place, Place::Path | Place::Pairs);
    let is_apart = is_encoded || separator.is_none_or(|separator| !text.contains(separator));
    // One empty element is a list of none.
    is_apart && (separator.is_none() || !text.is_empty()) && (place != Place::Header || text.trim() == text)
}

/// One value that is no list, or what stands for it where it has no text of its own.
fn scalar(values: Values<'_>, ty: TypeId, place: Place, in_list: bool) -> BoxedStrategy<String> {
    let resolved = values.api.resolved(ty);
    let (is_any, is_plain) = match &resolved.shape {
        Shape::Any | Shape::Bytes | Shape::Map(_) | Shape::Object(_) => (true, false),
        Shape::Array(_) => (in_list, false),
        Shape::Union(union) => (!values.api.is_of_scalars(union), false),
        Shape::Enumeration(listed) => (ScalarKind::of(listed) == ScalarKind::Mixed, false),
        Shape::String(format) => (false, *format == StringFormat::Plain),
        _ => (false, false),
    };
    let is_free = is_any || (is_plain && resolved.constraints == Constraints::default());
    match place {
        Place::Header if is_free => header_text(),
        _ if is_free => text(),
        Place::Header => {
            let text = values.given(ty).prop_map(|value| written(&value));
            text.prop_filter("text of a header", |text| is_header_text(text)).boxed()
        }
        _ => values.given(ty).prop_map(|value| written(&value)).boxed(),
    }
}

/// What a header holds in one line (RFC 9110, section 5.5), without space around it.
fn header_text() -> BoxedStrategy<String> {
    string_regex("([!-~]([ -~]{0,8}[!-~])?)?").expect("an expression").boxed()
}

fn is_header_text(text: &str) -> bool {
    text.trim() == text && text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// A scalar as text: numbers without a fraction that is none, as in a URL.
pub(super) fn written(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) if number.is_f64() => number.as_f64().unwrap_or_default().to_string(),
        value => value.to_string(),
    }
}

fn separator(style: Style) -> Option<char> {
    match style {
        Style::Csv | Style::DeepObject => Some(','),
        Style::Ssv => Some(' '),
        Style::Tsv => Some('\t'),
        Style::Pipes => Some('|'),
        Style::Multi => None,
    }
}

impl Text {
    /// One text for each time that the name is given, as it is.
    pub(super) fn plain(&self) -> Vec<String> {
        match self {
            Self::Absent => Vec::new(),
            Self::One(text) => vec![text.clone()],
            Self::List(elements, style) => match separator(*style) {
                None => elements.clone(),
                Some(separator) => vec![elements.join(&separator.to_string())],
            },
        }
    }

    /// The same for a path, a query or a form: the elements encoded, the commas between them not.
    pub(super) fn encoded(&self) -> Vec<String> {
        match self {
            Self::List(elements, Style::Csv) => {
                let elements: Vec<String> = elements.iter().map(|element| encoded(element)).collect();
                vec![elements.join(",")]
            }
            _ => self.plain().iter().map(|text| encoded(text)).collect(),
        }
    }

    /// All of it in one text.
    pub(super) fn joined(&self) -> String {
        self.plain().concat()
    }
}
