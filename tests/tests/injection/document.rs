//! The documents that have, between them, every field of Swagger 2.0.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

const BASE: &str = include_str!("../../../generator/tests/fields/document.yaml");
const SNIPPETS: [&str; 4] = [
    include_str!("../../../generator/tests/fields/about.yaml"),
    include_str!("../../../generator/tests/fields/operations.yaml"),
    include_str!("../../../generator/tests/fields/parameters.yaml"),
    include_str!("../../../generator/tests/fields/schemas.yaml"),
];

/// The document that each snippet is written into.
pub(crate) fn base() -> Value {
    serde_yaml::from_str(BASE).expect("a document")
}

/// One for each snippet, and the one without any.
pub(crate) fn all() -> Vec<Value> {
    let mut documents = vec![base()];
    for text in SNIPPETS {
        let objects: BTreeMap<String, Value> = serde_yaml::from_str(text).expect("snippets");
        for object in objects.values() {
            for (field, snippets) in object["fields"].as_object().expect("fields by name") {
                let list = match snippets {
                    Value::Array(list) => list.clone(),
                    one => vec![one.clone()],
                };
                documents.extend(list.iter().map(|snippet| with(object, field, snippet)));
            }
        }
    }
    documents
}

/// The document with what a snippet writes into it, as `generator/tests/fields.rs` does.
fn with(object: &Value, field: &str, snippet: &Value) -> Value {
    let mut document = base();
    for besides in [&object["with"], &snippet["with"]] {
        for (place, value) in besides.as_object().into_iter().flatten() {
            set(&mut document, place, value.clone());
        }
    }
    let at = snippet["at"].as_str();
    let place = match at {
        Some(place) if field.contains('{') => place.to_owned(),
        _ => {
            let object = at.or(object["at"].as_str()).expect("a place");
            format!("{object}/{}", field.replace('~', "~0").replace('/', "~1"))
        }
    };
    set(&mut document, &place, snippet["value"].clone());
    document
}

/// Writes a value at a JSON pointer, with the objects on the way. `operation` is short for where
/// the document's own is.
fn set(document: &mut Value, place: &str, value: Value) {
    let place = place.replacen(
        "operation",
        "/paths/~1things~1{id}/post",
        usize::from(place.starts_with("operation")),
    );
    let mut at = document;
    for token in place.split('/').skip(1).map(|token| token.replace("~1", "/").replace("~0", "~")) {
        at = match at {
            Value::Array(items) => &mut items[token.parse::<usize>().expect("an index")],
            other => {
                if !other.is_object() {
                    *other = Value::Object(Map::new());
                }
                &mut other[token]
            }
        };
    }
    *at = value;
}
