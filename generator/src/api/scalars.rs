//! What the values of an enumeration have in common.

use serde_json::Value;

use super::EnumValue;

/// The one type that all values of an enumeration have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum ScalarKind {
    Strings,
    /// All of 64 bits, signed.
    Integers,
    Booleans,
    Numbers,
    /// Values of several types.
    Mixed,
}

impl ScalarKind {
    /// What a list of values has in common.
    pub fn of(values: &[EnumValue]) -> Self {
        let all = |fits: fn(&Value) -> bool| values.iter().all(|value| fits(&value.value));
        if all(Value::is_string) {
            Self::Strings
        } else if all(Value::is_i64) {
            Self::Integers
        } else if all(Value::is_boolean) {
            Self::Booleans
        } else if all(Value::is_number) {
            Self::Numbers
        } else {
            Self::Mixed
        }
    }
}
