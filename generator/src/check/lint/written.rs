//! The operations of a document as they are written, whichever version of the specification it
//! follows.

use crate::api::Method;
use crate::diagnostic::Sink;
use crate::source::{Node, Sources};
use crate::swagger::is_extension;

/// An operation, with its parameters behind their references.
pub(super) struct Written<'s> {
    pub(super) method: Method,
    pub(super) node: Node<'s>,
    /// Its own parameters.
    pub(super) parameters: Vec<Node<'s>>,
    /// Those of its path item.
    pub(super) inherited: Vec<Node<'s>>,
}

impl<'s> Written<'s> {
    /// The operations of all paths. What is wrong with references has been said already.
    pub(super) fn all(root: &Node<'s>, sources: &'s Sources<'_>) -> Vec<Self> {
        let sections = ["paths", "x-ms-paths"].into_iter().filter_map(|key| root.get(key));
        let paths = sections.filter_map(|section| followed(section, sources));
        let items = paths.flat_map(|paths| paths.entries().collect::<Vec<_>>());
        let items = items.filter(|(path, _)| !is_extension(path));
        items.flat_map(|(_, item)| of_path_item(item, sources)).collect()
    }

    /// Its parameters, and those that it inherits.
    pub(super) fn all_parameters(&self) -> impl Iterator<Item = &Node<'s>> {
        self.parameters.iter().chain(&self.inherited)
    }

    /// Its responses, by status.
    pub(super) fn responses(&self, sources: &'s Sources<'_>) -> Vec<(&'s str, Node<'s>)> {
        let responses = self.node.get("responses").and_then(|node| followed(node, sources));
        let responses = responses.into_iter().flat_map(|node| node.entries().collect::<Vec<_>>());
        responses.filter(|(status, _)| !is_extension(status)).collect()
    }
}

/// The operations of a path item, and of the one that it refers to.
fn of_path_item<'s>(item: Node<'s>, sources: &'s Sources<'_>) -> Vec<Written<'s>> {
    let target = item.reference().and_then(|_| followed(item.clone(), sources));
    let items = std::iter::once(item).chain(target);
    let operations = items.flat_map(|item| {
        let inherited = parameters(&item, sources);
        let methods = Method::ALL.into_iter();
        methods.filter_map(move |(key, method)| {
            let node = item.get(key).filter(Node::is_object)?;
            let parameters = parameters(&node, sources);
            Some(Written { method, node, parameters, inherited: inherited.clone() })
        })
    });
    operations.collect()
}

fn parameters<'s>(node: &Node<'s>, sources: &'s Sources<'_>) -> Vec<Node<'s>> {
    let list = node.get("parameters").and_then(|list| followed(list, sources));
    let list = list.into_iter().flat_map(|list| list.items().collect::<Vec<_>>());
    list.filter_map(|parameter| followed(parameter, sources)).collect()
}

/// What is behind a reference.
pub(super) fn followed<'s>(node: Node<'s>, sources: &'s Sources<'_>) -> Option<Node<'s>> {
    sources.follow(node, &Sink::new())
}
