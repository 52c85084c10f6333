//! Bytes in JSON strings.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Scalar, ScalarError, read_scalar};

/// Bytes that are written as base64 (RFC 4648 section 4): `format: byte`.
#[derive(Clone, PartialEq, Eq, Hash, Default)]
pub struct Base64(pub Vec<u8>);

impl fmt::Debug for Base64 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Base64({} bytes)", self.0.len())
    }
}

impl From<Vec<u8>> for Base64 {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl Scalar for Base64 {
    fn to_text(&self) -> Result<String, ScalarError> {
        Ok(STANDARD.encode(&self.0))
    }

    fn from_text(text: &str) -> Result<Self, ScalarError> {
        STANDARD.decode(text).map(Self).map_err(|_| ScalarError::new("expected base64"))
    }
}

impl Serialize for Base64 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&STANDARD.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Base64 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_scalar(deserializer, "a string of base64")
    }
}
