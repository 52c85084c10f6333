//! An object under construction: which keys came again, and which came by a merge key.

use std::collections::{HashMap, HashSet};

use serde_json::map::Entry;
use serde_json::{Map, Value};

/// An object while it is read.
#[derive(Default)]
pub(super) struct Object {
    members: Map<String, Value>,
    /// Members that came by a merge key, which a member of the object's own replaces.
    merged: HashSet<String>,
    /// Keys that came again, and how often.
    again: HashMap<String, usize>,
}

impl Object {
    pub(super) fn finish(self) -> Value {
        Value::Object(self.members)
    }

    /// Adds a member, or says its key and which occurrence of that this is; the first one is kept.
    pub(super) fn insert(&mut self, key: String, value: Value) -> Option<(String, usize)> {
        if self.members.is_empty() {
            // Every other object of a document is no more than a `$ref` or a `type`.
            self.members = Map::with_capacity(1);
        }
        match self.members.entry(key) {
            Entry::Vacant(free) => {
                free.insert(value);
                None
            }
            Entry::Occupied(mut member) if self.merged.remove(member.key()) => {
                member.insert(value);
                None
            }
            Entry::Occupied(member) => {
                let key = member.key().clone();
                let occurrence = self.again.entry(key.clone()).or_default();
                *occurrence += 1;
                Some((key, *occurrence))
            }
        }
    }

    /// `<<: *base` (<https://yaml.org/type/merge.html>): members that are not there yet are taken
    /// over, of the first object that has them. Anything but objects is a member called `<<`.
    pub(super) fn merge(&mut self, key: String, value: Value) {
        let objects: Vec<Map<String, Value>> = match value {
            Value::Object(object) => vec![object],
            Value::Array(array) if array.iter().all(Value::is_object) => {
                array.into_iter().filter_map(into_object).collect()
            }
            other => {
                self.insert(key, other);
                return;
            }
        };
        for (key, value) in objects.into_iter().flatten() {
            if !self.members.contains_key(&key) {
                self.merged.insert(key.clone());
                self.members.insert(key, value);
            }
        }
    }
}

fn into_object(value: Value) -> Option<Map<String, Value>> {
    match value {
        Value::Object(object) => Some(object),
        _ => None,
    }
}
