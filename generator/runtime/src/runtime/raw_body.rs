//! A body that the document gives no schema for, kept as it came.

use std::borrow::Cow;
use std::fmt;

use bytes::Bytes;
use serde::de::DeserializeOwned;

use super::json::{self, JsonError};

/// A body that the document gives no schema for, kept as it came.
///
/// [`Debug`](fmt::Debug) prints the length only: bodies hold what people say to each other.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct RawBody {
    /// The `Content-Type` header.
    pub content_type: Option<String>,
    /// The bytes.
    pub bytes: Bytes,
}

impl RawBody {
    /// A body of no bytes.
    pub fn empty() -> Self {
        Self::default()
    }

    /// A body of the given media type.
    pub fn new(content_type: impl Into<String>, bytes: impl Into<Bytes>) -> Self {
        Self { content_type: Some(content_type.into()), bytes: bytes.into() }
    }

    /// The given value as `application/json`.
    pub fn from_json<T: serde::Serialize + ?Sized>(value: &T) -> Result<Self, JsonError> {
        Ok(Self::new("application/json", json::to_vec(value)?))
    }

    /// The bytes as text; what isn't UTF-8 is replaced.
    pub fn text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.bytes)
    }

    /// Reads the bytes as JSON.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, JsonError> {
        json::from_slice(&self.bytes)
    }
}

impl fmt::Debug for RawBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let content_type = self.content_type.as_deref().unwrap_or("no media type");
        write!(f, "RawBody({content_type}, {} bytes)", self.bytes.len())
    }
}

impl From<String> for RawBody {
    fn from(text: String) -> Self {
        Self::new("text/plain; charset=utf-8", text)
    }
}

impl From<&'static str> for RawBody {
    fn from(text: &'static str) -> Self {
        Self::new("text/plain; charset=utf-8", text)
    }
}

impl From<Bytes> for RawBody {
    fn from(bytes: Bytes) -> Self {
        Self::new("application/octet-stream", bytes)
    }
}

impl From<Vec<u8>> for RawBody {
    fn from(bytes: Vec<u8>) -> Self {
        Bytes::from(bytes).into()
    }
}
