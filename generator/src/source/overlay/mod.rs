//! OpenAPI Overlays 1.0 and 1.1 (<https://spec.openapis.org/overlay/latest.html>): corrections to
//! a document that leave the document alone.
//!
//! An overlay is strict where a document is read leniently: an action that matches nothing is an
//! error, so that a correction expires together with the mistake it corrects.

mod action;
mod edits;
mod merge;

use serde_json::Value;

use super::{FileId, Node, Sources, path};
use crate::diagnostic::{self as code, Diagnostic, Place, Sink, nearest};
use action::Action;
pub(super) use edits::Edits;

/// A document while overlays are applied to it, and then for good.
#[derive(Debug)]
pub(super) struct Overlaid {
    pub(super) tree: Value,
    pub(super) edits: Edits,
}

impl Overlaid {
    pub(super) fn new(tree: Value) -> Self {
        Self { tree, edits: Edits::default() }
    }

    /// Applies the actions of an overlay file in their order, each to the result of the one before.
    pub(super) fn apply(&mut self, document: FileId, overlay: FileId, sources: &Sources<'_>, sink: &Sink) {
        let Some(root) = sources.root(overlay) else { return };
        check_root(&root, document, sources, sink);
        let actions = root.get("actions");
        if !actions.as_ref().is_some_and(Node::is_array) {
            let place = actions.map_or(root.pointer, |actions| actions.pointer);
            let message = "an overlay has `actions`, an array";
            sink.report(Diagnostic::new(&code::OVERLAY_STRUCTURE, Place::Value(place), message));
            return;
        }
        for node in actions.iter().flat_map(Node::items) {
            if let Some(action) = Action::read(&node, sink) {
                action.apply(self, sink);
            }
        }
    }
}

fn check_root(root: &Node<'_>, document: FileId, sources: &Sources<'_>, sink: &Sink) {
    check_fields(root, &["overlay", "info", "extends", "actions"], sink);
    let version = root.get("overlay");
    if !version.as_ref().and_then(Node::as_str).is_some_and(|version| version.starts_with("1.")) {
        let place = version.map_or(root.pointer.clone(), |version| version.pointer);
        let message = "the field `overlay` says which version of the Overlay Specification this is";
        sink.report(
            Diagnostic::new(&code::OVERLAY_STRUCTURE, Place::Value(place), message)
                .help("write `overlay: 1.0.0` or `overlay: 1.1.0`"),
        );
    }
    if let Some(extends) = root.get("extends") {
        check_extends(&extends, document, sources, sink);
    }
}

/// `extends` names the document that the overlay was written for. A URL says nothing about a file.
fn check_extends(extends: &Node<'_>, document: FileId, sources: &Sources<'_>, sink: &Sink) {
    let Some(reference) = extends.as_str().filter(|reference| !reference.contains("://")) else { return };
    let named = path::relative_to(sources.name(extends.pointer.file), reference);
    if named.as_deref() != Ok(sources.name(document)) {
        let message =
            format!("this overlay is for `{reference}`, and is applied to `{}`", sources.name(document));
        let place = Place::Value(extends.pointer.clone());
        sink.report(Diagnostic::new(&code::OVERLAY_DOCUMENT, place, message));
    }
}

fn check_fields(object: &Node<'_>, known: &[&'static str], sink: &Sink) {
    for (key, value) in object.entries() {
        if known.contains(&key) || key.starts_with("x-") {
            continue;
        }
        let message = format!("`{key}` is no field of an overlay, and is ignored");
        let mut found = Diagnostic::new(&code::OVERLAY_FIELD, Place::Key(value.pointer), message);
        if let Some(near) = nearest(key, known.iter().copied()) {
            found = found.help(format!("did you mean `{near}`?"));
        }
        sink.report(found);
    }
}
