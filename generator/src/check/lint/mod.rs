//! What only `check` looks for: what the specification forbids and a generator can do without
//! knowing, and what is allowed and still likely a mistake.

mod ambiguous;
mod bodies;
mod conformance;
mod discriminators;
mod files;
mod grammar;
mod reach;
mod responses;
mod scopes;
mod trail;
mod unused;
mod written;

#[cfg(test)]
mod tests;

use crate::api::Api;
use crate::diagnostic::Sink;
use crate::model::Model;
use crate::openapi;
use crate::source::{Node, Sources};
use written::Written;

/// Looks at the documents as they are written, and at what they say together.
pub fn lint(models: &[Model<'_>], api: &Api, sources: &Sources<'_>, sink: &Sink) {
    let roots: Vec<_> = models.iter().filter_map(|model| model.root(sources)).collect();
    for root in &roots {
        sources.enter(root.pointer.file);
        document(root, sources, sink);
    }
    ambiguous::check(api, sink);
    unused::check(&roots, sources, sink);
}

fn document<'s>(root: &Node<'s>, sources: &'s Sources<'_>, sink: &Sink) {
    let operations = Written::all(root, sources);
    if !openapi::is_openapi(root) {
        conformance::check(root, sources, sink);
        files::check(root, &operations, sink);
        bodies::check(&operations, sink);
        scopes::check(root, &operations, sources, sink);
    }
    responses::check(&operations, sources, sink);
}
