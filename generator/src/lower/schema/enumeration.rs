//! `enum`: the values, as the type that the schema says, with the names that vendors give them.

use std::collections::HashSet;

use indexmap::IndexMap;
use serde_json::Value;

use super::keywords::{Keywords, Kind};
use crate::api::{EnumValue, Shape};
use crate::diagnostic::{Diagnostic, ENUM_VALUE, Place};
use crate::lower::Scope;

impl Scope<'_, '_> {
    /// The enumeration that the keywords describe; nothing where its values are not scalars, or
    /// `null` is all there is.
    pub(super) fn enumeration(&self, keywords: &Keywords<'_>, at: &str) -> Option<Shape> {
        let mut values: Vec<EnumValue> = Vec::new();
        let mut known = HashSet::new();
        let place = |index: usize| Place::Value(self.origin(at).child("enum").child(&index.to_string()));
        for (index, raw) in keywords.enumeration.iter().enumerate() {
            if raw.is_null() {
                continue;
            }
            let Some(value) = typed(raw, &keywords.kind) else {
                let message = format!("`enum` has `{raw}`, which is not of its type");
                self.sink.report(
                    Diagnostic::new(&ENUM_VALUE, place(index), message)
                        .help("write the value as the `type` says, in quotes for a string"),
                );
                continue;
            };
            if !known.insert(value.to_string()) {
                let message = format!("`enum` has `{raw}` twice");
                self.sink.report(Diagnostic::new(&ENUM_VALUE, place(index), message));
                continue;
            }
            let (preferred_name, description) = words(keywords, index, raw);
            values.push(EnumValue { value, preferred_name, description });
        }
        (!values.is_empty()).then_some(Shape::Enumeration(values))
    }
}

/// The value as the type that the schema says: YAML reads the `1` of a list of strings as a
/// number, and writers quote numbers.
fn typed(value: &Value, kind: &Kind) -> Option<Value> {
    match (kind, value) {
        (_, Value::Array(_) | Value::Object(_) | Value::Null) => None,
        (Kind::String, Value::String(_))
        | (Kind::Boolean, Value::Bool(_))
        | (Kind::Number, Value::Number(_))
        | (Kind::Missing, _) => Some(value.clone()),
        (Kind::Integer, Value::Number(number)) if number.is_i64() || number.is_u64() => Some(value.clone()),
        (Kind::String, scalar) => Some(Value::String(scalar.to_string())),
        (Kind::Integer | Kind::Number | Kind::Boolean, Value::String(text)) => {
            let parsed: Value = serde_json::from_str(text.trim()).ok()?;
            (!parsed.is_string()).then(|| typed(&parsed, kind)).flatten()
        }
        _ => None,
    }
}

/// The name and the words that an extension gives to a value: `x-enum-varnames` and
/// `x-enum-descriptions` by position, `x-ms-enum` by value.
fn words(keywords: &Keywords<'_>, index: usize, raw: &Value) -> (Option<String>, Option<String>) {
    let extensions = &keywords.data.extensions;
    let listed = |keys: &[&str]| {
        let mut lists = keys.iter().filter_map(|key| extensions.get(*key)?.get(index)?.as_str());
        lists.next().map(str::to_owned)
    };
    let microsoft = extensions
        .get("x-ms-enum")
        .and_then(|named| named.get("values")?.as_array())
        .and_then(|values| values.iter().find(|value| value.get("value") == Some(raw)));
    let of_microsoft = |key| microsoft?.get(key)?.as_str().map(str::to_owned);
    (
        listed(&["x-enum-varnames", "x-enumNames"]).or_else(|| of_microsoft("name")),
        listed(&["x-enum-descriptions", "x-enumDescriptions"]).or_else(|| of_microsoft("description")),
    )
}

/// The name that `x-ms-enum` gives to the enumeration as a whole.
pub(super) fn microsoft_name(extensions: &IndexMap<String, Value>) -> Option<String> {
    extensions.get("x-ms-enum")?.get("name")?.as_str().map(str::to_owned)
}
