//! Dates and times (RFC 3339): `format: date` and `format: date-time`.

use super::{Scalar, ScalarError};

/// A day: `2026-01-31`.
pub use jiff::civil::Date;

/// A moment, read with any offset and written in UTC: `2026-01-31T12:00:00Z`.
pub use jiff::Timestamp as DateTime;

impl Scalar for Date {
    fn to_text(&self) -> Result<String, ScalarError> {
        Ok(self.to_string())
    }

    fn from_text(text: &str) -> Result<Self, ScalarError> {
        text.parse().map_err(|_| ScalarError::new("expected a date such as 2026-01-31"))
    }
}

impl Scalar for DateTime {
    fn to_text(&self) -> Result<String, ScalarError> {
        Ok(self.to_string())
    }

    fn from_text(text: &str) -> Result<Self, ScalarError> {
        text.parse().map_err(|_| ScalarError::new("expected a time such as 2026-01-31T12:00:00Z"))
    }
}
