//! Values that are written as one piece of text: in paths, queries, headers, forms.

use std::borrow::Cow;
use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr};

/// A value that is written as one piece of text.
pub trait Scalar: Sized {
    /// Its text, before any percent-encoding.
    fn to_text(&self) -> Result<String, ScalarError>;

    /// The same, without a copy where the value has it as it stands.
    fn text(&self) -> Result<Cow<'_, str>, ScalarError> {
        self.to_text().map(Cow::Owned)
    }

    /// Reads the text, after any percent-decoding.
    fn from_text(text: &str) -> Result<Self, ScalarError>;
}

/// Why a value can't be written as text, or a text is no such value. It never holds the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScalarError(&'static str);

impl ScalarError {
    /// Says what was expected: `expected a boolean`.
    pub const fn new(expected: &'static str) -> Self {
        Self(expected)
    }

    /// The text that says so.
    pub fn reason(&self) -> &'static str {
        self.0
    }
}

impl fmt::Display for ScalarError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for ScalarError {}

impl Scalar for String {
    fn to_text(&self) -> Result<String, ScalarError> {
        Ok(self.clone())
    }

    fn text(&self) -> Result<Cow<'_, str>, ScalarError> {
        Ok(Cow::Borrowed(self))
    }

    fn from_text(text: &str) -> Result<Self, ScalarError> {
        Ok(text.to_owned())
    }
}

macro_rules! displayed {
    ($($scalar:ty: $expected:literal;)*) => {$(
        impl Scalar for $scalar {
            fn to_text(&self) -> Result<String, ScalarError> {
                Ok(self.to_string())
            }

            fn from_text(text: &str) -> Result<Self, ScalarError> {
                text.parse().map_err(|_| ScalarError($expected))
            }
        }
    )*};
}

displayed! {
    bool: "expected `true` or `false`";
    i32: "expected an integer of 32 bits";
    i64: "expected an integer of 64 bits";
    u32: "expected a non-negative integer of 32 bits";
    u64: "expected a non-negative integer of 64 bits";
    Ipv4Addr: "expected an IPv4 address";
    Ipv6Addr: "expected an IPv6 address";
}

macro_rules! finite {
    ($($float:ty),*) => {$(
        impl Scalar for $float {
            fn to_text(&self) -> Result<String, ScalarError> {
                if self.is_finite() { Ok(self.to_string()) } else { Err(ScalarError("is not finite")) }
            }

            fn from_text(text: &str) -> Result<Self, ScalarError> {
                text.parse().ok().filter(|float: &$float| float.is_finite()).ok_or(ScalarError("expected a number"))
            }
        }
    )*};
}

finite!(f32, f64);
