//! Paths, operations and responses.

use super::document::EXTERNAL_DOCS;
use super::parameter::{TYPES, parameter};
use super::schema::{FORMATS, file_or_schema};
use super::security::SECURITY;
use super::words::MEDIA_TYPES;
use super::{DISTINCT_TEXTS, List, Noun, Shape};

pub(super) static PATHS: Noun =
    Noun { patterned: |name| name.starts_with('/').then_some(&PATH_ITEM), ..Noun::new("Paths", &[], &[]) };

static PATH_ITEM: Shape = Shape::Object(&Noun::new(
    "Path Item",
    &[
        ("$ref", Shape::Text),
        ("get", Shape::Object(&OPERATION)),
        ("put", Shape::Object(&OPERATION)),
        ("post", Shape::Object(&OPERATION)),
        ("delete", Shape::Object(&OPERATION)),
        ("options", Shape::Object(&OPERATION)),
        ("head", Shape::Object(&OPERATION)),
        ("patch", Shape::Object(&OPERATION)),
        ("parameters", Shape::List(&PARAMETERS)),
    ],
    &[],
));

static PARAMETERS: List = List { of: Shape::Choice(parameter), least: 0, distinct: false };

pub(super) static SCHEMES: List =
    List { of: Shape::Word(&["http", "https", "ws", "wss"]), least: 0, distinct: true };

static OPERATION: Noun = Noun::new(
    "Operation",
    &[
        ("tags", Shape::List(&DISTINCT_TEXTS)),
        ("summary", Shape::Text),
        ("description", Shape::Text),
        ("externalDocs", Shape::Object(&EXTERNAL_DOCS)),
        ("operationId", Shape::Text),
        ("consumes", Shape::List(&MEDIA_TYPES)),
        ("produces", Shape::List(&MEDIA_TYPES)),
        ("parameters", Shape::List(&PARAMETERS)),
        ("responses", Shape::Object(&RESPONSES)),
        ("schemes", Shape::List(&SCHEMES)),
        ("deprecated", Shape::Flag),
        ("security", Shape::List(&SECURITY)),
    ],
    &["responses"],
);

static RESPONSES: Noun = Noun { patterned: response_of, filled: true, ..Noun::new("Responses", &[], &[]) };

/// A status code, or `default`. Ranges came with OpenAPI 3.
fn response_of(status: &str) -> Option<&'static Shape> {
    let is_code = status.len() == 3 && matches!(status.as_bytes(), [b'1'..=b'5', b'0'..=b'9', b'0'..=b'9']);
    (is_code || status == "default").then_some(&RESPONSE)
}

pub(super) static RESPONSE: Shape = Shape::Object(&Noun::new(
    "Response",
    &[
        ("description", Shape::Text),
        ("schema", Shape::Choice(file_or_schema)),
        ("headers", Shape::Map(&HEADER)),
        ("examples", Shape::Map(&Shape::Any)),
    ],
    &["description"],
));

static HEADER: Shape = Shape::Object(&Noun {
    patterned: |name| super::parameter::items_field(name, &FORMATS),
    ..Noun::new("Header", &[("description", Shape::Text), ("type", Shape::Word(TYPES))], &["type"])
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_of_status_codes_is_none() {
        assert!(response_of("404").is_some() && response_of("default").is_some());
        assert!(response_of("4XX").is_none() && response_of("600").is_none() && response_of("99").is_none());
    }
}
