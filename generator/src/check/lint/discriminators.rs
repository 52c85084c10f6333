//! A discriminator is a property that every value has.

use serde_json::{Map, Value};

use super::grammar::Broken;
use crate::diagnostic::DISCRIMINATOR;

/// What is wrong with the `discriminator` of a schema.
pub(super) fn check(schema: &Map<String, Value>) -> Option<Broken> {
    let name = schema.get("discriminator")?.as_str()?;
    let defined = schema.get("properties").is_some_and(|properties| properties.get(name).is_some());
    let required = schema.get("required").and_then(Value::as_array);
    let required = required.is_some_and(|names| names.iter().any(|other| other == name));
    let what = match (defined, required) {
        (true, true) => return None,
        (false, _) => "is no property of this schema",
        (true, false) => "is not required by this schema",
    };
    Some(Broken { code: &DISCRIMINATOR, key: "discriminator", message: format!("`{name}` {what}") })
}
