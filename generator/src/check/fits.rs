//! Whether a JSON value is a value of a type: whether generated code reads it, and a generated
//! server accepts it.

use std::collections::HashSet;
use std::fmt::Write as _;

use serde_json::{Map, Number, Value};

use super::formats;
use crate::api::{
    Api, Constraints, EnumValue, IntegerFormat, NumberFormat, Object, Property, Shape, Type, TypeId, Union,
};
use crate::decimal::Decimal;
use crate::source::escape;

/// How a value fails to be one of a type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    /// Where in the value, as a JSON pointer (RFC 6901); empty for the value itself.
    pub path: String,
    /// What is wrong there, to be said after "it" or the path.
    pub message: String,
}

/// Whether `value` is a value of the type, as a client reads it.
pub fn fits(api: &Api, ty: TypeId, value: &Value) -> Result<(), Misfit> {
    Fitting::new(api, true).all(ty, value)
}

/// Whether `value` is a value of the type, as a server reads it from a request.
pub fn fits_request(api: &Api, ty: TypeId, value: &Value) -> Result<(), Misfit> {
    Fitting::new(api, false).all(ty, value)
}

/// How many values are looked at, each as often as there are alternatives, before giving up.
const STEPS: usize = 200_000;

struct Fitting<'a> {
    api: &'a Api,
    /// Whether `null` stands for an optional member that is absent.
    null_is_absence: bool,
    /// Where the value that is looked at is; left where it was when something did not fit.
    path: String,
    /// The unions that this very value was tried as, which may be alternatives of each other.
    unions: Vec<TypeId>,
    steps: usize,
}

type Fit = Result<(), String>;

impl<'a> Fitting<'a> {
    fn new(api: &'a Api, null_is_absence: bool) -> Self {
        Self { api, null_is_absence, path: String::new(), unions: Vec::new(), steps: 0 }
    }

    fn all(mut self, ty: TypeId, value: &Value) -> Result<(), Misfit> {
        self.value(ty, value).map_err(|message| Misfit { path: self.path, message })
    }

    fn value(&mut self, id: TypeId, value: &Value) -> Fit {
        self.steps += 1;
        if self.steps > STEPS {
            return Err("is too involved to be checked".to_owned());
        }
        if value.is_null() && self.api.is_nullable(id) {
            return Ok(());
        }
        let id = self.api.resolve(id);
        let ty = &self.api[id];
        self.shape(id, ty, value)?;
        limits(&ty.constraints, value)
    }

    fn shape(&mut self, id: TypeId, ty: &Type, value: &Value) -> Fit {
        match (&ty.shape, value) {
            (Shape::Any | Shape::Alias(_), _)
            | (Shape::Boolean, Value::Bool(_))
            | (Shape::Number(NumberFormat::Double | NumberFormat::Decimal), Value::Number(_))
            | (Shape::Bytes, Value::String(_)) => Ok(()),
            (Shape::Number(NumberFormat::Float), Value::Number(number)) => float(number),
            (Shape::Integer(format), Value::Number(number)) => integer(*format, number),
            (Shape::String(format), Value::String(text)) => formats::check(*format, text),
            (Shape::Enumeration(values), value) => one_of(values, value),
            (Shape::Array(items), Value::Array(list)) => {
                for (index, value) in list.iter().enumerate() {
                    self.below(&index.to_string(), *items, value)?;
                }
                Ok(())
            }
            (Shape::Map(values), Value::Object(members)) => {
                for (name, value) in members {
                    self.below(name, *values, value)?;
                }
                Ok(())
            }
            (Shape::Object(object), Value::Object(members)) => self.object(object, members),
            (Shape::Union(union), value) => self.union(id, union, value),
            (shape, _) => Err(format!("must be {}", expected(shape))),
        }
    }

    fn object(&mut self, object: &Object, members: &Map<String, Value>) -> Fit {
        for property in &object.properties {
            match members.get(&property.name) {
                Some(value) => self.property(property, value)?,
                None if property.required => return Err(format!("must have the member `{}`", property.name)),
                None => {}
            }
        }
        let known: HashSet<&str> = object.properties.iter().map(|property| &*property.name).collect();
        for (name, value) in members.iter().filter(|(name, _)| !known.contains(name.as_str())) {
            match object.additional {
                Some(values) => self.below(name, values, value)?,
                None if object.closed => return Err(format!("must not have the member `{name}`")),
                None => {}
            }
        }
        Ok(())
    }

    fn property(&mut self, property: &Property, value: &Value) -> Fit {
        if value.is_null() && (property.nullable || (self.null_is_absence && !property.required)) {
            return Ok(());
        }
        self.below(&property.name, property.ty, value)
    }

    fn union(&mut self, id: TypeId, union: &Union, value: &Value) -> Fit {
        if self.unions.contains(&id) {
            return Err("is an alternative of itself".to_owned());
        }
        self.unions.push(id);
        let fit = match &union.discriminator {
            Some(name) => self.tagged(union, name, value),
            None => self.first(union, value),
        };
        self.unions.pop();
        fit
    }

