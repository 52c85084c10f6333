//! Paths: their placeholders and parameters must agree, and what is no path or is there twice is
//! worth a word.

use std::collections::HashSet;

use crate::analyze::{hidden, shadowed};
use crate::api::{Api, Location, Operation};
use crate::diagnostic::{
    Diagnostic, INTERPRETED, Place, SHADOWED_OPERATION, Sink, UNDECLARED_PATH_PARAMETER,
    UNUSED_PATH_PARAMETER,
};

/// A path ends before its query, and a URL that is asked for has no fragment (RFC 9110 section 7.1).
/// Requests are told apart by what is in a query all the same.
pub(super) fn check_keys(api: &Api, sink: &Sink) {
    let mut known = HashSet::new();
    for Operation { path, pointer, .. } in &api.operations {
        let item = pointer.parent().unwrap_or_else(|| pointer.clone());
        let has_fragment = path.fragment().is_some();
        // `x-ms-paths` is an extension for paths with queries.
        let in_extension = item.path().starts_with("/x-ms-paths/");
        if path.written == path.text || in_extension && !has_fragment || !known.insert(item.clone()) {
            continue;
        }
        let (what, rest) = match has_fragment {
            true => ("fragment, which is never sent", format!("read as `{path}`")),
            false => ("query, which is no part of paths", "read as what every request has".to_owned()),
        };
        let message = format!("the path `{}` has a {what}; {rest}", path.written);
        sink.report(Diagnostic::new(&INTERPRETED, Place::Key(item), message));
    }
}

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
                let message =
                    format!("the path `{}` has no placeholder `{{{}}}`", path.written, parameter.name);
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
    let message = format!("`{method} {}` does not declare the parameter `{name}`", operation.path.written);
    let place = operation.pointer.parent().map_or_else(|| Place::Key(operation.pointer.clone()), Place::Key);
    Diagnostic::new(&UNDECLARED_PATH_PARAMETER, place, message)
        .label(format!("`{{{name}}}` is here"))
        .also(Place::Key(operation.pointer.clone()), "and not among the parameters of this operation")
        .help(format!("add a parameter with `in: path`, `name: {name}`, `required: true` and a type"))
}

/// Two operations for the same requests: both can be called, and a server answers with the first.
/// Those of two documents have a trait each.
pub(super) fn check_shadows(api: &Api, sink: &Sink) {
    let (shadowed, hidden) = (shadowed(api), hidden(api));
    for (id, first) in &shadowed {
        let method = api[*id].method.key().to_uppercase();
        let finding = match hidden.get(id) {
            Some(first) => {
                let (path, other) = (&api[*id].path.written, &api[*first].path.written);
                let message = format!("a request can't tell `{method} {path}` from `{method} {other}`");
                found(&api[*id], &api[*first], message)
                    .label("a client has both, a server only the first")
                    .help("make them one, with the names of the first, or leave one of the two out")
            }
            None => {
                let message = format!("another document has `{method} {}` too", api[*id].path);
                found(&api[*id], &api[*first], message)
                    .label("a server that has both answers with the first")
                    .help("leave one of the two out, or give the documents different base paths")
            }
        };
        sink.report(finding);
    }
}

fn found(operation: &Operation, first: &Operation, message: String) -> Diagnostic {
    Diagnostic::new(&SHADOWED_OPERATION, Place::Key(operation.pointer.clone()), message)
        .also(Place::Key(first.pointer.clone()), "the first is here")
}
