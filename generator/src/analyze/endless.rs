//! Which lists and maps hold themselves: `Tree: { additionalProperties: { $ref: Tree } }`. An alias
//! can't name itself, so that such a definition needs a type of its own.

use std::collections::HashSet;

use crate::api::{Api, Shape, TypeId};

/// The definitions that are lists or maps of nothing but themselves, however deep.
pub(super) fn endless(api: &Api) -> HashSet<TypeId> {
    let mut endless = HashSet::new();
    let mut seen_from: Vec<Option<TypeId>> = vec![None; api.types.len()];
    for start in api.type_ids() {
        let mut at = Some(start);
        while let Some(id) = at.filter(|id| seen_from[id.index()].is_none()) {
            seen_from[id.index()] = Some(start);
            at = held(api, id);
        }
        if let Some(id) = at.filter(|id| seen_from[id.index()] == Some(start)) {
            endless.extend(definitions(api, id));
        }
    }
    endless
}

/// What an alias would name: there is one thing at most, so that a cycle has no branches.
fn held(api: &Api, id: TypeId) -> Option<TypeId> {
    match api[id].shape {
        Shape::Array(held) | Shape::Map(held) | Shape::Alias(held) => Some(held),
        _ => None,
    }
}

/// The definitions on the cycle through `start`; other names of them may stay aliases.
fn definitions(api: &Api, start: TypeId) -> Vec<TypeId> {
    let rest = std::iter::successors(held(api, start), |id| held(api, *id)).take_while(|id| *id != start);
    let named: Vec<_> = std::iter::once(start).chain(rest).filter(|id| api[*id].parent.is_none()).collect();
    let is_alias = |id: &TypeId| matches!(api[*id].shape, Shape::Alias(_));
    match named.iter().all(is_alias) {
        true => named,
        false => named.into_iter().filter(|id| !is_alias(id)).collect(),
    }
}
