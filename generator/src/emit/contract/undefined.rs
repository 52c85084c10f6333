//! What an example has that its schema does not define, and a typed reader leaves out.

use serde_json::Value;

use crate::api::{Api, Shape, TypeId};
use crate::source::escape;

/// JSON pointers (RFC 6901) of the members of a value that its type does not keep.
pub(super) fn undefined(api: &Api, ty: TypeId, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    walk(api, ty, value, "", &mut found);
    found
}

fn walk(api: &Api, ty: TypeId, value: &Value, at: &str, found: &mut Vec<String>) {
    match (&api.resolved(ty).shape, value) {
        (Shape::Array(items), Value::Array(values)) => {
            for (index, value) in values.iter().enumerate() {
                walk(api, *items, value, &format!("{at}/{index}"), found);
            }
        }
        (Shape::Map(values), Value::Object(members)) => {
            for (name, value) in members {
                walk(api, *values, value, &format!("{at}/{}", escape(name)), found);
            }
        }
        (Shape::Object(object), Value::Object(members)) => {
            for (name, value) in members {
                let at = format!("{at}/{}", escape(name));
                let property = object.properties.iter().find(|property| property.name == *name);
                match (property.map(|property| property.ty).or(object.additional), value) {
                    (Some(ty), value) => walk(api, ty, value, &at, found),
                    (None, _) => found.push(at),
                }
            }
        }
        _ => {}
    }
}
