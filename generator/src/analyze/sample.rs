//! Values of a type, made up: for round trips through every operation, also where the document
//! has no example.
//!
//! A sample survives being read and written again to the letter: it has no member that the type
//! does not know, no null where absence means the same, no number that changes its spelling.

use serde_json::{Map, Value, json};

use super::matching::matching;
use super::numbers::{decimals, integers};
use crate::api::{Api, NumberFormat, Object, Shape, StringFormat, TypeId, Union};
use crate::check::fits;

/// A value with nothing in it that is not required, if there is one. Some types have no samples: an
/// object that requires itself, a text that must match a pattern that looks ahead.
pub fn minimal(api: &Api, ty: TypeId) -> Option<Value> {
    made(api, ty, false).or_else(|| made(api, ty, true))
}

/// A value with everything in it that can be, within reason.
pub fn full(api: &Api, ty: TypeId) -> Option<Value> {
    made(api, ty, true).or_else(|| made(api, ty, false))
}

fn made(api: &Api, ty: TypeId, full: bool) -> Option<Value> {
    let sample = Sampler { api, full, open: Vec::new(), parts: 0 }.value(ty, 0);
    sample.filter(|value| fits(api, ty, value).is_ok())
}

/// A list of two different elements where there can be two, and otherwise what [`full`] makes of it.
pub fn several(api: &Api, ty: TypeId) -> Option<Value> {
    let full = full(api, ty);
    let Shape::Array(items) = api.resolved(ty).shape else { return full };
    let mut sampler = Sampler { api, full: true, open: Vec::new(), parts: 0 };
    let two = (0..2).map(|nth| sampler.value(items, nth)).collect::<Option<Vec<_>>>().map(Value::Array);
    two.filter(|value| fits(api, ty, value).is_ok()).or(full)
}

/// How many parts a sample may have before it gets no more optional ones.
const PARTS: usize = 200;
/// How many parts a sample may have at all.
const MOST_PARTS: usize = 5_000;
/// How deep a sample may be.
const DEEPEST: usize = 32;

struct Sampler<'a> {
    api: &'a Api,
    full: bool,
    /// The types that the part being made is inside of.
    open: Vec<TypeId>,
    parts: usize,
}

impl<'a> Sampler<'a> {
    /// The `nth` value of a type; different ones are made of different numbers where possible.
    fn value(&mut self, id: TypeId, nth: usize) -> Option<Value> {
        let api: &'a Api = self.api;
        let id = api.resolve(id);
        if self.open.contains(&id) || self.open.len() > DEEPEST || self.parts >= MOST_PARTS {
            return None;
        }
        self.parts += 1;
        self.full &= self.parts < PARTS;
        self.open.push(id);
        let value = match &api[id].shape {
            Shape::Array(items) => self.list(id, *items, nth),
            Shape::Map(values) => self.map(id, *values, nth),
            Shape::Object(object) => self.object(object, nth),
            Shape::Union(union) => self.union(id, union, nth),
            _ => self.scalar(id, nth),
        };
        self.open.pop();
        value
    }

    fn list(&mut self, id: TypeId, items: TypeId, first: usize) -> Option<Value> {
        let api: &'a Api = self.api;
        let limits = &api[id].constraints;
        let least = usize::try_from(limits.min_items.unwrap_or(0)).ok()?;
        let some = usize::from(self.full && limits.max_items != Some(0));
        let mut list = Vec::new();
        for nth in 0..least.max(some).min(PARTS) {
            match self.value(items, first + nth) {
                Some(item) => list.push(item),
                None if nth >= least => break,
                None => return None,
            }
        }
        Some(Value::Array(list))
    }

    fn map(&mut self, id: TypeId, values: TypeId, first: usize) -> Option<Value> {
        let api: &'a Api = self.api;
        let limits = &api[id].constraints;
        let least = usize::try_from(limits.min_properties.unwrap_or(0)).ok()?;
        let some = usize::from(self.full && limits.max_properties != Some(0));
        let mut members = Map::new();
        for nth in 0..least.max(some).min(PARTS) {
            match self.value(values, first + nth) {
                Some(value) => members.insert(format!("key{nth}"), value),
                None if nth >= least => break,
                None => return None,
            };
        }
        Some(Value::Object(members))
    }

