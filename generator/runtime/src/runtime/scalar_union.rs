//! `scalar_union!`: what the text of one enum of scalars is.

use super::Scalar;

/// Implements [`Scalar`] for an enum of scalars. A text is the first variant that would write it so again,
/// else the first that can read it: `7` is an integer, and `007`, which is none to everybody, a string.
#[allow(unused_macros, reason = "an API may have no such unions")]
macro_rules! scalar_union {
    ($union:ident { $($variant:ident),* $(,)? }) => {
        impl $crate::runtime::Scalar for $union {
            fn to_text(&self) -> Result<String, $crate::runtime::ScalarError> {
                match self {
                    $(Self::$variant(value) => value.to_text(),)*
                    Self::Unknown($crate::runtime::JsonValue::String(text)) => Ok(text.clone()),
                    Self::Unknown(value) => Ok(value.to_string()),
                }
            }

            fn from_text(text: &str) -> Result<Self, $crate::runtime::ScalarError> {
                $(if let Some(value) = $crate::runtime::exactly(text) {
                    return Ok(Self::$variant(Box::new(value)));
                })*
                $(if let Ok(value) = $crate::runtime::Scalar::from_text(text) {
                    return Ok(Self::$variant(Box::new(value)));
                })*
                Ok(Self::Unknown(text.into()))
            }
        }
    };
}
#[allow(unused_imports, reason = "an API may have no such unions")]
pub(crate) use scalar_union;

/// The value that is written as `text`, and in no other way.
pub fn exactly<T: Scalar>(text: &str) -> Option<T> {
    let value = T::from_text(text).ok()?;
    value.to_text().is_ok_and(|written| written == text).then_some(value)
}
