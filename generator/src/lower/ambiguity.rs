//! Operations that a server could not tell apart.

use std::collections::HashMap;

use super::prune::Doomed;
use crate::api::{Api, Method, OperationId};
use crate::diagnostic::{AMBIGUOUS_OPERATION, Diagnostic, Place};

/// Leaves out each operation whose method and path, but for the names of placeholders, are those
/// of an earlier one. All documents of a crate are served together, so they count together. The
/// very same path twice is an error, which `check` reports.
pub(super) fn of_paths(api: &Api, doomed: &mut Doomed) {
    let mut known: HashMap<(Method, String), OperationId> = HashMap::new();
    for id in api.operation_ids().filter(|id| !doomed.contains_key(id)).collect::<Vec<_>>() {
        let operation = &api[id];
        let path = format!("{}{}", api[operation.document].base_path, operation.path.form());
        let earlier = &api[*known.entry((operation.method, path)).or_insert(id)];
        if earlier.path.text == operation.path.text {
            continue;
        }
        let method = operation.method.key().to_uppercase();
        let (path, other) = (&operation.path.text, &earlier.path.text);
        let message = format!("a request can't tell `{method} {path}` from `{method} {other}`");
        let why = Diagnostic::new(&AMBIGUOUS_OPERATION, Place::Key(operation.pointer.clone()), message)
            .also(Place::Key(earlier.pointer.clone()), "the first is here")
            .help("remove one of the two, or make them one with the names of the first");
        doomed.insert(id, why);
    }
}
