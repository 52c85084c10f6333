//! A value together with the place it was written at, which is what the readers walk over.

use serde_json::Value;

use super::Pointer;

/// A value in a document and its pointer.
#[derive(Debug, Clone)]
pub struct Node<'s> {
    /// The value.
    pub value: &'s Value,
    /// Where it is.
    pub pointer: Pointer,
}

impl<'s> Node<'s> {
    /// The member `key`, if this is an object that has it.
    pub fn get(&self, key: &str) -> Option<Self> {
        Some(Self { value: member(self.value, key)?, pointer: self.pointer.child(key) })
    }

    /// The element `index`, if this is an array that has it.
    pub fn at(&self, index: usize) -> Option<Self> {
        let value = self.value.as_array()?.get(index)?;
        Some(Self { value, pointer: self.pointer.index(index) })
    }

    /// The members of an object in document order; nothing for other values.
    pub fn entries(&self) -> impl Iterator<Item = (&'s str, Self)> + use<'s> {
        let pointer = self.pointer.clone();
        let members = self.value.as_object().into_iter().flatten();
        members.map(move |(key, value)| (key.as_str(), Self { value, pointer: pointer.child(key) }))
    }

    /// The names of the members of an object in document order, without the making of what points at them.
    pub fn keys(&self) -> impl Iterator<Item = &'s str> + use<'s> {
        self.value.as_object().into_iter().flatten().map(|(key, _)| key.as_str())
    }

    /// The elements of an array; nothing for other values.
    pub fn items(&self) -> impl Iterator<Item = Self> + use<'s> {
        let pointer = self.pointer.clone();
        let elements = self.value.as_array().into_iter().flatten().enumerate();
        elements.map(move |(index, value)| Self { value, pointer: pointer.index(index) })
    }

    /// The text of a string.
    pub fn as_str(&self) -> Option<&'s str> {
        self.value.as_str()
    }

    /// The truth value of a boolean.
    pub fn as_bool(&self) -> Option<bool> {
        self.value.as_bool()
    }

    /// The value of an integer that fits; `1.0` is one as well (JSON knows one kind of number).
    pub fn as_i64(&self) -> Option<i64> {
        self.value.as_i64().or_else(|| self.whole_number().map(|number| number as i64))
    }

    /// The value of a non-negative integer that fits; `1.0` is one as well.
    pub fn as_u64(&self) -> Option<u64> {
        let whole = || self.whole_number().filter(|number| *number >= 0.0).map(|number| number as u64);
        self.value.as_u64().or_else(whole)
    }

    /// The value of any number.
    pub fn as_f64(&self) -> Option<f64> {
        self.value.as_f64()
    }

    /// Whether this is an object.
    pub fn is_object(&self) -> bool {
        self.value.is_object()
    }

    /// Whether this is an array.
    pub fn is_array(&self) -> bool {
        self.value.is_array()
    }

    /// Whether this is a string.
    pub fn is_string(&self) -> bool {
        self.value.is_string()
    }

    /// Whether this is `null`, which is also what YAML reads an empty value as.
    pub fn is_null(&self) -> bool {
        self.value.is_null()
    }

    /// The text of `$ref`, if this is an object that has one as a string: a Reference Object,
    /// where the specification allows one. The caller knows whether it does.
    pub fn reference(&self) -> Option<&'s str> {
        member(self.value, "$ref")?.as_str()
    }

    /// What kind of value this is, with its article, for messages: `an object`.
    pub fn kind(&self) -> &'static str {
        kind(self.value)
    }

    /// A number without fraction in the range where each integer has its own `f64`.
    fn whole_number(&self) -> Option<f64> {
        const EXACT: f64 = 9_007_199_254_740_992.0;
        self.value.as_f64().filter(|number| number.fract() == 0.0 && number.abs() <= EXACT)
    }
}

/// The member `key` of a value. Of a few members it is found faster by looking at each than by a hash.
pub fn member<'v>(value: &'v Value, key: &str) -> Option<&'v Value> {
    const FEW: usize = 8;
    let members = value.as_object()?;
    match members.len() {
        ..=FEW => members.iter().find(|(known, _)| *known == key).map(|(_, value)| value),
        _ => members.get(key),
    }
}

/// The member or the element that a token of a JSON pointer, unescaped, names (RFC 6901 section 4: an index
/// has no leading zeros and no sign).
pub(super) fn step<'v>(value: &'v Value, token: &str) -> Option<&'v Value> {
    let Some(elements) = value.as_array() else { return member(value, token) };
    let canonical =
        token == "0" || (!token.starts_with('0') && token.bytes().all(|byte| byte.is_ascii_digit()));
    elements.get(token.parse::<usize>().ok().filter(|_| canonical)?)
}

/// What kind of value this is, with its article, for messages: `an object`.
pub fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}
