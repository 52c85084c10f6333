//! `type`.

use serde_json::Value;

use super::fields::Fields;
use crate::source::Node;

/// A value of `type`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum Kind {
    String,
    Number,
    Integer,
    Boolean,
    Array,
    Object,
    /// Bytes as they are; only of a form parameter or a response.
    File,
}

/// The types, and whether `null` is among them.
pub(super) fn read_types(fields: &Fields<'_, '_>) -> (Vec<Kind>, bool) {
    let Some(member) = fields.member("type") else { return (Vec::new(), false) };
    let names: Vec<Node<'_>> = match member.value {
        Value::Array(_) => member.items().collect(),
        _ => vec![member],
    };
    let mut types = Vec::new();
    let mut null = false;
    for name in names {
        match name.as_str() {
            Some("null") => null = true,
            text => match text.and_then(kind) {
                Some(kind) if types.contains(&kind) => {}
                Some(kind) => types.push(kind),
                None => {
                    fields.ignore_word(&name, "the name of a type", &NAMES);
                }
            },
        }
    }
    (types, null)
}

/// Those that a document may have anywhere.
const NAMES: [&str; 6] = ["string", "number", "integer", "boolean", "array", "object"];

fn kind(text: &str) -> Option<Kind> {
    Some(match text {
        "string" => Kind::String,
        "number" => Kind::Number,
        "integer" => Kind::Integer,
        "boolean" => Kind::Boolean,
        "array" => Kind::Array,
        "object" => Kind::Object,
        "file" => Kind::File,
        _ => return None,
    })
}
