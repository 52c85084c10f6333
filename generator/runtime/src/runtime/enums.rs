//! Enumerations that keep the values a document doesn't list, so that old clients survive new servers.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, Unexpected, Visitor};

/// Implements the conversions of a string enum with an `Unknown(String)` variant.
#[allow(unused_macros, reason = "an API may have no such enums")]
macro_rules! string_enum {
    ($name:ident { $($variant:ident = $text:literal),* $(,)? }) => {
        impl $name {
            /// The values that the document lists.
            pub const VALUES: &'static [&'static str] = &[$($text),*];

            /// The value on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::Unknown(text) => text,
                }
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                match text {
                    $($text => Self::$variant,)*
                    _ => Self::Unknown(text.to_owned()),
                }
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                text.as_str().into()
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::convert::Infallible;

            fn from_str(text: &str) -> Result<Self, std::convert::Infallible> {
                Ok(text.into())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::runtime::read_text(deserializer)
            }
        }

        impl $crate::runtime::Scalar for $name {
            fn to_text(&self) -> Result<String, $crate::runtime::ScalarError> {
                Ok(self.as_str().to_owned())
            }

            fn text(&self) -> Result<std::borrow::Cow<'_, str>, $crate::runtime::ScalarError> {
                Ok(std::borrow::Cow::Borrowed(self.as_str()))
            }

            fn from_text(text: &str) -> Result<Self, $crate::runtime::ScalarError> {
                Ok(text.into())
            }
        }
    };
}
#[allow(unused_imports, reason = "an API may have no such enums")]
pub(crate) use string_enum;

/// Implements the conversions of an integer enum with an `Unknown(i64)` variant.
#[allow(unused_macros, reason = "an API may have no such enums")]
macro_rules! integer_enum {
    ($name:ident { $($variant:ident = $value:literal),* $(,)? }) => {
        impl $name {
            /// The values that the document lists.
            pub const VALUES: &'static [i64] = &[$($value),*];

            /// The value on the wire.
            pub fn as_i64(&self) -> i64 {
                match self {
                    $(Self::$variant => $value,)*
                    Self::Unknown(value) => *value,
                }
            }
        }

        impl From<i64> for $name {
            fn from(value: i64) -> Self {
                match value {
                    $($value => Self::$variant,)*
                    _ => Self::Unknown(value),
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.as_i64().fmt(f)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_i64(self.as_i64())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                <i64 as serde::Deserialize>::deserialize(deserializer).map(Self::from)
            }
        }

        impl $crate::runtime::Scalar for $name {
            fn to_text(&self) -> Result<String, $crate::runtime::ScalarError> {
                Ok(self.as_i64().to_string())
            }

            fn from_text(text: &str) -> Result<Self, $crate::runtime::ScalarError> {
                <i64 as $crate::runtime::Scalar>::from_text(text).map(Self::from)
            }
        }
    };
}
#[allow(unused_imports, reason = "an API may have no such enums")]
pub(crate) use integer_enum;

/// Reads a JSON string into a type that every string is a value of.
pub fn read_text<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: for<'t> From<&'t str>,
    D: Deserializer<'de>,
{
    deserializer.deserialize_str(TextVisitor(|text| Some(text.into()), "a string", PhantomData))
}

/// Reads a JSON string with a [`Scalar`](super::Scalar) in it.
pub fn read_scalar<'de, T, D>(deserializer: D, expected: &'static str) -> Result<T, D::Error>
where
    T: super::Scalar,
    D: Deserializer<'de>,
{
    deserializer.deserialize_str(TextVisitor(|text| T::from_text(text).ok(), expected, PhantomData))
}

struct TextVisitor<T>(fn(&str) -> Option<T>, &'static str, PhantomData<T>);

impl<T> Visitor<'_> for TextVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.1)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        // The text stays out of the error: it may be a secret.
        (self.0)(text).ok_or_else(|| E::invalid_value(Unexpected::Other("string"), &self))
    }
}
