//! What every part of the reader needs: the files, and where findings go.

use super::nouns::Noun;
use crate::diagnostic::{self as codes, Diagnostic, Place, Sink, nearest};
use crate::source::{Node, Pointer, Sources};

/// The files, and where findings go.
#[derive(Clone, Copy)]
pub struct Reader<'a, 'l> {
    sources: &'a Sources<'l>,
    sink: &'a Sink,
}

impl<'a, 'l> Reader<'a, 'l> {
    /// A reader of `sources` that reports to `sink`.
    pub fn new(sources: &'a Sources<'l>, sink: &'a Sink) -> Self {
        Self { sources, sink }
    }

    /// Adds a finding.
    pub(crate) fn report(&self, diagnostic: Diagnostic) {
        self.sink.report(diagnostic);
    }

    /// `node`, or what it refers to if it is a reference, to the end of the chain. For the places
    /// where the specification has no Reference Object, but documents have one all the same
    /// (`securityDefinitions: {$ref: …}`). Nothing, with an error, if that leads nowhere.
    pub(crate) fn follow(&self, node: Node<'a>) -> Option<Node<'a>> {
        match node.reference() {
            None => Some(node),
            Some(text) => {
                let target = self.sources.resolve_chain(&node.pointer, text, self.sink)?;
                self.sources.node(&target)
            }
        }
    }

    /// The value that `reference`, written at `at`, names at the end of the chain.
    pub fn target(&self, at: &Pointer, reference: &str) -> Option<Node<'a>> {
        let target = self.sources.resolve_chain(at, reference, self.sink)?;
        self.sources.node(&target)
    }

    /// The entries of a map from names to objects. `$ref` is a name like any other, unless it is a
    /// string, which no entry of such a map can be. An empty array, as PHP writes an empty map, is
    /// one.
    pub(crate) fn entries(&self, node: Node<'a>, what: &str) -> Vec<(&'a str, Node<'a>)> {
        let Some(node) = self.follow(node) else { return Vec::new() };
        let empty_array = node.value.as_array().is_some_and(Vec::is_empty);
        if !node.is_object() && !empty_array {
            self.wrong_type(&node, what, "an object");
        }
        node.entries().collect()
    }

    /// Reports that `node` is not what it has to be.
    pub(crate) fn wrong_type(&self, node: &Node<'_>, what: &str, expected: &str) {
        let message = format!("`{what}` must be {expected}, not {}", node.kind());
        self.report(
            Diagnostic::new(&codes::WRONG_TYPE, Place::Value(node.pointer.clone()), message)
                .label(format!("expected {expected}")),
        );
    }

    /// Warns of a key that the specification does not know.
    pub(crate) fn unknown_key(&self, node: &Node<'_>, key: &str, noun: &Noun) {
        let message = format!("the {} Object has no field `{key}`; ignored", noun.name);
        let finding = Diagnostic::new(&codes::UNKNOWN_KEY, Place::Key(node.pointer.child(key)), message);
        self.report(match nearest(key, noun.keys.iter().copied()) {
            Some(known) => finding.help(format!("did you mean `{known}`? Extensions start with `x-`")),
            None => finding,
        });
    }
}
