//! Which media types a body has: `consumes` and `produces`, inherited, or missing.

use crate::swagger::{Kind, Schema};

/// `application/json`.
const JSON: &str = "application/json";
/// `application/x-www-form-urlencoded`.
const FORM: &str = "application/x-www-form-urlencoded";
/// `multipart/form-data`.
const MULTIPART: &str = "multipart/form-data";
const ANY: &str = "*/*";

/// The media types of a body: the operation's list replaces the document's, and an empty list is
/// none. The specification has no default. It is JSON here, but for a body that is bytes (a file,
/// or a string of format `byte` or `binary`), which may be of any type.
///
/// Forms have parameters of their own, which can't stand beside a body. A form in the list is there for
/// other operations, unless it is all that there is.
pub(super) fn of_body(own: Option<&[String]>, inherited: &[String], schema: &Schema) -> Vec<String> {
    let listed = listed(own, inherited);
    let is_form = |media_type: &String| matches!(essence(media_type).as_str(), FORM | MULTIPART);
    if !listed.iter().all(is_form) {
        return listed.into_iter().filter(|media_type| !is_form(media_type)).collect();
    }
    if !listed.is_empty() {
        return listed;
    }
    vec![if is_bytes(schema) { ANY } else { JSON }.to_owned()]
}

/// The media types of a form: those that are listed and can carry one. A file needs
/// `multipart/form-data`; the default is the simplest that will do.
pub(super) fn of_form(own: Option<&[String]>, inherited: &[String], has_file: bool) -> Vec<String> {
    let mut listed = listed(own, inherited);
    listed.retain(|media_type| match essence(media_type).as_str() {
        MULTIPART => true,
        FORM => !has_file,
        _ => false,
    });
    if listed.is_empty() {
        listed.push(if has_file { MULTIPART } else { FORM }.to_owned());
    }
    listed
}

/// A media type without parameters and in small letters (RFC 9110 section 8.3.1).
fn essence(media_type: &str) -> String {
    let essence = media_type.split(';').next().unwrap_or(media_type);
    essence.trim().to_ascii_lowercase()
}

/// Whether two media types differ in their parameters at most.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    essence(one) == essence(other)
}

/// JSON, also as the syntax of another type (RFC 6839 section 3.1).
pub(super) fn is_json(media_type: &str) -> bool {
    let essence = essence(media_type);
    essence == JSON || essence.ends_with("+json")
}

fn listed(own: Option<&[String]>, inherited: &[String]) -> Vec<String> {
    let mut listed: Vec<String> = Vec::new();
    for media_type in own.unwrap_or(inherited).iter().map(|media_type| media_type.trim()) {
        if !media_type.is_empty() && !listed.iter().any(|earlier| earlier == media_type) {
            listed.push(media_type.to_owned());
        }
    }
    listed
}

fn is_bytes(schema: &Schema) -> bool {
    match schema.types.as_slice() {
        [Kind::File] => true,
        [Kind::String] => matches!(schema.format.as_deref(), Some("byte" | "binary")),
        _ => false,
    }
}
