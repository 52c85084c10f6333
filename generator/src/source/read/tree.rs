//! One visitor that builds the tree from either notation, and keeps what a plain
//! `serde_json::Value` would lose: duplicate keys, keys as they are spelled, merge keys.

use std::cell::{Cell, RefCell};
use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use serde_json::{Number, Value};

use super::super::{Limits, escape};
use super::object::Object;
use super::{Fault, Parsed, Syntax};

/// A key that an object has more than once.
#[derive(Debug)]
pub(in super::super) struct Duplicate {
    /// The JSON pointer of the member.
    pub(in super::super) path: String,
    /// Which occurrence this is: 1 for the second.
    pub(in super::super) occurrence: usize,
}

/// How many duplicates of one file are remembered; a file with more is no document.
const DUPLICATES: usize = 100;

/// What is counted and found while one file is read.
pub(super) struct Reading {
    syntax: Syntax,
    depth: usize,
    key_bytes: usize,
    /// How many more values there may be, and what is wrong if there are more.
    nodes_left: Cell<usize>,
    nodes_fault: Fault,
    /// Whether a reference may be to another file.
    leads_out: Cell<bool>,
    duplicates: RefCell<Vec<Duplicate>>,
    fault: RefCell<Option<Fault>>,
}

impl Reading {
    pub(super) fn new(limits: &Limits, syntax: Syntax, bytes: usize) -> Self {
        // A value takes a byte at least, so that what is beyond the bytes came by aliases.
        let with_aliases = bytes.saturating_add(limits.alias_nodes);
        Self {
            syntax,
            depth: limits.depth,
            key_bytes: limits.key_bytes,
            nodes_left: Cell::new(limits.nodes.min(with_aliases)),
            nodes_fault: if with_aliases < limits.nodes { Fault::Aliases } else { Fault::Nodes },
            leads_out: Cell::new(false),
            duplicates: RefCell::default(),
            fault: RefCell::default(),
        }
    }

    pub(super) fn finish(self, value: Value, more_documents: bool) -> Parsed {
        Parsed {
            value,
            syntax: self.syntax,
            duplicates: self.duplicates.into_inner(),
            more_documents,
            leads_out: self.leads_out.get(),
        }
    }

    /// The limit that was met, if that is what stopped the parser.
    pub(super) fn fault(&self) -> Option<Fault> {
        self.fault.borrow().clone()
    }

    fn duplicate(&self, path: &Path<'_>, occurrence: usize) {
        let mut duplicates = self.duplicates.borrow_mut();
        if duplicates.len() < DUPLICATES {
            duplicates.push(Duplicate { path: path.to_string(), occurrence });
        }
    }

    fn stop<E: Error>(&self, fault: Fault) -> E {
        *self.fault.borrow_mut() = Some(fault);
        E::custom("limit exceeded")
    }

    fn count<E: Error>(&self) -> Result<(), E> {
        match self.nodes_left.get().checked_sub(1) {
            Some(left) => self.nodes_left.set(left),
            None => return Err(self.stop(self.nodes_fault.clone())),
        }
        Ok(())
    }
}

/// Where the visitor is, as a list on the stack.
enum Path<'a> {
    Root,
    Key(&'a Path<'a>, &'a str),
    Index(&'a Path<'a>, usize),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Key(parent, key) => write!(f, "{parent}/{}", escape(key)),
            Self::Index(parent, index) => write!(f, "{parent}/{index}"),
        }
    }
}

/// Builds one value and those in it.
pub(super) struct Seed<'a> {
    reading: &'a Reading,
    path: Path<'a>,
    depth: usize,
}

impl<'a> Seed<'a> {
    pub(super) fn root(reading: &'a Reading) -> Self {
        Self { reading, path: Path::Root, depth: 0 }
    }

    /// For a value so deep in a text, in a place of no interest.
    pub(super) fn at(reading: &'a Reading, depth: usize) -> Self {
        Self { depth, ..Self::root(reading) }
    }

    fn within<'b>(&'b self, path: Path<'b>) -> Seed<'b> {
        Seed { reading: self.reading, path, depth: self.depth + 1 }
    }

    fn enter<E: Error>(&self) -> Result<(), E> {
        if self.depth >= self.reading.depth {
            return Err(self.reading.stop(Fault::Depth));
        }
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.reading.count()?;
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<Value, E> {
        self.visit_f64(value as f64)
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<Value, E> {
        self.visit_f64(value as f64)
    }

    /// YAML's `.inf` and `.nan` are no JSON numbers: they stay the text they are.
    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or_else(|| Value::String(yaml_spelling(value)), Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Value, A::Error> {
        self.enter()?;
        let mut array = Vec::new();
        while let Some(element) =
            elements.next_element_seed(self.within(Path::Index(&self.path, array.len())))?
        {
            array.push(element);
        }
        Ok(Value::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        self.enter()?;
        let mut object = Object::default();
        while let Some(key) = members.next_key_seed(Key)? {
            // Keys are part of the place of all that is below them.
            if key.len() > self.reading.key_bytes {
                return Err(self.reading.stop(Fault::Key));
            }
            let value = members.next_value_seed(self.within(Path::Key(&self.path, &key)))?;
            if may_lead_out(&key, &value) {
                self.reading.leads_out.set(true);
            }
            if key == "<<" && self.reading.syntax == Syntax::Yaml {
                object.merge(key, value);
            } else if let Some((key, occurrence)) = object.insert(key, value) {
                self.reading.duplicate(&Path::Key(&self.path, &key), occurrence);
            }
        }
        Ok(object.finish())
    }

    /// A value with a YAML tag of its own, `!money 12`: the tag says nothing to us.
    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<Value, A::Error> {
        let (_tag, content) = tagged.variant_seed(Key)?;
        content.newtype_variant_seed(self)
    }
}

/// Whether a member may be a reference to another file: a `$ref`, or the mapping of a discriminator. It may
/// be data as well.
pub(super) fn may_lead_out(key: &str, value: &Value) -> bool {
    match (key, value) {
        ("$ref", Value::String(reference)) => !reference.starts_with('#'),
        ("mapping", Value::Object(targets)) => {
            let mut targets = targets.values().filter_map(Value::as_str);
            targets.any(|target| !target.starts_with('#') && target.contains(['/', '.', '#']))
        }
        _ => false,
    }
}

fn yaml_spelling(value: f64) -> String {
    match value {
        value if value.is_nan() => ".nan",
        value if value > 0.0 => ".inf",
        _ => "-.inf",
    }
    .to_owned()
}

/// A key as it is spelled: the status code `200` is the key `200`, not a number.
pub(super) struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
        deserializer.deserialize_string(self)
    }
}

impl Visitor<'_> for Key {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key that is a string")
    }

    fn visit_str<E>(self, key: &str) -> Result<String, E> {
        Ok(key.to_owned())
    }

    fn visit_string<E>(self, key: String) -> Result<String, E> {
        Ok(key)
    }
}
