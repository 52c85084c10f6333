//! Security schemes, and what operations ask for.

use serde_json::Value;

use super::{DISTINCT_TEXTS, List, Noun, Shape};

/// Alternatives, each of one scheme or of several together.
pub(super) static SECURITY: List =
    List { of: Shape::Map(&Shape::List(&DISTINCT_TEXTS)), least: 0, distinct: true };

/// The scheme that `value` wants to be.
pub(super) fn scheme(value: &Value) -> &'static Shape {
    let text = |key| value.get(key).and_then(Value::as_str);
    match (text("type"), text("flow")) {
        (Some("basic"), _) => &BASIC,
        (Some("apiKey"), _) => &API_KEY,
        (Some("oauth2"), Some("implicit")) => &IMPLICIT,
        (Some("oauth2"), Some("accessCode")) => &ACCESS_CODE,
        (Some("oauth2"), Some("password" | "application")) => &TOKEN,
        _ => &UNKNOWN,
    }
}

static BASIC: Shape = Shape::Object(&Noun::new(NAME, &[TYPE, DESCRIPTION], &["type"]));

static API_KEY: Shape = Shape::Object(&Noun::new(
    NAME,
    &[TYPE, DESCRIPTION, ("name", Shape::Text), ("in", Shape::Word(&["query", "header"]))],
    &["type", "name", "in"],
));

static IMPLICIT: Shape = Shape::Object(&Noun::new(
    NAME,
    &[TYPE, DESCRIPTION, FLOW, SCOPES, ("authorizationUrl", Shape::Text)],
    &["type", "flow", "authorizationUrl"],
));

static TOKEN: Shape = Shape::Object(&Noun::new(
    NAME,
    &[TYPE, DESCRIPTION, FLOW, SCOPES, ("tokenUrl", Shape::Text)],
    &["type", "flow", "tokenUrl"],
));

static ACCESS_CODE: Shape = Shape::Object(&Noun::new(
    NAME,
    &[TYPE, DESCRIPTION, FLOW, SCOPES, ("authorizationUrl", Shape::Text), ("tokenUrl", Shape::Text)],
    &["type", "flow", "authorizationUrl", "tokenUrl"],
));

static UNKNOWN: Shape = Shape::Object(&Noun {
    patterned: |_| Some(&Shape::Any),
    ..Noun::new(NAME, &[TYPE, DESCRIPTION, FLOW], &["type"])
});

const NAME: &str = "Security Scheme";
const TYPE: (&str, Shape) = ("type", Shape::Word(&["basic", "apiKey", "oauth2"]));
const DESCRIPTION: (&str, Shape) = ("description", Shape::Text);
const FLOW: (&str, Shape) = ("flow", Shape::Word(&["implicit", "password", "application", "accessCode"]));
const SCOPES: (&str, Shape) = ("scopes", Shape::Map(&Shape::Text));
