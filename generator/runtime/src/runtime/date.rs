//! Dates and times (RFC 3339): `format: date` and `format: date-time`.

use std::fmt;
use std::str::FromStr;

use jiff::fmt::temporal::Pieces;
use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp, civil};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Scalar, ScalarError, read_scalar};

/// A day: `2026-01-31`.
pub use jiff::civil::Date;

/// A moment, read with any offset and written in UTC: `2026-01-31T12:00:00Z`.
///
/// It is made from a [`Timestamp`] and becomes one, to compute with. It is none itself: timestamps end a
/// day before the year 9999 does, and `9999-12-31T23:59:59Z` is what many servers say for "never".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateTime(civil::DateTime);

impl From<Timestamp> for DateTime {
    fn from(timestamp: Timestamp) -> Self {
        Self(Offset::UTC.to_datetime(timestamp))
    }
}

impl TryFrom<DateTime> for Timestamp {
    type Error = jiff::Error;

    fn try_from(moment: DateTime) -> Result<Self, jiff::Error> {
        Offset::UTC.to_timestamp(moment.0)
    }
}

impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}Z", self.0)
    }
}

impl FromStr for DateTime {
    type Err = ScalarError;

    fn from_str(text: &str) -> Result<Self, ScalarError> {
        moment(text).map(Self).ok_or(ScalarError::new("expected a time such as 2026-01-31T12:00:00Z"))
    }
}

/// Date, time and offset, of which none may be missing (RFC 3339 section 5.6), in UTC.
fn moment(text: &str) -> Option<civil::DateTime> {
    let pieces = Pieces::parse(text).ok()?;
    let local = pieces.date().to_datetime(pieces.time()?);
    let ahead = SignedDuration::from_secs(pieces.to_numeric_offset()?.seconds().into());
    local.checked_sub(ahead).ok()
}

impl Scalar for DateTime {
    fn to_text(&self) -> Result<String, ScalarError> {
        Ok(self.to_string())
    }

    fn from_text(text: &str) -> Result<Self, ScalarError> {
        text.parse()
    }
}

impl Serialize for DateTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for DateTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_scalar(deserializer, "a time such as 2026-01-31T12:00:00Z")
    }
}

impl Scalar for Date {
    fn to_text(&self) -> Result<String, ScalarError> {
        Ok(self.to_string())
    }

    fn from_text(text: &str) -> Result<Self, ScalarError> {
        text.parse().map_err(|_| ScalarError::new("expected a date such as 2026-01-31"))
    }
}
