//! `update`: how a value of an overlay goes into a document (Overlay 1.1, "Action Object").

use serde_json::{Map, Value};

use super::super::{Pointer, escape, kind};
use super::Edits;

/// A value to merge, where the overlay has it, and where to note what it changed.
pub(super) struct Update<'e> {
    pub(super) value: &'e Value,
    pub(super) from: &'e Pointer,
    pub(super) edits: &'e mut Edits,
}

/// Two values that can't become one.
pub(super) struct Clash {
    pub(super) place: Pointer,
    pub(super) message: String,
}

impl Update<'_> {
    /// Updates a target of an action: an object is merged with, an array gets one more element.
    pub(super) fn apply(self, target: &mut Value, path: &str) -> Result<(), Clash> {
        match target {
            Value::Array(array) => {
                self.edits.put(format!("{path}/{}", array.len()), self.from.clone());
                array.push(self.value.clone());
                Ok(())
            }
            target => self.merge(target, path),
        }
    }

    /// Objects merge member by member, arrays are concatenated, other values are replaced.
    fn merge(self, target: &mut Value, path: &str) -> Result<(), Clash> {
        match (target, self.value) {
            (Value::Object(target), Value::Object(members)) => {
                Members { members, from: self.from, edits: self.edits }.merge(target, path)
            }
            (Value::Array(target), Value::Array(elements)) => {
                for (index, element) in elements.iter().enumerate() {
                    self.edits.put(format!("{path}/{}", target.len()), self.from.index(index));
                    target.push(element.clone());
                }
                Ok(())
            }
            (target, value) if target.is_null() || (is_primitive(target) && is_primitive(value)) => {
                self.edits.put(path.to_owned(), self.from.clone());
                *target = value.clone();
                Ok(())
            }
            (target, value) => Err(Clash {
                place: self.from.clone(),
                message: format!("{} can't be merged into {}, which `#{path}` is", kind(value), kind(target)),
            }),
        }
    }
}

struct Members<'e> {
    members: &'e Map<String, Value>,
    from: &'e Pointer,
    edits: &'e mut Edits,
}

impl Members<'_> {
    fn merge(self, target: &mut Map<String, Value>, path: &str) -> Result<(), Clash> {
        for (key, value) in self.members {
            let path = format!("{path}/{}", escape(key));
            let from = self.from.child(key);
            match target.get_mut(key) {
                Some(member) => Update { value, from: &from, edits: self.edits }.merge(member, &path)?,
                None => {
                    self.edits.put(path, from);
                    target.insert(key.clone(), value.clone());
                }
            }
        }
        Ok(())
    }
}

fn is_primitive(value: &Value) -> bool {
    !value.is_object() && !value.is_array()
}
