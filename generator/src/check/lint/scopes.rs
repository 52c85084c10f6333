//! Scopes are a word of OAuth 2.

use super::written::{Written, followed};
use crate::diagnostic::{Diagnostic, Place, Sink, UNEXPECTED_SCOPES};
use crate::source::{Node, Sources};

/// Reports requirements of scopes that nobody can grant.
pub(super) fn check<'s>(root: &Node<'s>, operations: &[Written<'s>], sources: &'s Sources<'_>, sink: &Sink) {
    let Some(schemes) = root.get("securityDefinitions").and_then(|node| followed(node, sources)) else {
        return;
    };
    let of_operations = operations.iter().filter_map(|operation| operation.node.get("security"));
    for requirement in root.get("security").into_iter().chain(of_operations).flat_map(|list| list.items()) {
        for (name, scopes) in requirement.entries() {
            let scheme = schemes.get(name).and_then(|scheme| followed(scheme, sources));
            let Some(kind) = scheme.as_ref().and_then(|scheme| scheme.get("type")?.as_str()) else {
                continue;
            };
            if matches!(kind, "basic" | "apiKey") && scopes.items().next().is_some() {
                let message = format!("`{name}` is of the type `{kind}`, which has no scopes");
                let place = Place::Value(scopes.pointer);
                sink.report(
                    Diagnostic::new(&UNEXPECTED_SCOPES, place, message).help(format!("write `{name}: []`")),
                );
            }
        }
    }
}
