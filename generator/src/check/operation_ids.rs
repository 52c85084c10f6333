//! `operationId` is unique within a document (Swagger 2.0, Operation Object).

use std::collections::HashMap;

use crate::api::{Api, Operation};
use crate::diagnostic::{DUPLICATE_OPERATION_ID, Diagnostic, Place, Sink};
use crate::source::Sources;

/// Warns of an id that is there twice; each operation still gets a name of its own.
pub(super) fn check(api: &Api, sources: &Sources<'_>, sink: &Sink) {
    for document in &api.documents {
        let mut known: HashMap<&str, &Operation> = HashMap::new();
        for operation in document.operations.iter().map(|id| &api[*id]) {
            let Some(name) = &operation.operation_id else { continue };
            let known = *known.entry(name).or_insert(operation);
            if known.pointer != operation.pointer {
                sink.report(twice(name, known, operation, sources));
            }
        }
    }
}

/// Of two operations, the one that is written below the other has the name a second time, in whichever
/// order their methods are.
fn twice(name: &str, one: &Operation, other: &Operation, sources: &Sources<'_>) -> Diagnostic {
    let place = |operation: &Operation| Place::Value(operation.pointer.child("operationId"));
    let written = |operation: &Operation| {
        let span = sources.span(&place(operation));
        (span.file, span.bytes.start)
    };
    let (first, again) = if written(one) <= written(other) { (one, other) } else { (other, one) };
    let message = format!("the `operationId` `{name}` is there twice");
    Diagnostic::new(&DUPLICATE_OPERATION_ID, place(again), message)
        .also(place(first), "it is here first")
        .help("give each operation an id of its own")
}
