//! serde_json's errors, said in terms of JSON.
//!
//! serde's texts hold the offending value, which may be a secret, and Rust's type names. Only what
//! was expected and the kind of what was found survive.

use std::fmt;
use std::str::Utf8Error;

use serde::de::DeserializeOwned;
use serde_json::error::Category;

use super::object::MISSING;
use super::{from_slice, locate};

/// Why a text isn't the JSON that was expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JsonError {
    path: String,
    message: String,
    syntax: bool,
}

impl JsonError {
    #[cold]
    pub(super) fn reading(json: &[u8], error: &serde_json::Error) -> Self {
        let message = without_position(error.to_string());
        if error.classify() != Category::Data {
            return Self::syntax(&message, error.line(), error.column());
        }
        if let Some(message) = message.strip_prefix(REFUSED) {
            let path = locate::pointer_to_last(json, error.line(), error.column());
            return Self { path, message: message.to_owned(), syntax: false };
        }
        if let Some((address, message)) = message.strip_prefix(MISREAD).and_then(|rest| rest.split_once(' '))
        {
            let start = address.parse::<usize>().ok().and_then(|at| at.checked_sub(json.as_ptr().addr()));
            let path = locate::pointer_to_value(json, start.unwrap_or_default());
            return Self { path, message: message.to_owned(), syntax: false };
        }
        let mut path = locate::pointer_at(json, error.line(), error.column());
        if let Some((below, message)) = below(&message) {
            path.push_str(below);
            return Self { path, message: message.to_owned(), syntax: false };
        }
        if let Some(member) = missing_member(&message) {
            locate::push_token(&mut path, member);
            return Self { path, message: "is missing".to_owned(), syntax: false };
        }
        Self { path, message: in_terms_of_json(&message), syntax: false }
    }

    /// A text that is no UTF-8.
    #[cold]
    pub(super) fn encoding(json: &[u8], error: Utf8Error) -> Self {
        let (line, column) = locate::line_and_column(json, error.valid_up_to());
        Self::syntax("invalid UTF-8", line, column)
    }

    fn syntax(message: &str, line: usize, column: usize) -> Self {
        let message = format!("not JSON: {message} at line {line} column {column}");
        Self { path: String::new(), message, syntax: true }
    }

    #[cold]
    pub(super) fn writing(error: &serde_json::Error) -> Self {
        Self { path: String::new(), message: in_terms_of_json(&error.to_string()), syntax: false }
    }

    /// An error about a member of the value, or about the value itself where the name is empty.
    #[cold]
    pub(super) fn at(member: &str, message: &str) -> Self {
        let mut path = String::new();
        if !member.is_empty() {
            locate::push_token(&mut path, member);
        }
        Self { path, message: message.to_owned(), syntax: false }
    }

    /// The text that [`reading`](Self::reading) takes apart again, where the value is part of another.
    #[cold]
    pub(super) fn nested(&self) -> String {
        format!("{BELOW}{}`: {}", self.path, self.message)
    }

    /// Where in the text, as a JSON Pointer (RFC 6901): empty for the whole, `/rooms/0/name`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What is wrong there: `expected a string, found a number`.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Whether the text isn't JSON at all.
    pub fn is_syntax(&self) -> bool {
        self.syntax
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.path.as_str() {
            "" => f.write_str(&self.message),
            path => write!(f, "{path}: {}", self.message),
        }
    }
}

impl std::error::Error for JsonError {}

/// serde_json's text without its ` at line 1 column 2`.
fn without_position(mut text: String) -> String {
    if let Some(end) = text.rfind(" at line ") {
        text.truncate(end);
    }
    text
}

/// How the text of an error about a value that was taken as it is written starts; where in memory that is
/// and what is wrong with it follow. By then serde_json may be behind what the value is part of.
const MISREAD: &str = "misread at ";

/// The text of an error about a value that was taken as it is written, and is no `T` or else not what is
/// expected.
#[cold]
#[allow(dead_code, reason = "an API may have no decimals")]
pub(crate) fn misread<T: DeserializeOwned>(raw: &str, expected: &str) -> String {
    let at = raw.as_ptr().addr();
    match from_slice::<T>(raw.as_bytes()) {
        Err(error) if !error.is_syntax() => format!("{MISREAD}{at} {}", error.message()),
        _ => format!("{MISREAD}{at} {expected}"),
    }
}

/// How the text of an error about a member that has been read starts; what is wrong with it follows.
pub(super) const REFUSED: &str = "refused member: ";

/// How the text of an error about a part of a value starts that had to be read whole; a JSON Pointer and
/// a backtick follow.
const BELOW: &str = "below `";

fn below(message: &str) -> Option<(&str, &str)> {
    message.strip_prefix(BELOW)?.split_once("`: ")
}

/// The name that [`MISSING`] and serde's own text have between backticks.
fn missing_member(message: &str) -> Option<&str> {
    let name = message.strip_prefix(MISSING).or_else(|| message.strip_prefix("missing field `"))?;
    name.strip_suffix('`')
}

fn in_terms_of_json(message: &str) -> String {
    let Some((subject, expected)) = message.rsplit_once(", expected ") else {
        return message.to_owned();
    };
    let expected = expectation(expected);
    match subject.strip_prefix("invalid type: ").and_then(found) {
        Some(found) => format!("expected {expected}, found {found}"),
        None => format!("expected {expected}"),
    }
}

/// What a visitor expects. The visitors of std's types name Rust's.
fn expectation(expected: &str) -> &str {
    match expected {
        "i8" | "i16" | "i32" => "an integer of 32 bits",
        "u8" | "u16" | "u32" => "a non-negative integer of 32 bits",
        "i64" | "i128" | "isize" => "an integer of 64 bits",
        "u64" | "u128" | "usize" => "a non-negative integer of 64 bits",
        "f32" | "f64" => "a number",
        "a sequence" => "an array",
        "a map" => "an object",
        "any valid JSON value" | "a string" | "a boolean" | "an object" | "an integer" => expected,
        _ if expected.starts_with("struct ") => "an object",
        _ if expected.starts_with("enum ") || expected.starts_with("variant ") => "another value",
        _ => expected,
    }
}

/// The kind of the value that serde found; never the value.
fn found(unexpected: &str) -> Option<&'static str> {
    const KINDS: [(&str, &str); 7] = [
        ("null", "null"),
        ("boolean", "a boolean"),
        ("integer", "a number"),
        ("floating point", "a number"),
        ("string", "a string"),
        ("sequence", "an array"),
        ("map", "an object"),
    ];
    KINDS.into_iter().find(|(kind, _)| unexpected.starts_with(kind)).map(|(_, found)| found)
}
