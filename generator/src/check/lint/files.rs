//! Files are sent in forms.

use super::written::Written;
use crate::diagnostic::{Diagnostic, FILE_OUTSIDE_FORM, Place, Sink};
use crate::source::Node;

/// Reports parameters of `type: file` of operations that consume no form.
pub(super) fn check(root: &Node<'_>, operations: &[Written<'_>], sink: &Sink) {
    for operation in operations {
        let file = operation.all_parameters().find(|parameter| has(parameter, "type", "file"));
        let Some(file) = file.filter(|file| has(file, "in", "formData")) else { continue };
        let consumes = operation.node.get("consumes").or_else(|| root.get("consumes"));
        let mut consumed = consumes.iter().flat_map(Node::items);
        if consumed.any(|media_type| media_type.as_str().is_some_and(is_form)) {
            continue;
        }
        let name = file.get("name").and_then(|name| name.as_str()).unwrap_or_default();
        let message = format!("the parameter `{name}` is a file, and the operation consumes no form");
        let place = consumes.map_or_else(
            || Place::Key(operation.node.pointer.clone()),
            |consumes| Place::Value(consumes.pointer),
        );
        sink.report(
            Diagnostic::new(&FILE_OUTSIDE_FORM, Place::Value(file.pointer.child("type")), message)
                .also(place, "the operation")
                .help("add `consumes: [multipart/form-data]` to the operation"),
        );
    }
}

fn has(node: &Node<'_>, key: &str, word: &str) -> bool {
    node.get(key).is_some_and(|value| value.as_str() == Some(word))
}

/// `multipart/form-data`, maybe with parameters, or a vendor's own that is one by its suffix
/// (`multipart/vnd.acme+form-data`).
fn is_form(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let Some((kind, subtype)) = essence.split_once('/') else { return false };
    let suffix = subtype.rsplit('+').next().unwrap_or(subtype);
    matches!((kind, suffix), ("multipart", "form-data") | ("application", "x-www-form-urlencoded"))
}
