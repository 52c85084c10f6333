//! JSON in and out, with errors that name the member and speak of JSON, never of Rust.
//!
//! Invariant: all reading goes through [`from_slice`], so that each type is compiled for one
//! deserializer only.

mod error;
mod locate;
mod nulls;
mod object;
mod object_macro;
mod seen;
pub mod slots;
mod transparent_macro;
mod union_macro;
mod value;

use serde::Serialize;
use serde::de::DeserializeOwned;

pub use error::JsonError;
#[allow(unused_imports, reason = "an API may have no decimals")]
pub(crate) use error::misread;
#[cfg(feature = "server")]
pub(crate) use locate::{pointer_to, push_token};
#[cfg(feature = "server")]
pub(crate) use nulls::refusing;
pub use object::{ObjectReader, ObjectWriter, ReadObject, missing, read_object};
#[cfg(feature = "server")]
pub use value::reads;
pub use value::{from_value, read_value, tag};
#[allow(unused_imports, reason = "an API may need few of them")]
pub(crate) use {
    object_macro::json_object,
    transparent_macro::transparent,
    union_macro::{tagged_union, union_impls, untagged_union},
};

/// Writes a value as JSON.
pub fn to_vec<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, JsonError> {
    serde_json::to_vec(value).map_err(|error| JsonError::writing(&error))
}

/// Reads a value from JSON, which is UTF-8 (RFC 8259 section 8.1).
pub fn from_slice<T: DeserializeOwned>(json: &[u8]) -> Result<T, JsonError> {
    // To look at all of it at once is faster than at each string on its own, as serde_json does with bytes.
    let text = str::from_utf8(json).map_err(|error| JsonError::encoding(json, error))?;
    serde_json::from_str(text).map_err(|error| JsonError::reading(json, &error))
}
