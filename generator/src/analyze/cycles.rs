//! Which properties need a box: an object that holds itself would be infinitely large.

use std::collections::HashSet;

use crate::api::{Api, Shape, TypeId};

/// The properties, by their object and their index, that close a cycle of objects within objects.
///
/// A walk in depth, with its own stack: a chain of definitions may be as long as a document.
pub(super) fn boxed(api: &Api) -> HashSet<(TypeId, usize)> {
    let mut boxed = HashSet::new();
    let mut marks = vec![Mark::New; api.types.len()];
    for start in api.type_ids() {
        let mut path: Vec<(TypeId, Vec<(usize, TypeId)>)> = Vec::new();
        enter(api, start, &mut marks, &mut path);
        while let Some((owner, held)) = path.last_mut() {
            let Some((index, next)) = held.pop() else {
                marks[owner.index()] = Mark::Done;
                path.pop();
                continue;
            };
            if marks[next.index()] == Mark::Open {
                boxed.insert((*owner, index));
            } else {
                enter(api, next, &mut marks, &mut path);
            }
        }
    }
    boxed
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    New,
    Open,
    Done,
}

fn enter(api: &Api, id: TypeId, marks: &mut [Mark], path: &mut Vec<(TypeId, Vec<(usize, TypeId)>)>) {
    if marks[id.index()] == Mark::New {
        marks[id.index()] = Mark::Open;
        let mut held = inline(api, id);
        held.reverse();
        path.push((id, held));
    }
}

/// The objects that an object holds in its own memory, each with the index of the property.
fn inline(api: &Api, id: TypeId) -> Vec<(usize, TypeId)> {
    let Shape::Object(object) = &api[id].shape else { return Vec::new() };
    let held = object.properties.iter().map(|property| api.resolve(property.ty)).enumerate();
    held.filter(|(_, ty)| matches!(api[*ty].shape, Shape::Object(_))).collect()
}
