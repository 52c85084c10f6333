//! JSON values of a type, as its document describes them. The edges of each type are likely.

use cratewright::api::{
    Api, Constraints, EnumValue, IntegerFormat, NumberFormat, Object, Property, Shape, StringFormat, TypeId,
    Union,
};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::string::string_regex;
use serde_json::{Map, Value, json};

/// How deep values go before what is optional is left out.
const DEPTH: usize = 5;

/// Values of the types of an API, for one direction.
#[derive(Clone, Copy)]
pub(crate) struct Values<'a> {
    pub(crate) api: &'a Api,
    /// Whether a value may be one that the document does not list: a newer server may send it, and a
    /// request with it is refused.
    pub(crate) unlisted: bool,
}

impl Values<'_> {
    /// Any value of the type, `null` too where it is one.
    pub(crate) fn of(self, ty: TypeId) -> BoxedStrategy<Value> {
        self.within(ty, DEPTH)
    }

    fn within(self, ty: TypeId, depth: usize) -> BoxedStrategy<Value> {
        let value = self.not_null(ty, depth);
        match self.api.is_nullable(ty) {
            true => prop_oneof![1 => Just(Value::Null), 4 => value].boxed(),
            false => value,
        }
    }

    fn not_null(self, ty: TypeId, depth: usize) -> BoxedStrategy<Value> {
        let ty = self.api.resolved(ty);
        let limits = &ty.constraints;
        match &ty.shape {
            Shape::Any => anything(),
            Shape::Boolean => any::<bool>().prop_map(Value::from).boxed(),
            Shape::Integer(format) => integer(*format, limits),
            Shape::Number(format) => number(*format, limits),
            Shape::String(format) => string(*format, limits),
            Shape::Enumeration(values) => self.enumeration(values),
            Shape::Array(element) => self.array(*element, limits, depth),
            Shape::Map(value) => self.map(*value, depth),
            Shape::Object(object) => self.object(object, depth),
            Shape::Union(union) => self.union(union, depth),
            Shape::Bytes => text().prop_map(Value::from).boxed(),
            Shape::Alias(_) => unreachable!("a resolved type is no alias"),
        }
    }

    fn enumeration(self, values: &[EnumValue]) -> BoxedStrategy<Value> {
        let listed: Vec<Value> = values.iter().map(|value| value.value.clone()).collect();
        let of_texts = listed.iter().all(Value::is_string);
        let listed = proptest::sample::select(listed);
        match self.unlisted && of_texts {
            true => prop_oneof![4 => listed, 1 => text().prop_map(Value::from)].boxed(),
            false => listed.boxed(),
        }
    }

    fn array(self, element: TypeId, limits: &Constraints, depth: usize) -> BoxedStrategy<Value> {
        let least = limits.min_items.unwrap_or(0) as usize;
        let more = if depth == 0 { 0 } else { 2 };
        let most = limits.max_items.map_or(least + more, |most| (least + more).min(most as usize));
        if most == 0 {
            return Just(json!([])).boxed();
        }
        vec(self.within(element, depth.saturating_sub(1)), least..=most).prop_map(Value::from).boxed()
    }

    fn map(self, value: TypeId, depth: usize) -> BoxedStrategy<Value> {
        if depth == 0 {
            return Just(json!({})).boxed();
        }
        let members = btree_map(text(), self.within(value, depth - 1), 0..3);
        members.prop_map(|members| Value::Object(members.into_iter().collect())).boxed()
    }

    fn object(self, object: &Object, depth: usize) -> BoxedStrategy<Value> {
        let kept = object.properties.iter().filter(|property| property.required || depth > 0);
        let members: Vec<_> = kept.map(|property| self.property(property, depth)).collect();
        let members = members.prop_map(|members| members.into_iter().flatten().collect::<Map<_, _>>());
        let Some(additional) = object.additional.filter(|_| depth > 0) else {
            return members.prop_map(Value::Object).boxed();
        };
        let others = btree_map(text(), self.within(additional, depth - 1), 0..3);
        let names: Vec<String> = object.properties.iter().map(|property| property.name.clone()).collect();
        let with_others = move |(mut members, others): (Map<_, _>, std::collections::BTreeMap<_, _>)| {
            members.extend(others.into_iter().filter(|(name, _)| !names.contains(name)));
            Value::Object(members)
        };
        (members, others).prop_map(with_others).boxed()
    }

    fn property(self, property: &Property, depth: usize) -> BoxedStrategy<Option<(String, Value)>> {
        let depth = depth.saturating_sub(1);
        let value = self.not_null(property.ty, depth);
        let value = match property.nullable || self.api.is_nullable(property.ty) {
            true => prop_oneof![1 => Just(Value::Null), 4 => value].boxed(),
            false => value,
        };
        let name = property.name.clone();
        let member = value.prop_map(move |value| (name.clone(), value));
        match property.required {
            true => member.prop_map(Some).boxed(),
            false => proptest::option::of(member).boxed(),
        }
    }

    fn union(self, union: &Union, depth: usize) -> BoxedStrategy<Value> {
        let depth = depth.saturating_sub(1);
        let variants = union.variants.iter().map(|variant| {
            let value = self.not_null(variant.ty, depth);
            let Some((property, tag)) = union.discriminator.clone().zip(variant.tag.clone()) else {
                return value;
            };
            value
                .prop_map(move |mut value| {
                    if let Value::Object(members) = &mut value {
                        members.insert(property.clone(), tag.clone().into());
                    }
                    value
                })
                .boxed()
        });
        proptest::strategy::Union::new(variants.collect::<Vec<_>>()).boxed()
    }
}

