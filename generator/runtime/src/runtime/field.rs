//! Members of JSON objects that need more than a type.

use std::collections::BTreeMap;

/// A member that may be absent and may be `null`, where the two differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Field<T> {
    /// The member isn't there.
    #[default]
    Absent,
    /// The member is `null`.
    Null,
    /// The member has a value.
    Value(T),
}

impl<T> Field<T> {
    /// The value, if there is one.
    pub fn into_value(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// The value, if there is one, borrowed.
    pub fn as_ref(&self) -> Field<&T> {
        match self {
            Self::Absent => Field::Absent,
            Self::Null => Field::Null,
            Self::Value(value) => Field::Value(value),
        }
    }
}

impl<T> From<T> for Field<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

/// The members of an object that the document doesn't name.
pub type Additional<V> = BTreeMap<String, V>;

/// Any JSON value.
pub type JsonValue = serde_json::Value;

/// Any JSON object.
pub type JsonObject = serde_json::Map<String, JsonValue>;
