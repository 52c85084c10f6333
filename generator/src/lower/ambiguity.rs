//! Operations that a server could not tell apart.

use std::collections::HashMap;

use super::prune::Doomed;
use crate::api::{Api, DocumentId, Method, OperationId};
use crate::diagnostic::{AMBIGUOUS_OPERATION, Diagnostic, Place};

/// What a request tells an operation of a document by.
type Route<'a> = (DocumentId, Method, String, Vec<(&'a str, &'a str)>);

/// Leaves out each operation whose method, path and fixed query, but for the names of placeholders,
/// are those of an earlier one of its document. Each document has a trait of its own, so that two documents
/// may have an operation each; `check` warns of them.
pub(super) fn of_paths(api: &Api, doomed: &mut Doomed) {
    let mut known: HashMap<Route<'_>, OperationId> = HashMap::new();
    for id in api.operation_ids().filter(|id| !doomed.contains_key(id)).collect::<Vec<_>>() {
        let operation = &api[id];
        let path = &operation.path;
        let route = (operation.document, operation.method, path.form(), path.query_form());
        let first = *known.entry(route).or_insert(id);
        if first == id {
            continue;
        }
        let earlier = &api[first];
        let method = operation.method.key().to_uppercase();
        let (path, other) = (&operation.path.written, &earlier.path.written);
        let message = format!("a request can't tell `{method} {path}` from `{method} {other}`");
        let why = Diagnostic::new(&AMBIGUOUS_OPERATION, Place::Key(operation.pointer.clone()), message)
            .also(Place::Key(earlier.pointer.clone()), "the first is here")
            .help("remove one of the two, or make them one with the names of the first");
        doomed.insert(id, why);
    }
}
