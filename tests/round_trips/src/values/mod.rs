//! JSON values of a type, as its document describes them. The edges of each type are likely.

mod scalars;
mod structures;
mod texts;

use cratewright::api::{Api, Constraints, EnumValue, Shape, TypeId};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use serde_json::Value;

pub(crate) use texts::text;

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

    /// Any value of the type but `null`, for where there is no way to write it.
    pub(crate) fn given(self, ty: TypeId) -> BoxedStrategy<Value> {
        self.not_null(ty, DEPTH)
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
            Shape::Integer(format) => scalars::integer(*format, limits),
            Shape::Number(format) => scalars::number(*format, limits),
            Shape::String(format) => texts::string(*format, limits),
            Shape::Enumeration(values) => self.enumeration(values),
            Shape::Array(element) => {
                let element = self.within(*element, depth.saturating_sub(1));
                list(element, limits, depth > 0).prop_map(Value::from).boxed()
            }
            Shape::Map(value) => self.map(*value, limits, depth),
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
}

/// Lists as long as they have to be, and a little longer where they may.
pub(crate) fn list<T>(
    element: BoxedStrategy<T>,
    limits: &Constraints,
    may_grow: bool,
) -> BoxedStrategy<Vec<T>>
where
    T: PartialEq + std::fmt::Debug + Clone + 'static,
{
    let least = limits.min_items.unwrap_or(0) as usize;
    let more = if may_grow { 2 } else { 0 };
    let most = limits.max_items.map_or(least + more, |most| (least + more).min(most as usize));
    if most == 0 {
        return Just(Vec::new()).boxed();
    }
    let is_set = limits.unique_items;
    let apart = move |elements: &Vec<T>| {
        !is_set || elements.iter().enumerate().all(|(index, element)| !elements[..index].contains(element))
    };
    vec(element, least..=most).prop_filter("a set", apart).boxed()
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
