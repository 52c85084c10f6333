//! Definitions that no operation needs.

use std::collections::BTreeSet;

use serde_json::Value;

use super::reach::Reach;
use crate::diagnostic::{Diagnostic, Place, Sink, UNUSED_DEFINITION, nearest};
use crate::source::{Node, Pointer, Sources};
use crate::swagger::is_extension;

/// Where documents keep what is referred to, and what an entry is called.
const SECTIONS: &[(&[&str], &str)] = &[
    (&["definitions"], "definition"),
    (&["parameters"], "parameter"),
    (&["responses"], "response"),
    (&["components", "schemas"], "schema"),
    (&["components", "parameters"], "parameter"),
    (&["components", "responses"], "response"),
    (&["components", "requestBodies"], "request body"),
    (&["components", "headers"], "header"),
];

/// Where documents keep their security schemes.
const SCHEMES: &[&[&str]] = &[&["securityDefinitions"], &["components", "securitySchemes"]];

/// Reports them, for all documents of a crate together. A document without operations is there to be
/// referred to, by whomever.
pub(super) fn check(roots: &[Node<'_>], sources: &Sources<'_>, sink: &Sink) {
    // What can't be read may be what needs it.
    if sink.has_errors() {
        return;
    }
    let mut reach = Reach::new(sources);
    let mut required = BTreeSet::new();
    for root in roots {
        sources.enter(root.pointer.file);
        reach.follow_operations(root);
        schemes_of(root.value, &mut required);
    }
    let has_paths =
        |root: &&Node<'_>| root.get("paths").is_some_and(|paths| paths.entries().next().is_some());
    for root in roots.iter().filter(has_paths) {
        for (path, what) in SECTIONS {
            let entries: Vec<Pointer> = entries(root, path).map(|(_, node)| node.pointer).collect();
            for unused in reach.unreached(&entries) {
                report(unused, what, sink);
            }
        }
        for (name, node) in SCHEMES.iter().flat_map(|path| entries(root, path)) {
            // One that is required and not defined is likely this one, and has been reported.
            let is_misspelt = || required.iter().any(|asked| nearest(asked, [name]).is_some());
            if !required.contains(name) && !is_misspelt() {
                report(&node.pointer, "security scheme", sink);
            }
        }
    }
}

fn entries<'s>(root: &Node<'s>, path: &[&str]) -> impl Iterator<Item = (&'s str, Node<'s>)> + use<'s> {
    let section = path.iter().try_fold(root.clone(), |node, key| node.get(key));
    let entries = section.into_iter().filter(|section| section.reference().is_none());
    entries.flat_map(|section| section.entries().collect::<Vec<_>>()).filter(|(name, _)| !is_extension(name))
}

fn report(pointer: &Pointer, what: &str, sink: &Sink) {
    let name = pointer.last().unwrap_or_default();
    let message = format!("no operation needs the {what} `{name}`");
    sink.report(Diagnostic::new(&UNUSED_DEFINITION, Place::Key(pointer.clone()), message));
}

/// The names of the schemes that a document or its operations ask for.
fn schemes_of<'s>(root: &'s Value, names: &mut BTreeSet<&'s str>) {
    let items = root.get("paths").and_then(Value::as_object).into_iter().flatten();
    let operations = items.filter_map(|(_, item)| item.as_object()).flatten().map(|(_, operation)| operation);
    for holder in std::iter::once(root).chain(operations) {
        let requirements = holder.get("security").and_then(Value::as_array).into_iter().flatten();
        names.extend(requirements.filter_map(Value::as_object).flatten().map(|(name, _)| name.as_str()));
    }
}
