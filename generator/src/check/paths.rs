//! Paths: their placeholders and parameters must agree, and no two may be the same.

use std::collections::HashMap;

use crate::api::{Api, Location, Method, Operation, OperationId, PathSegment};
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

/// No two operations may have one method and paths that differ only in names. All documents of a
/// crate are served together, so that two documents may not have them either.
pub(super) fn check_ambiguity(api: &Api, sink: &Sink) {
    let mut known: HashMap<(Method, String), OperationId> = HashMap::new();
    for id in api.operation_ids() {
        let operation = &api[id];
        let first = *known.entry((operation.method, form(api, operation))).or_insert(id);
        if first != id {
            sink.report(ambiguous(operation, &api[first]));
        }
    }
}

fn ambiguous(operation: &Operation, first: &Operation) -> Diagnostic {
    let method = operation.method.key().to_uppercase();
    let (path, other) = (&operation.path.text, &first.path.text);
    let message = match path == other {
        true => format!("`{method} {path}` is described twice"),
        false => format!("a request can't tell `{method} {path}` from `{method} {other}`"),
    };
    Diagnostic::new(&AMBIGUOUS_PATHS, Place::Key(operation.pointer.clone()), message)
        .also(Place::Key(first.pointer.clone()), "the first is here")
        .help("remove one of the two, or give them different paths")
}

/// The path as a router sees it: below the base path, without the names of placeholders.
fn form(api: &Api, operation: &Operation) -> String {
    let mut form = api[operation.document].base_path.clone();
    for segment in &operation.path.segments {
        form.push('/');
        for piece in segment {
            match piece {
                PathSegment::Literal(text) => form.push_str(text),
                PathSegment::Parameter(_) => form.push_str("{}"),
            }
        }
    }
    form
}
