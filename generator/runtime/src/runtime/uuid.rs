//! UUIDs (RFC 9562): `format: uuid`.

use super::{Scalar, ScalarError};

pub use uuid::Uuid;

impl Scalar for Uuid {
    fn to_text(&self) -> Result<String, ScalarError> {
        Ok(self.to_string())
    }

    fn from_text(text: &str) -> Result<Self, ScalarError> {
        text.parse().map_err(|_| ScalarError::new("expected a UUID"))
    }
}
