//! What every part of the reader needs: the version, the files, and where findings go.

use super::extensions::is_extension;
use super::nouns::Noun;
use super::reference::{WORDS, words};
use crate::diagnostic::{self as codes, Diagnostic, Place, Sink, nearest};
use crate::source::{Node, Pointer, Sources};

/// Which specification a document follows. Schema Objects and much around them are nearly the
/// same in both, so that one reader does for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Dialect {
    /// Swagger 2.0.
    Swagger2,
    /// OpenAPI 3.0 and 3.1. What only 3.1 has is read in 3.0 as well.
    OpenApi3,
}

/// The files, and where findings go.
#[derive(Clone, Copy)]
pub struct Reader<'a, 'l> {
    pub(crate) dialect: Dialect,
    sources: &'a Sources<'l>,
    sink: &'a Sink,
}

impl<'a, 'l> Reader<'a, 'l> {
    /// A reader of Swagger 2.0 in `sources` that reports to `sink`.
    pub fn new(sources: &'a Sources<'l>, sink: &'a Sink) -> Self {
        Self::of(Dialect::Swagger2, sources, sink)
    }

    /// The same for either specification.
    pub(crate) fn of(dialect: Dialect, sources: &'a Sources<'l>, sink: &'a Sink) -> Self {
        Self { dialect, sources, sink }
    }

    /// Adds a finding.
    pub(crate) fn report(&self, diagnostic: Diagnostic) {
        self.sink.report(diagnostic);
    }

    /// Adds a finding that each file has once.
    pub(crate) fn report_once(&self, diagnostic: Diagnostic) {
        self.sink.report_once(diagnostic);
    }

    /// `node`, or what it refers to if it is a reference, to the end of the chain. For the places
    /// where the specification has no Reference Object, but documents have one all the same
    /// (`securityDefinitions: {$ref: …}`). Nothing, with an error, if that leads nowhere.
    pub(crate) fn follow(&self, node: Node<'a>) -> Option<Node<'a>> {
        self.sources.follow(node, self.sink)
    }

    /// The value that `reference`, written at `at`, names at the end of the chain.
    pub fn target(&self, at: &Pointer, reference: &str) -> Option<Node<'a>> {
        self.sources.resolve_chain(at, reference, self.sink)
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

    /// Warns of a key that only a later version of the specification has.
    fn later_key(&self, node: &Node<'_>, key: &str) {
        let message = format!("Swagger 2.0 has no `{key}` here; read as in OpenAPI 3");
        self.report(Diagnostic::new(&codes::READ_AS, Place::Key(node.pointer.child(key)), message));
    }

    /// Warns of what stands beside the `$ref` of a Reference Object and means nothing there.
    pub(crate) fn check_reference(&self, node: &Node<'_>) {
        let is_words = |key: &str| key == WORDS && words(node).is_some();
        for key in node.keys().filter(|key| *key != "$ref" && !is_words(key) && !is_extension(key)) {
            let message = format!("`{key}` beside a `$ref` is ignored");
            let place = Place::Key(node.pointer.child(key));
            self.report(
                Diagnostic::new(&codes::IGNORED_SIBLINGS, place, message)
                    .help("say it where that is defined, or write it out here instead of the reference"),
            );
        }
    }

    /// Warns of a key that the version of the specification does not know.
    pub(crate) fn check_key(&self, node: &Node<'_>, key: &str, noun: &Noun) {
        if noun.keys.contains(&key) || is_extension(key) {
            return;
        }
        if noun.later.contains(&key) {
            if self.dialect == Dialect::Swagger2 {
                self.later_key(node, key);
            }
            return;
        }
        let message = format!("the {} Object has no field `{key}`; ignored", noun.name);
        let finding = Diagnostic::new(&codes::UNKNOWN_KEY, Place::Key(node.pointer.child(key)), message);
        // Of one that nobody will read, nothing more need be known.
        if self.sink.is_full(&codes::UNKNOWN_KEY) {
            return self.report(finding);
        }
        self.report(match nearest(key, noun.keys.iter().copied()) {
            Some(known) => finding.help(format!("did you mean `{known}`? Extensions start with `x-`")),
            None => finding,
        });
    }
}
