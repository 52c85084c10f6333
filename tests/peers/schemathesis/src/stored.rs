//! Maps that are shared by all requests.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Things by their IDs or names. A fuzzer makes many, and lists of all of them would slow it down: beyond
/// [`ROOM`], the first one goes.
#[derive(Debug)]
pub(crate) struct Stored<K, V>(Mutex<BTreeMap<K, V>>);

const ROOM: usize = 100;

impl<K, V> Default for Stored<K, V> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Ord, V: Clone> Stored<K, V> {
    fn lock(&self) -> MutexGuard<'_, BTreeMap<K, V>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn get(&self, key: &K) -> Option<V> {
        self.lock().get(key).cloned()
    }

    pub(crate) fn all(&self) -> Vec<V> {
        self.lock().values().cloned().collect()
    }

    pub(crate) fn put(&self, key: K, value: V) {
        let mut map = self.lock();
        map.insert(key, value);
        if map.len() > ROOM {
            map.pop_first();
        }
    }

    /// Changes what is there, and returns it.
    pub(crate) fn change(&self, key: &K, change: impl FnOnce(&mut V)) -> Option<V> {
        let mut map = self.lock();
        let value = map.get_mut(key)?;
        change(value);
        Some(value.clone())
    }

    pub(crate) fn remove(&self, key: &K) -> Option<V> {
        self.lock().remove(key)
    }
}

/// A value as another type, with further members.
pub(crate) fn extended<T: DeserializeOwned>(
    value: &impl Serialize,
    more: Value,
) -> Result<T, serde_json::Error> {
    let mut extended = serde_json::to_value(value)?;
    if let (Value::Object(members), Value::Object(more)) = (&mut extended, more) {
        members.extend(more);
    }
    serde_json::from_value(extended)
}
