//! `null` is no value in OpenAPI 3.0, and [`openapiv3`] writes it for two members that are absent.

use serde_json::Value;

/// `description` of a server's variable, and `contentType` of an encoding.
const MEMBERS: [&str; 2] = ["description", "contentType"];
/// What is data, or has neither of the two in it.
const CLOSED: [&str; 5] = ["schema", "schemas", "example", "examples", "info"];

/// Takes such members out.
pub(super) fn remove(part: &mut Value) {
    match part {
        Value::Object(members) => {
            members.retain(|key, value| !(value.is_null() && MEMBERS.contains(&key.as_str())));
            let open = members
                .iter_mut()
                .filter(|(key, _)| !CLOSED.contains(&key.as_str()) && !key.starts_with("x-"));
            open.for_each(|(_, value)| remove(value));
        }
        Value::Array(elements) => elements.iter_mut().for_each(remove),
        _ => {}
    }
}
