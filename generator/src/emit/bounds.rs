//! What values must satisfy, in words.

use serde_json::Value;

use super::docs::{code, wrapped};
use crate::api::{Api, Constraints, ScalarKind, Shape, TypeId};

/// What values of a type must satisfy, and the elements of a list that is not described elsewhere.
pub(super) fn of(api: &Api, id: TypeId) -> Vec<String> {
    let mut lines = said("Must be", &all(api, id));
    let mut id = id;
    // No document nests lists deeper, and a list of itself has no end.
    for _ in 0..4 {
        let Shape::Array(items) = api[id].shape else { break };
        if api[items].parent.is_none() {
            break;
        }
        lines.extend(said("Each item must be", &all(api, items)));
        lines.extend(
            api[items].default.as_ref().map(|value| format!("Each item by default {}.", spelled(value))),
        );
        id = items;
    }
    lines
}

/// A value as it is in a document.
pub(super) fn spelled(value: &Value) -> String {
    code(&value.as_str().map_or_else(|| value.to_string(), str::to_owned))
}

fn said(start: &str, all: &[String]) -> Vec<String> {
    if all.is_empty() { Vec::new() } else { wrapped(&format!("{start}: {}.", all.join("; "))) }
}

fn all(api: &Api, id: TypeId) -> Vec<String> {
    let ty = &api[id];
    let mut all = constraints(&ty.constraints);
    if let Shape::Enumeration(values) = &ty.shape
        && !matches!(ScalarKind::of(values), ScalarKind::Strings | ScalarKind::Integers)
    {
        let values: Vec<String> = values.iter().map(|value| code(&value.value.to_string())).collect();
        all.push(format!("one of {}", values.join(", ")));
    }
    all
}

fn constraints(constraints: &Constraints) -> Vec<String> {
    let bound = |words: &str, limit: &Option<u64>| limit.as_ref().map(|limit| format!("{words} {limit}"));
    let number = |words: &str, limit: &Option<serde_json::Number>, exclusive: bool| {
        let or_equal = if exclusive { "" } else { " or equal to" };
        limit.as_ref().map(|limit| format!("{words}{or_equal} {limit}"))
    };
    let all = [
        number("greater than", &constraints.minimum, constraints.exclusive_minimum),
        number("less than", &constraints.maximum, constraints.exclusive_maximum),
        constraints.multiple_of.as_ref().map(|factor| format!("a multiple of {factor}")),
        bound("length at least", &constraints.min_length),
        bound("length at most", &constraints.max_length),
        constraints.pattern.as_ref().map(|pattern| format!("matching {}", code(pattern.as_str()))),
        bound("items at least", &constraints.min_items),
        bound("items at most", &constraints.max_items),
        constraints.unique_items.then(|| "items differ from each other".to_owned()),
        bound("members at least", &constraints.min_properties),
        bound("members at most", &constraints.max_properties),
    ];
    let format = constraints.format.as_ref().map(|format| format!("in the format {}", code(format)));
    all.into_iter().chain([format]).flatten().collect()
}
