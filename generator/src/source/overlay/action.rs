//! The Action Object: a target and what happens to it.

use serde_json::Value;
use serde_json_path::JsonPath;

use super::super::{Node, Pointer, escape, unescape};
use super::{Overlaid, check_fields, merge};
use crate::diagnostic::{self as code, Diagnostic, Place, Sink};

/// One action.
pub(super) struct Action<'s> {
    /// The node of the `target` field.
    target: Node<'s>,
    query: JsonPath,
    change: Change<'s>,
}

enum Change<'s> {
    Remove,
    /// Merge this value into each target, or append it.
    Update(Node<'s>),
    /// The same, with the one value of the document that the query selects (1.1).
    Copy(Node<'s>, JsonPath),
}

impl<'s> Action<'s> {
    pub(super) fn read(node: &Node<'s>, sink: &Sink) -> Option<Self> {
        check_fields(node, &["target", "description", "update", "remove", "copy"], sink);
        let Some(target) = node.get("target") else {
            let place = Place::Value(node.pointer.clone());
            sink.report(Diagnostic::new(&code::OVERLAY_STRUCTURE, place, "an action has a `target`"));
            return None;
        };
        let query = read_query(&target, sink)?;
        let change = Change::read(node, sink)?;
        Some(Self { target, query, change })
    }

    pub(super) fn apply(&self, document: &mut Overlaid, sink: &Sink) {
        let targets = select(&self.query, &document.tree);
        if targets.is_empty() {
            self.report(&code::OVERLAY_UNMATCHED, "matches nothing in the document", sink);
            return;
        }
        match &self.change {
            Change::Remove => self.remove(targets, document, sink),
            Change::Update(update) => self.merge(&targets, update.value, &update.pointer, document, sink),
            Change::Copy(field, query) => match select(query, &document.tree).as_slice() {
                [source] => {
                    let copied = document.tree.pointer(source).cloned().unwrap_or_default();
                    self.merge(&targets, &copied, &field.pointer, document, sink);
                }
                selected => {
                    let message = format!("`copy` selects one value, and here there are {}", selected.len());
                    let place = Place::Value(field.pointer.clone());
                    sink.report(Diagnostic::new(&code::OVERLAY_UNMATCHED, place, message));
                }
            },
        }
    }

    fn merge(&self, targets: &[String], value: &Value, from: &Pointer, document: &mut Overlaid, sink: &Sink) {
        for path in targets {
            let Some(target) = document.tree.pointer_mut(path) else { continue };
            let update = merge::Update { value, from, edits: &mut document.edits };
            if let Err(clash) = update.apply(target, path) {
                sink.report(Diagnostic::new(&code::OVERLAY_CLASH, Place::Value(clash.place), clash.message));
            }
        }
    }

    fn remove(&self, mut targets: Vec<String>, document: &mut Overlaid, sink: &Sink) {
        // Deep before shallow and last before first, so that no removal moves another target.
        targets.sort_by_cached_key(|path| {
            let index = path.rsplit('/').next().and_then(|token| token.parse::<usize>().ok());
            std::cmp::Reverse((path.matches('/').count(), index))
        });
        for path in &targets {
            let Some((parent, token)) = path.rsplit_once('/') else {
                self.report(&code::OVERLAY_CLASH, "is the whole document, which can't be removed", sink);
                continue;
            };
            match document.tree.pointer_mut(parent) {
                Some(Value::Object(object)) => {
                    object.shift_remove(unescape(token).as_ref());
                }
                Some(Value::Array(array)) => {
                    let index = token.parse().ok().filter(|index| *index < array.len());
                    if let Some(index) = index {
                        array.remove(index);
                        document.edits.removed(parent, index);
                    }
                }
                _ => {}
            }
        }
    }

    fn report(&self, code: &'static code::Code, what: &str, sink: &Sink) {
        let message = format!("the target `{}` {what}", self.target.as_str().unwrap_or_default());
        sink.report(
            Diagnostic::new(code, Place::Value(self.target.pointer.clone()), message)
                .help("correct the target, or remove the action if the document no longer needs it"),
        );
    }
}

impl<'s> Change<'s> {
    fn read(action: &Node<'s>, sink: &Sink) -> Option<Self> {
        let remove = action.get("remove").and_then(|remove| remove.as_bool()).unwrap_or(false);
        match (action.get("update"), action.get("copy")) {
            _ if remove => Some(Self::Remove),
            (Some(update), None) => Some(Self::Update(update)),
            (None, Some(copy)) => read_query(&copy, sink).map(|query| Self::Copy(copy, query)),
            _ => {
                let place = Place::Value(action.pointer.clone());
                let message = "an action has one of `update`, `copy` and `remove: true`";
                sink.report(Diagnostic::new(&code::OVERLAY_STRUCTURE, place, message));
                None
            }
        }
    }
}

/// A JSONPath (RFC 9535).
fn read_query(node: &Node<'_>, sink: &Sink) -> Option<JsonPath> {
    let place = Place::Value(node.pointer.clone());
    let Some(text) = node.as_str() else {
        let message = format!("a JSONPath is a string, and this is {}", node.kind());
        sink.report(Diagnostic::new(&code::OVERLAY_QUERY, place, message));
        return None;
    };
    // The parser recurses, and has no limit of its own.
    const BRACKETS: usize = 64;
    let sane = text.matches(['(', '[', '!']).count() <= BRACKETS;
    match sane.then(|| JsonPath::parse(text)) {
        Some(Ok(query)) => Some(query),
        _ => {
            let help = match text.starts_with('$') {
                false => "a JSONPath starts with `$`, the document",
                true => "write a key with anything but letters, digits and `_` in it as `['/login']`",
            };
            let message = format!("`{text}` is no JSONPath");
            sink.report(Diagnostic::new(&code::OVERLAY_QUERY, place, message).help(help));
            None
        }
    }
}

/// The JSON pointers of what a query selects, each once.
fn select(query: &JsonPath, tree: &Value) -> Vec<String> {
    let selected = query.query_located(tree).dedup();
    selected.locations().map(pointer).collect()
}

fn pointer(path: &serde_json_path::NormalizedPath<'_>) -> String {
    path.iter().fold(String::new(), |pointer, element| match (element.as_name(), element.as_index()) {
        (Some(name), _) => pointer + "/" + &escape(name),
        (None, index) => pointer + "/" + &index.unwrap_or_default().to_string(),
    })
}
