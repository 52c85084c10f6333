//! A large text in JSON is read by several threads, as if one had read it: each reads some of the members
//! of the root, and of those that are large themselves, as `paths` and `definitions` are.
//!
//! Where one member ends and the next begins is found before, in a fraction of the time. Whatever is out of
//! the ordinary, such as a mistake, a limit that is met, or a key that comes again, is for one thread that reads
//! it all, and says where it is.

use std::fmt;

use rayon::iter::{IntoParallelIterator, ParallelIterator};
use serde::de::{DeserializeSeed, Deserializer as _, MapAccess, Visitor};
use serde_json::value::RawValue;
use serde_json::{Deserializer, Map, Value};

use super::super::Limits;
use super::tree::{Key, Reading, Seed, may_lead_out};
use super::{Parsed, Syntax};

/// Fewer bytes are read sooner than handed out.
const FEW: usize = if cfg!(test) { 64 } else { 256 * 1024 };

/// How many objects and arrays serde_json reads within each other.
const DEEPEST: usize = 127;

/// How many levels of large objects are taken apart.
const LEVELS: usize = 2;

/// A value that was read apart.
struct Part {
    value: Value,
    /// Whether one of them may be a reference to another file.
    leads_out: bool,
}

/// The tree of a text, if it is worth several threads and nothing about it is out of the ordinary.
pub(super) fn parse(text: &str, limits: &Limits) -> Option<Parsed> {
    // A value takes a byte, and another one lies between two of them.
    let may_have_too_many = text.len().div_ceil(2) > limits.nodes;
    if text.len() < FEW || rayon::current_num_threads() == 1 || may_have_too_many {
        return None;
    }
    let limits = &Limits { depth: limits.depth.min(DEEPEST), ..limits.clone() };
    let Part { value, leads_out } = object(text, 0, limits)?;
    Some(Parsed { value, syntax: Syntax::Json, duplicates: Vec::new(), more_documents: false, leads_out })
}

/// An object so deep in the text, member by member.
fn object(text: &str, depth: usize, limits: &Limits) -> Option<Part> {
    if depth >= limits.depth {
        return None;
    }
    let parts =
        members(text)?.into_par_iter().map(|(key, raw)| Some((key, part(raw.get(), depth + 1, limits)?)));
    let parts: Vec<(String, Part)> = parts.collect::<Option<_>>()?;
    let (mut object, mut leads_out) = (Map::with_capacity(parts.len()), false);
    for (key, part) in parts {
        if key.len() > limits.key_bytes {
            return None;
        }
        leads_out |= part.leads_out || may_lead_out(&key, &part.value);
        if object.insert(key, part.value).is_some() {
            return None;
        }
    }
    Some(Part { value: Value::Object(object), leads_out })
}

/// A value so deep in the text, in one go unless it is a large object.
fn part(text: &str, depth: usize, limits: &Limits) -> Option<Part> {
    if depth < LEVELS && text.len() >= FEW && text.starts_with('{') {
        return object(text, depth, limits);
    }
    let reading = Reading::new(limits, Syntax::Json, text.len());
    let value = Seed::at(&reading, depth).deserialize(&mut Deserializer::from_str(text)).ok()?;
    let Parsed { value, duplicates, leads_out, .. } = reading.finish(value, false);
    duplicates.is_empty().then_some(Part { value, leads_out })
}

/// The members of an object, as they are written.
fn members(text: &str) -> Option<Vec<(String, &RawValue)>> {
    let mut deserializer = Deserializer::from_str(text);
    let members = deserializer.deserialize_map(Members).ok()?;
    deserializer.end().ok()?;
    Some(members)
}

struct Members;

impl<'de> Visitor<'de> for Members {
    type Value = Vec<(String, &'de RawValue)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        let mut all = Vec::new();
        while let Some(key) = members.next_key_seed(Key)? {
            all.push((key, members.next_value()?));
        }
        Ok(all)
    }
}
