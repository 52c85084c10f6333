//! `operationId` is unique within a document (Swagger 2.0, Operation Object).

use std::collections::HashMap;

use crate::api::{Api, Operation};
use crate::diagnostic::{DUPLICATE_OPERATION_ID, Diagnostic, Place, Sink};

/// Warns of an id that is there twice; each operation still gets a name of its own.
pub(super) fn check(api: &Api, sink: &Sink) {
    for document in &api.documents {
        let mut known: HashMap<&str, &Operation> = HashMap::new();
        for operation in document.operations.iter().map(|id| &api[*id]) {
            let Some(name) = &operation.operation_id else { continue };
            let first = *known.entry(name).or_insert(operation);
            if first.pointer == operation.pointer {
                continue;
            }
            let place = |operation: &Operation| Place::Value(operation.pointer.child("operationId"));
            let message = format!("the `operationId` `{name}` is there twice");
            sink.report(
                Diagnostic::new(&DUPLICATE_OPERATION_ID, place(operation), message)
                    .also(place(first), "it is here first")
                    .help("give each operation an id of its own"),
            );
        }
    }
}