/// Text of any kind, the empty one and the reserved characters of every encoding among it.
pub(crate) fn text() -> BoxedStrategy<String> {
    let pieces = string_regex("[ -~]{0,12}").expect("an expression");
    let unicode = vec(any::<char>(), 0..6).prop_map(String::from_iter);
    let awkward =
        proptest::sample::select(vec!["", " ", "%", "%2F", "+", "a,b", "/?#&=", "..", "\u{0}", "🦀"]);
    prop_oneof![4 => pieces, 2 => unicode, 1 => awkward.prop_map(str::to_owned)].boxed()
}

fn anything() -> BoxedStrategy<Value> {
    let leaf = prop_oneof![
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        proptest::num::f64::NORMAL.prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    let with_null = prop_oneof![5 => leaf.clone(), 1 => Just(Value::Null)];
    let inner = with_null.prop_recursive(2, 8, 3, |inner| {
        let members = btree_map(text(), inner.clone(), 0..3);
        let object = members.prop_map(|members| Value::Object(members.into_iter().collect()));
        prop_oneof![object, vec(inner, 0..3).prop_map(Value::from)]
    });
    let members = btree_map(text(), inner.clone(), 0..3);
    let object = members.prop_map(|members| Value::Object(members.into_iter().collect()));
    prop_oneof![leaf, object, vec(inner, 0..3).prop_map(Value::from)].boxed()
}

fn integer(format: IntegerFormat, limits: &Constraints) -> BoxedStrategy<Value> {
    let (least, most) = match format {
        IntegerFormat::Int32 => (i32::MIN.into(), i32::MAX.into()),
        IntegerFormat::Uint32 => (0, u32::MAX.into()),
        IntegerFormat::Uint64 => (0, u64::MAX.into()),
        IntegerFormat::Int64 | IntegerFormat::Unspecified => (i64::MIN.into(), i64::MAX.into()),
    };
    let limit = |limit: &Option<serde_json::Number>| limit.as_ref().and_then(|limit| limit.as_i128());
    let least: i128 =
        limit(&limits.minimum).map_or(least, |limit| limit + i128::from(limits.exclusive_minimum));
    let most: i128 =
        limit(&limits.maximum).map_or(most, |limit| limit - i128::from(limits.exclusive_maximum));
    let any = prop_oneof![Just(least), Just(most), least..=most];
    any.prop_map(|value| u64::try_from(value).map_or_else(|_| json!(value as i64), Value::from)).boxed()
}

/// Finite, and exact in either format.
fn number(_: NumberFormat, limits: &Constraints) -> BoxedStrategy<Value> {
    let limit = |limit: &Option<serde_json::Number>| limit.as_ref().and_then(serde_json::Number::as_f64);
    let least = limit(&limits.minimum).unwrap_or(-1e6) as i64;
    let most = limit(&limits.maximum).unwrap_or(1e6) as i64;
    (least * 8..=most * 8).prop_map(|eighths| json!(eighths as f64 / 8.0)).boxed()
}

fn string(format: StringFormat, limits: &Constraints) -> BoxedStrategy<Value> {
    let spelt = |expression: &str| string_regex(expression).expect("an expression");
    let text = match format {
        StringFormat::Plain => return plain(limits),
        StringFormat::Base64 => spelt("([A-Za-z0-9+/]{4}){0,3}").boxed(),
        StringFormat::Date => spelt("(19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])").boxed(),
        StringFormat::DateTime => {
            spelt("20[0-9]{2}-0[1-9]-1[0-9]T(0[0-9]|1[0-9]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{3})?Z").boxed()
        }
        StringFormat::Uuid => {
            spelt("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}").boxed()
        }
        StringFormat::Ipv4 => any::<std::net::Ipv4Addr>().prop_map(|ip| ip.to_string()).boxed(),
        StringFormat::Ipv6 => any::<std::net::Ipv6Addr>().prop_map(|ip| ip.to_string()).boxed(),
        StringFormat::Int64 => any::<i64>().prop_map(|value| value.to_string()).boxed(),
        StringFormat::Uint64 => any::<u64>().prop_map(|value| value.to_string()).boxed(),
    };
    text.prop_map(Value::from).boxed()
}

fn plain(limits: &Constraints) -> BoxedStrategy<Value> {
    if let Some(pattern) = &limits.pattern {
        let pattern = pattern.as_str().trim_start_matches('^').trim_end_matches('$');
        return string_regex(pattern).expect("an expression").prop_map(Value::from).boxed();
    }
    let (least, most) =
        (limits.min_length.unwrap_or(0) as usize, limits.max_length.map(|most| most as usize));
    if least == 0 && most.is_none() {
        return text().prop_map(Value::from).boxed();
    }
    let length = least..=most.unwrap_or(least + 8).min(least + 8);
    vec(any::<char>(), length).prop_map(|text| Value::from(String::from_iter(text))).boxed()
}
