//! The snippets in this folder, as documents.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value};

/// The document that each field is written into.
const DOCUMENT: &str = include_str!("document.yaml");
const SNIPPETS: [&str; 4] = [
    include_str!("about.yaml"),
    include_str!("operations.yaml"),
    include_str!("parameters.yaml"),
    include_str!("schemas.yaml"),
];

/// The snippets of one object of the specification.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Object {
    /// Where in the document it is.
    at: String,
    /// What the document says besides, by place.
    #[serde(default)]
    with: BTreeMap<String, Value>,
    /// By the name of the field.
    pub(crate) fields: BTreeMap<String, OneOrMany<Snippet>>,
}

#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
pub(crate) struct Snippet {
    /// Where the field is written, if it is not where the object is; complete with the field's name
    /// where the specification leaves that to the document.
    at: Option<String>,
    /// What is written there.
    value: Value,
    /// What the document says besides.
    #[serde(default)]
    with: BTreeMap<String, Value>,
    /// What is in the crate because of it.
    #[serde(default)]
    pub(crate) shows: OneOrMany<String>,
    /// What is no longer in the crate because of it.
    #[serde(default)]
    pub(crate) hides: OneOrMany<String>,
    /// What is said about it.
    #[serde(default)]
    pub(crate) says: OneOrMany<String>,
}

#[derive(Deserialize, Clone)]
#[serde(untagged)]
pub(crate) enum OneOrMany<T> {
    One(T),
    Many(Vec<T>),
}

impl<T> Default for OneOrMany<T> {
    fn default() -> Self {
        Self::Many(Vec::new())
    }
}

impl<T> OneOrMany<T> {
    pub(crate) fn all(&self) -> &[T] {
        match self {
            Self::One(one) => std::slice::from_ref(one),
            Self::Many(many) => many,
        }
    }
}

/// The objects of the specification, by name.
pub(crate) fn objects() -> Vec<(String, Object)> {
    let read = |text: &str| -> BTreeMap<String, Object> {
        serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{error}"))
    };
    SNIPPETS.into_iter().flat_map(read).collect()
}

/// The document as it is without any of them.
pub(crate) fn document() -> Value {
    serde_yaml::from_str(DOCUMENT).unwrap_or_else(|error| panic!("{error}"))
}

impl Object {
    /// The document without the field of a snippet, and with what it says besides.
    pub(crate) fn without(&self, snippet: &Snippet) -> Value {
        let mut document = document();
        for (place, value) in self.with.iter().chain(&snippet.with) {
            set(&mut document, place, value.clone());
        }
        document
    }

    /// The document with the field of a snippet.
    pub(crate) fn with(&self, field: &str, snippet: &Snippet) -> Value {
        let mut document = self.without(snippet);
        let place = match &snippet.at {
            Some(place) if field.contains('{') => place.clone(),
            at => format!("{}/{}", at.as_ref().unwrap_or(&self.at), escape(field)),
        };
        set(&mut document, &place, snippet.value.clone());
        document
    }
}

/// Writes a value at a JSON pointer, with the objects on the way. `operation` is short for where
/// the document's own is.
fn set(document: &mut Value, pointer: &str, value: Value) {
    let pointer = match pointer.strip_prefix("operation") {
        Some(rest) => format!("/paths/~1things~1{{id}}/post{rest}"),
        None => pointer.to_owned(),
    };
    let mut at = document;
    let tokens: Vec<String> =
        pointer.split('/').skip(1).map(|token| token.replace("~1", "/").replace("~0", "~")).collect();
    let Some((last, way)) = tokens.split_last() else { return };
    for token in way {
        at = match at {
            Value::Array(items) => &mut items[token.parse::<usize>().expect("an index")],
            Value::Object(members) => {
                members.entry(token.clone()).or_insert_with(|| Value::Object(Map::new()))
            }
            other => panic!("{pointer} goes through {other}"),
        };
    }
    match at {
        Value::Array(items) => items[last.parse::<usize>().expect("an index")] = value,
        Value::Object(members) => drop(members.insert(last.clone(), value)),
        other => panic!("{pointer} is in {other}"),
    }
}

fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}