    fn tagged(&mut self, union: &Union, name: &str, value: &Value) -> Fit {
        let Some(tag) = value.get(name).and_then(Value::as_str) else {
            return Err(format!("must have the member `{name}`, which tells what it is"));
        };
        let named = union.variants.iter().find(|variant| variant.tag.as_deref() == Some(tag));
        let fallback = union.fallback.and_then(|index| union.variants.get(index));
        match named.or(fallback) {
            Some(variant) => self.value(variant.ty, value),
            None => Err(format!("must be one of the alternatives, which `{tag}` is not")),
        }
    }

    fn first(&mut self, union: &Union, value: &Value) -> Fit {
        let length = self.path.len();
        for variant in &union.variants {
            if self.value(variant.ty, value).is_ok() {
                return Ok(());
            }
            self.path.truncate(length);
        }
        Err("must be one of the alternatives".to_owned())
    }

    fn below(&mut self, key: &str, ty: TypeId, value: &Value) -> Fit {
        let length = self.path.len();
        let _ = write!(self.path, "/{}", escape(key));
        let unions = std::mem::take(&mut self.unions);
        let fit = self.value(ty, value);
        self.unions = unions;
        if fit.is_ok() {
            self.path.truncate(length);
        }
        fit
    }
}

fn integer(format: IntegerFormat, number: &Number) -> Fit {
    let fits = match format {
        IntegerFormat::Int32 => number.as_i64().is_some_and(|number| i32::try_from(number).is_ok()),
        IntegerFormat::Uint32 => number.as_u64().is_some_and(|number| u32::try_from(number).is_ok()),
        IntegerFormat::Int64 | IntegerFormat::Unspecified => number.is_i64(),
        IntegerFormat::Uint64 => number.is_u64(),
    };
    match (fits, number.is_f64()) {
        (true, _) => Ok(()),
        (false, true) => Err("must be a whole number".to_owned()),
        (false, false) => Err("is out of the range of its format".to_owned()),
    }
}

fn float(number: &Number) -> Fit {
    match number.as_f64().is_some_and(|number| (number as f32).is_finite()) {
        true => Ok(()),
        false => Err("is out of the range of its format".to_owned()),
    }
}

fn one_of(values: &[EnumValue], value: &Value) -> Fit {
    if values.iter().any(|known| known.value == *value) {
        return Ok(());
    }
    let listed: Vec<String> = values.iter().take(8).map(|value| value.value.to_string()).collect();
    let more = if values.len() > listed.len() { ", …" } else { "" };
    Err(format!("must be one of {}{more}", listed.join(", ")))
}

fn expected(shape: &Shape) -> &'static str {
    match shape {
        Shape::Boolean => "a boolean",
        Shape::Integer(_) => "a whole number",
        Shape::Number(_) => "a number",
        Shape::String(_) | Shape::Bytes => "a string",
        Shape::Array(_) => "an array",
        Shape::Map(_) | Shape::Object(_) => "an object",
        _ => "something else",
    }
}

/// JSON Schema validation, draft 4, section 5.
fn limits(limits: &Constraints, value: &Value) -> Fit {
    match value {
        Value::Number(number) => number_limits(limits, number),
        Value::String(text) => {
            match limits.pattern.as_ref().map(|pattern| (pattern, pattern.meaning())) {
                Some((pattern, Some(meaning))) if !meaning.matches(text) => {
                    return Err(format!("must match `{pattern}`"));
                }
                _ => {}
            }
            count("characters", text.chars().count(), limits.min_length, limits.max_length)
        }
        Value::Object(members) => {
            count("members", members.len(), limits.min_properties, limits.max_properties)
        }
        Value::Array(list) => {
            if limits.unique_items && list.iter().enumerate().any(|(at, item)| list[..at].contains(item)) {
                return Err("must not have an element twice".to_owned());
            }
            count("elements", list.len(), limits.min_items, limits.max_items)
        }
        _ => Ok(()),
    }
}

fn number_limits(limits: &Constraints, number: &Number) -> Fit {
    let decimal = |number: &Number| Decimal::parse(&number.to_string());
    let Some(number) = decimal(number) else { return Ok(()) };
    let bound = |limit: &Option<Number>| limit.as_ref().and_then(decimal);
    if let (Some(minimum), Some(least)) = (&limits.minimum, bound(&limits.minimum))
        && (number < least || (limits.exclusive_minimum && number == least))
    {
        return Err(format!(
            "must be {} {minimum}",
            if limits.exclusive_minimum { "above" } else { "at least" }
        ));
    }
    if let (Some(maximum), Some(most)) = (&limits.maximum, bound(&limits.maximum))
        && (number > most || (limits.exclusive_maximum && number == most))
    {
        return Err(format!(
            "must be {} {maximum}",
            if limits.exclusive_maximum { "below" } else { "at most" }
        ));
    }
    match (&limits.multiple_of, bound(&limits.multiple_of)) {
        (Some(step), Some(factor)) if !number.is_multiple_of(factor) => {
            Err(format!("must be a multiple of {step}"))
        }
        _ => Ok(()),
    }
}

fn count(what: &str, count: usize, least: Option<u64>, most: Option<u64>) -> Fit {
    let count = count as u64;
    match (least, most) {
        (Some(least), _) if count < least => Err(format!("must have at least {least} {what}")),
        (_, Some(most)) if count > most => Err(format!("must have at most {most} {what}")),
        _ => Ok(()),
    }
}
