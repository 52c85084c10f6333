//! Objects, maps, and one of several types.

use std::collections::BTreeMap;

use cratewright::api::{Constraints, Object, Property, TypeId, Union};
use proptest::collection::btree_map;
use proptest::prelude::*;
use serde_json::{Map, Value};

use super::{Values, text};

impl Values<'_> {
    pub(super) fn map(self, value: TypeId, limits: &Constraints, depth: usize) -> BoxedStrategy<Value> {
        let least = limits.min_properties.unwrap_or(0) as usize;
        let more = if depth == 0 { 0 } else { 2 };
        let most = limits.max_properties.map_or(least + more, |most| (least + more).min(most as usize));
        if most == 0 {
            return Just(Value::Object(Map::new())).boxed();
        }
        let members = btree_map(text(), self.within(value, depth.saturating_sub(1)), least..=most);
        members.prop_map(|members| Value::Object(members.into_iter().collect())).boxed()
    }

    pub(super) fn object(self, object: &Object, depth: usize) -> BoxedStrategy<Value> {
        let kept = object.properties.iter().filter(|property| property.required || depth > 0);
        let members: Vec<_> = kept.map(|property| self.property(property, depth)).collect();
        let members = members.prop_map(|members| members.into_iter().flatten().collect::<Map<_, _>>());
        let Some(additional) = object.additional.filter(|_| depth > 0) else {
            return members.prop_map(Value::Object).boxed();
        };
        let others = btree_map(text(), self.within(additional, depth - 1), 0..3);
        let names: Vec<String> = object.properties.iter().map(|property| property.name.clone()).collect();
        let with_others = move |(mut members, others): (Map<_, _>, BTreeMap<_, _>)| {
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

    pub(super) fn union(self, union: &Union, depth: usize) -> BoxedStrategy<Value> {
        let depth = depth.saturating_sub(1);
        let variants = union.variants.iter().map(|variant| {
            let value = self.not_null(variant.ty, depth);
            let Some((property, tag)) = union.discriminator.clone().zip(variant.tag.clone()) else {
                return value;
            };
            let tagged = move |mut value| {
                if let Value::Object(members) = &mut value {
                    members.insert(property.clone(), tag.clone().into());
                }
                value
            };
            value.prop_map(tagged).boxed()
        });
        proptest::strategy::Union::new(variants.collect::<Vec<_>>()).boxed()
    }
}
