//! Types whose values have to be seen whole before they can be read: unions.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{DeserializeOwned, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use crate::runtime::JsonValue;

use super::{JsonError, from_slice, to_vec};

/// Reads any value, then makes it what it is.
pub fn read_value<'de, T, D>(
    deserializer: D,
    make: fn(JsonValue) -> Result<T, JsonError>,
) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
{
    deserializer.deserialize_any(ValueVisitor(make, PhantomData))
}

/// Reads a value that has been read as JSON before.
pub fn from_value<T: DeserializeOwned>(value: &JsonValue) -> Result<T, JsonError> {
    // Through its text, so that each type is compiled for one deserializer only.
    from_slice(&to_vec(value)?)
}

/// Whether a value that has been read as JSON before is one of a type.
#[cfg(feature = "server")]
pub fn reads<T: DeserializeOwned>(value: &JsonValue) -> bool {
    from_value::<T>(value).is_ok()
}

/// The member that tells which variant of a union an object is.
pub fn tag<'v>(value: &'v JsonValue, name: &str) -> Result<&'v str, JsonError> {
    let JsonValue::Object(object) = value else {
        return Err(JsonError::at("", "expected an object"));
    };
    match object.get(name) {
        Some(JsonValue::String(tag)) => Ok(tag),
        Some(_) => Err(JsonError::at(name, "expected a string")),
        None => Err(JsonError::at(name, "is missing")),
    }
}

/// Errors are made inside of the visitor: there serde_json knows which value they are about.
struct ValueVisitor<T>(fn(JsonValue) -> Result<T, JsonError>, PhantomData<T>);

impl<T> ValueVisitor<T> {
    fn make<E: Error>(self, value: JsonValue) -> Result<T, E> {
        (self.0)(value).map_err(|error| E::custom(error.nested()))
    }
}

impl<'de, T> Visitor<'de> for ValueVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any valid JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<T, E> {
        self.make(JsonValue::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<T, E> {
        self.make(value.into())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<T, E> {
        self.make(value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<T, E> {
        self.make(value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<T, E> {
        self.make(value.into())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<T, E> {
        self.make(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, access: A) -> Result<T, A::Error> {
        let value = JsonValue::deserialize(SeqAccessDeserializer::new(access))?;
        self.make(value)
    }

    fn visit_map<A: MapAccess<'de>>(self, access: A) -> Result<T, A::Error> {
        let value = JsonValue::deserialize(MapAccessDeserializer::new(access))?;
        self.make(value)
    }
}
