//! Numbers that JSON has as strings.

use serde::{Deserialize, Deserializer, Serialize, Serializer, ser::Error as _};

use super::{Scalar, ScalarError, read_scalar};

/// A scalar that is a string in JSON: 64-bit integers, which JavaScript can't hold as numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct AsText<T>(pub T);

impl<T> From<T> for AsText<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl<T: Scalar> Scalar for AsText<T> {
    fn to_text(&self) -> Result<String, ScalarError> {
        self.0.to_text()
    }

    fn from_text(text: &str) -> Result<Self, ScalarError> {
        T::from_text(text).map(Self)
    }
}

impl<T: Scalar> Serialize for AsText<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0.to_text().map_err(S::Error::custom)?)
    }
}

impl<'de, T: Scalar> Deserialize<'de> for AsText<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_scalar(deserializer, "a number written as a string")
    }
}
