//! Operations that a server never gets to, or not with every request, because another operation of
//! the same path is before them.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::Hash;

use crate::api::{Api, Location, Method, Operation, OperationId};

/// The operations whose method, path and fixed query, but for the names of placeholders, are those
/// of an earlier operation, and which that is.
pub fn shadowed(api: &Api) -> BTreeMap<OperationId, OperationId> {
    repeated(api, |_| ())
}

/// The operations of which that is so within their own document, and the first of that document.
pub fn hidden(api: &Api) -> BTreeMap<OperationId, OperationId> {
    repeated(api, |operation| api[operation.document].pointer.clone())
}

/// The operations that a request can't tell from an earlier one with the same key.
fn repeated<K: Eq + Hash>(api: &Api, key: impl Fn(&Operation) -> K) -> BTreeMap<OperationId, OperationId> {
    let mut repeated = BTreeMap::new();
    for operations in by_path(api).values() {
        let mut known = HashMap::new();
        for id in operations {
            let first = *known.entry((key(&api[*id]), api[*id].path.query_form())).or_insert(*id);
            if first != *id {
                repeated.insert(*id, first);
            }
        }
    }
    repeated
}

/// The operations some of whose requests are another operation's, by the values of their query
/// parameters: a search with the parameter `type`, where the path has `?type=photo` as well.
pub(super) fn contested(api: &Api) -> BTreeSet<OperationId> {
    let operations = by_path(api).into_values();
    let contested = operations.flat_map(|operations| {
        let is_contested = |id: &OperationId| {
            operations.iter().any(|other| other != id && may_have_query_of(&api[*id], &api[*other]))
        };
        operations.iter().copied().filter(is_contested).collect::<Vec<_>>()
    });
    contested.collect()
}

fn by_path(api: &Api) -> HashMap<(Method, String), Vec<OperationId>> {
    let mut operations: HashMap<_, Vec<OperationId>> = HashMap::new();
    for id in api.operation_ids() {
        let operation = &api[id];
        let path = format!("{}{}", api[operation.document].base_path, operation.path.form());
        operations.entry((operation.method, path)).or_default().push(id);
    }
    operations
}

fn may_have_query_of(operation: &Operation, other: &Operation) -> bool {
    let own = operation.path.query_form();
    let is_parameter = |name: &str| {
        let mut parameters = operation.parameters.iter();
        parameters.any(|parameter| parameter.location == Location::Query && parameter.name == name)
    };
    let others = other.path.query_form();
    let is_own = |pair: &(&str, &str)| own.contains(pair);
    others.iter().all(|pair| is_own(pair) || is_parameter(pair.0)) && !others.iter().all(is_own)
}
