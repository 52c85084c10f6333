//! Paths: their placeholders and parameters must agree, and no two may be the same.

use std::collections::HashMap;

use crate::api::{Api, Location, Method, Operation, OperationId};
use crate::diagnostic::{
    AMBIGUOUS_PATHS, Diagnostic, Place, Sink, UNDECLARED_PATH_PARAMETER, UNUSED_PATH_PARAMETER,
};

/// Each placeholder needs a parameter, and each path parameter a placeholder.
pub(super) fn check_parameters(api: &mut Api, sink: &Sink) {
    for operation in &mut api.operations {
        for name in operation.path.parameters() {
            if !declares(operation, name) {
                sink.report(undeclared(operation, name));
            }
        }
        let path = operation.path.clone();
        operation.parameters.retain(|parameter| {
            let used = parameter.location != Location::Path
                || path.parameters().any(|placeholder| placeholder == parameter.name);
            if !used {
                let message = format!("the path `{}` has no placeholder `{{{}}}`", path.text, parameter.name);
                sink.report(
                    Diagnostic::new(&UNUSED_PATH_PARAMETER, Place::Value(parameter.pointer.clone()), message)
                        .label("this parameter is ignored"),
                );
            }
            used
        });
    }
}

fn declares(operation: &Operation, name: &str) -> bool {
    let mut parameters = operation.parameters.iter();
    parameters.any(|parameter| parameter.location == Location::Path && parameter.name == name)
}

fn undeclared(operation: &Operation, name: &str) -> Diagnostic {
    let method = operation.method.key().to_uppercase();
    let message = format!("`{method} {}` does not declare the parameter `{name}`", operation.path.text);
    let place = operation.pointer.parent().map_or_else(|| Place::Key(operation.pointer.clone()), Place::Key);
    Diagnostic::new(&UNDECLARED_PATH_PARAMETER, place, message)
        .label(format!("`{{{name}}}` is here"))
        .also(Place::Key(operation.pointer.clone()), "and not among the parameters of this operation")
        .help(format!("add a parameter with `in: path`, `name: {name}`, `required: true` and a type"))
}

/// No two documents may describe one method of one path: all documents of a crate are served
/// together. (Within a document, and where only names of placeholders differ, the second
/// operation has been left out before.)
pub(super) fn check_ambiguity(api: &Api, sink: &Sink) {
    let mut known: HashMap<(Method, String), OperationId> = HashMap::new();
    for id in api.operation_ids() {
        let operation = &api[id];
        let path = format!("{}{}", api[operation.document].base_path, operation.path.form());
        let first = *known.entry((operation.method, path.clone())).or_insert(id);
        if first != id {
            let method = operation.method.key().to_uppercase();
            let message = format!("`{method} {path}` is described twice", path = operation.path.text);
            sink.report(
                Diagnostic::new(&AMBIGUOUS_PATHS, Place::Key(operation.pointer.clone()), message)
                    .also(Place::Key(api[first].pointer.clone()), "the first is here")
                    .help("remove one of the two, or give the documents different base paths"),
            );
        }
    }
}
