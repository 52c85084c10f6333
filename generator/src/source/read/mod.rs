//! From the bytes of a file to a tree: which syntax it is in, and what is wrong with it.

mod decode;
mod members;
mod nesting;
mod object;
mod slip;
mod syntax;
mod tree;

use std::ops::Range;

use serde::de::DeserializeSeed;
use serde_json::Value;

use super::Limits;
use tree::{Reading, Seed};

pub(crate) use decode::decode;
pub(super) use tree::Duplicate;

/// The two notations of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Syntax {
    Json,
    Yaml,
}

/// A file that was read.
#[derive(Debug)]
pub(super) struct Parsed {
    pub(super) value: Value,
    pub(super) syntax: Syntax,
    /// Keys that an object has more than once; the first of each is in the tree.
    pub(super) duplicates: Vec<Duplicate>,
    /// A YAML stream held more than one document, and only the first was read.
    pub(super) more_documents: bool,
    /// Whether a reference may be to another file.
    pub(super) leads_out: bool,
}

/// Why a text is not a tree.
#[derive(Debug)]
pub(super) struct ParseError {
    pub(super) fault: Fault,
    /// Bytes of the text where the parser gave up.
    pub(super) bytes: Range<usize>,
    /// Where the structure began that it was in, with the parser's words for it.
    pub(super) context: Option<(Range<usize>, String)>,
    /// What to do about it, where that is known.
    pub(super) help: Option<String>,
}

/// The kinds of [`ParseError`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fault {
    /// Not well-formed, in the parser's words.
    Syntax(String),
    /// Deeper than the limit.
    Depth,
    /// More values than the limit.
    Nodes,
    /// YAML aliases that stand for more than the limit.
    Aliases,
    /// A key that is longer than the limit.
    Key,
}

/// Reads a text whose file has the extension of `name`.
///
/// A file is JSON by its extension or by its first character, and YAML otherwise. What is not
/// well-formed in the first notation is tried in the second, since `.json` files with comments or
/// trailing commas exist; the error is that of the notation the extension names.
pub(super) fn parse(name: &str, text: &str, limits: &Limits) -> Result<Parsed, ParseError> {
    let named_json = name.to_ascii_lowercase().ends_with(".json");
    if !named_json && !text.trim_start().starts_with('{') {
        return parse_yaml(text, limits);
    }
    match parse_json(text, limits) {
        Err(error) if matches!(error.fault, Fault::Syntax(_)) => {
            parse_yaml(text, limits).map_err(|yaml_error| if named_json { error } else { yaml_error })
        }
        settled => settled,
    }
}

fn parse_json(text: &str, limits: &Limits) -> Result<Parsed, ParseError> {
    if let Some(parsed) = members::parse(text, limits) {
        return Ok(parsed);
    }
    let reading = Reading::new(limits, Syntax::Json, text.len());
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = Seed::root(&reading)
        .deserialize(&mut deserializer)
        .and_then(|value| deserializer.end().map(|()| value))
        .map_err(|error| syntax::json_error(text, &error, &reading))?;
    Ok(reading.finish(value, false))
}

fn parse_yaml(text: &str, limits: &Limits) -> Result<Parsed, ParseError> {
    nesting::check(text)?;
    let reading = Reading::new(limits, Syntax::Yaml, text.len());
    let mut documents = serde_yaml::Deserializer::from_str(text);
    let value = match documents.next() {
        Some(first) => Seed::root(&reading)
            .deserialize(first)
            .map_err(|error| syntax::yaml_error(text, &error, &reading))?,
        None => Value::Null,
    };
    let more_documents = match documents.next() {
        // What follows the first document has to be well-formed all the same: text after a
        // closing brace shows up here.
        Some(second) => serde::Deserialize::deserialize(second)
            .map(|content: Option<serde::de::IgnoredAny>| content.is_some())
            .map_err(|error| syntax::yaml_error(text, &error, &reading))?,
        None => false,
    };
    Ok(reading.finish(value, more_documents))
}