    fn object(&mut self, object: &Object, nth: usize) -> Option<Value> {
        let mut members = Map::new();
        for property in &object.properties {
            if !property.required && !self.full {
                continue;
            }
            match self.value(property.ty, nth) {
                Some(value) => members.insert(property.name.clone(), value),
                None if !property.required => continue,
                None if property.nullable => members.insert(property.name.clone(), Value::Null),
                None => return None,
            };
        }
        if let Some(values) = object.additional.filter(|_| self.full)
            && let Some(value) = self.value(values, nth)
        {
            members.insert("furtherMember".to_owned(), value);
        }
        Some(Value::Object(members))
    }

    fn union(&mut self, id: TypeId, union: &Union, nth: usize) -> Option<Value> {
        union.variants.iter().find_map(|variant| {
            let mut value = self.value(variant.ty, nth)?;
            if let (Some(name), Some(tag), Value::Object(members)) =
                (&union.discriminator, &variant.tag, &mut value)
            {
                members.insert(name.clone(), json!(tag));
            }
            fits(self.api, id, &value).is_ok().then_some(value)
        })
    }

    fn scalar(&self, id: TypeId, nth: usize) -> Option<Value> {
        let mut candidates = self.candidates(id, nth).into_iter();
        candidates.find(|value| fits(self.api, id, value).is_ok())
    }

    fn candidates(&self, id: TypeId, nth: usize) -> Vec<Value> {
        let ty = &self.api[id];
        let given = ty.example.iter().chain(&ty.default).filter(|_| nth == 0).cloned();
        let number = nth as u64 + 1;
        match &ty.shape {
            Shape::Boolean => vec![json!(nth.is_multiple_of(2)), json!(!nth.is_multiple_of(2))],
            Shape::Integer(_) => given.chain(integers(&ty.constraints, number)).collect(),
            Shape::Number(format) => {
                decimals(&ty.constraints, number).filter_map(|number| float(*format, number)).collect()
            }
            Shape::Enumeration(values) => {
                let mut values: Vec<Value> = values.iter().map(|value| value.value.clone()).collect();
                let start = nth % values.len().max(1);
                values.rotate_left(start);
                values
            }
            Shape::String(StringFormat::Plain) => {
                given.chain(self.matching(id, nth)).chain([self.text(id, nth)]).collect()
            }
            Shape::String(format) => vec![formatted(*format, number)],
            Shape::Bytes => vec![json!("bytes")],
            _ => vec![json!(format!("anything{number}"))],
        }
    }

    /// Texts that may match the type's `pattern`.
    fn matching(&self, id: TypeId, nth: usize) -> impl Iterator<Item = Value> + use<'a> {
        let limits = &self.api[id].constraints;
        let least = limits.min_length.and_then(|least| usize::try_from(least).ok()).unwrap_or(0);
        let regex = limits
            .pattern
            .as_ref()
            .and_then(|pattern| pattern.meaning())
            .map(|meaning| meaning.regex.as_str());
        regex.into_iter().flat_map(move |regex| matching(regex, least, nth)).map(Value::from)
    }

    fn text(&self, id: TypeId, nth: usize) -> Value {
        let limits = &self.api[id].constraints;
        let least = limits.min_length.and_then(|least| usize::try_from(least).ok()).unwrap_or(0);
        let most = limits.max_length.and_then(|most| usize::try_from(most).ok()).unwrap_or(usize::MAX);
        let mut text = match nth {
            0 => "sample".to_owned(),
            nth => format!("{nth}sample"),
        };
        while text.len() < least.min(4096) {
            text.push('a');
        }
        text.truncate(most);
        json!(text)
    }
}

/// A number that is always written with a point, and is the same as `f32` where it is to be one.
fn float(format: NumberFormat, number: f64) -> Option<Value> {
    let exact = format != NumberFormat::Float || f64::from(number as f32) == number;
    exact.then(|| json!(number))
}

fn formatted(format: StringFormat, nth: u64) -> Value {
    match format {
        StringFormat::Plain => json!("sample"),
        StringFormat::Base64 => json!(["c2FtcGxl", "YW5vdGhlcg==", "dGhpcmQ="][nth as usize % 3]),
        StringFormat::Date => json!(format!("2017-07-{:02}", nth % 28 + 1)),
        StringFormat::DateTime => json!(format!("2017-07-21T17:32:{:02}Z", nth % 60)),
        StringFormat::Uuid => json!(format!("a3bb189e-8bf9-3888-9912-{nth:012x}")),
        StringFormat::Ipv4 => json!(format!("192.0.2.{}", nth % 255)),
        StringFormat::Ipv6 => json!(format!("2001:db8::{:x}", nth % 0xffff)),
        StringFormat::Int64 | StringFormat::Uint64 => json!(nth.to_string()),
    }
}
