//! Values of a type, made up: for round trips through every operation, also where the document
//! has no example.
//!
//! A sample survives being read and written again to the letter: it has no member that the type
//! does not know, no null where absence means the same, no number that changes its spelling.

use serde_json::{Map, Number, Value, json};

use crate::api::{Api, Object, Shape, StringFormat, TypeId, Union};
use crate::check::fits;

/// A value with nothing in it that is not required. Some types have none: an object that
/// requires itself, a text that must match a pattern nobody gave an example for.
pub fn minimal(api: &Api, ty: TypeId) -> Option<Value> {
    let sample = Sampler { api, full: false, open: Vec::new(), parts: 0 }.value(ty, 0);
    sample.filter(|value| fits(api, ty, value).is_ok()).or_else(|| full(api, ty))
}

/// A value with everything in it that can be, within reason.
pub fn full(api: &Api, ty: TypeId) -> Option<Value> {
    let sample = Sampler { api, full: true, open: Vec::new(), parts: 0 }.value(ty, 0);
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
        if self.open.contains(&id) || self.open.len() > DEEPEST {
            return None;
        }
        self.parts += 1;
        self.full &= self.parts < PARTS;
        self.open.push(id);
        let value = match &api[id].shape {
            Shape::Array(items) => self.list(id, *items),
            Shape::Map(values) => self.map(id, *values),
            Shape::Object(object) => self.object(object),
            Shape::Union(union) => self.union(id, union),
            _ => self.scalar(id, nth),
        };
        self.open.pop();
        value
    }

    fn list(&mut self, id: TypeId, items: TypeId) -> Option<Value> {
        let api: &'a Api = self.api;
        let limits = &api[id].constraints;
        let least = usize::try_from(limits.min_items.unwrap_or(0)).ok()?;
        let some = usize::from(self.full && limits.max_items != Some(0));
        let mut list = Vec::new();
        for nth in 0..least.max(some).min(PARTS) {
            match self.value(items, nth) {
                Some(item) => list.push(item),
                None if nth >= least => break,
                None => return None,
            }
        }
        Some(Value::Array(list))
    }

    fn map(&mut self, id: TypeId, values: TypeId) -> Option<Value> {
        let api: &'a Api = self.api;
        let limits = &api[id].constraints;
        let least = usize::try_from(limits.min_properties.unwrap_or(0)).ok()?;
        let some = usize::from(self.full && limits.max_properties != Some(0));
        let mut members = Map::new();
        for nth in 0..least.max(some).min(PARTS) {
            match self.value(values, nth) {
                Some(value) => members.insert(format!("key{nth}"), value),
                None if nth >= least => break,
                None => return None,
            };
        }
        Some(Value::Object(members))
    }

    fn object(&mut self, object: &Object) -> Option<Value> {
        let mut members = Map::new();
        for property in &object.properties {
            if !property.required && !self.full {
                continue;
            }
            match self.value(property.ty, 0) {
                Some(value) => members.insert(property.name.clone(), value),
                None if !property.required => continue,
                None if property.nullable => members.insert(property.name.clone(), Value::Null),
                None => return None,
            };
        }
        if let Some(values) = object.additional.filter(|_| self.full)
            && let Some(value) = self.value(values, 0)
        {
            members.insert("furtherMember".to_owned(), value);
        }
        Some(Value::Object(members))
    }

    fn union(&mut self, id: TypeId, union: &Union) -> Option<Value> {
        union.variants.iter().find_map(|variant| {
            let mut value = self.value(variant.ty, 0)?;
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
            Shape::Integer(_) => given.chain(self.numbers(id, number).map(whole)).collect(),
            Shape::Number(_) => self.numbers(id, number).filter_map(float).collect(),
            Shape::Enumeration(values) => {
                let mut values: Vec<Value> = values.iter().map(|value| value.value.clone()).collect();
                let start = nth % values.len().max(1);
                values.rotate_left(start);
                values
            }
            Shape::String(StringFormat::Plain) => given.chain([self.text(id, nth)]).collect(),
            Shape::String(format) => vec![formatted(*format, number)],
            Shape::Bytes => vec![json!("bytes")],
            _ => vec![json!(format!("anything{number}"))],
        }
    }

    /// Numbers that may fit: small ones, and those beside the limits.
    fn numbers(&self, id: TypeId, nth: u64) -> impl Iterator<Item = f64> + use<> {
        let limits = &self.api[id].constraints;
        let bound = |limit: &Option<Number>| limit.as_ref().and_then(Number::as_f64);
        let (minimum, maximum) = (bound(&limits.minimum), bound(&limits.maximum));
        let step = bound(&limits.multiple_of).filter(|step| *step > 0.0);
        let nth = nth as f64;
        let aligned = move |number: f64| step.map_or(number, |step| (number / step).ceil() * step);
        let above = minimum.into_iter().flat_map(move |least| [least + nth, least + nth - 1.0, least + 0.25]);
        let below = maximum.into_iter().flat_map(move |most| [most - nth, most - nth + 1.0, most - 0.25]);
        [nth].into_iter().chain(above).chain(below).chain([0.0]).flat_map(move |number| {
            let lower = step.map(|step| (number / step).floor() * step);
            [Some(aligned(number)), lower].into_iter().flatten()
        })
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

fn whole(number: f64) -> Value {
    match number.fract() == 0.0 {
        true => json!(number as i64),
        false => json!(number),
    }
}

/// A number that is the same as `f32` and as `f64`, and is always written with a point.
fn float(number: f64) -> Option<Value> {
    (f64::from(number as f32) == number).then(|| json!(number))
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
