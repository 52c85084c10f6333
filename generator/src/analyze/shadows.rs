//! Operations that a server never gets to, because an earlier document has them too.

use std::collections::{BTreeMap, HashMap};

use crate::api::{Api, Method, OperationId};

/// The operations whose method and path, but for the names of placeholders, are those of an
/// earlier operation, and which that is.
pub fn shadowed(api: &Api) -> BTreeMap<OperationId, OperationId> {
    let mut known: HashMap<(Method, String), OperationId> = HashMap::new();
    let mut shadowed = BTreeMap::new();
    for id in api.operation_ids() {
        let operation = &api[id];
        let path = format!("{}{}", api[operation.document].base_path, operation.path.form());
        let first = *known.entry((operation.method, path)).or_insert(id);
        if first != id {
            shadowed.insert(id, first);
        }
    }
    shadowed
}
