//! Where something stands in a document that could be written wrongly.

use std::collections::HashSet;
use std::ops::Range;

use cratewright::diagnostic::{Place as Marked, Sink};
use cratewright::source::{Node, Pointer, Sources};
use serde_json::Value;

use crate::documents::Set;
use crate::noun::Noun;

/// A member of an object, or an element of a list.
pub(crate) struct Place {
    /// The index of the set of files.
    pub(crate) set: usize,
    pub(crate) file: String,
    /// What holds it: an object or a list, what that is, and the first lines of it, from 0: that of its key
    /// and that of its first member.
    pub(crate) around: Value,
    pub(crate) holder: Noun,
    pub(crate) head: Vec<usize>,
    /// The key, and where it stands; an element has none.
    pub(crate) key: Option<(String, Range<usize>)>,
    pub(crate) value: Value,
    pub(crate) noun: Noun,
    /// The bytes of a value on one line; those of the key if it goes on over several.
    pub(crate) span: Range<usize>,
}

/// All places of all documents, each once, however many documents share its file.
pub(crate) fn places(sets: &[Set]) -> Vec<Place> {
    let mut seen = HashSet::new();
    let mut places = Vec::new();
    for (index, set) in sets.iter().enumerate() {
        let loader = set.loader(None);
        let sources = Sources::new(&loader, Default::default());
        let root = sources.load(&set.document, None, &Sink::new()).and_then(|file| sources.root(file));
        let mut walk = Walk { set: index, sources: &sources, seen: &mut seen, places: &mut places };
        walk.value(&root.expect("a document"), Noun::Document);
    }
    places
}

struct Walk<'w, 's> {
    set: usize,
    sources: &'w Sources<'s>,
    seen: &'w mut HashSet<(String, String)>,
    places: &'w mut Vec<Place>,
}

impl Walk<'_, '_> {
    fn value(&mut self, node: &Node<'_>, noun: Noun) {
        let file = self.sources.name(node.pointer.file).to_owned();
        if noun == Noun::Data || !self.seen.insert((file.clone(), node.pointer.path().to_owned())) {
            return;
        }
        if let Some(reference) = node.reference().filter(|_| noun.can_refer()) {
            let target = self.sources.resolve(&node.pointer, reference, &Sink::new());
            if let Some(target) = target.and_then(|target| self.sources.node(&target)) {
                self.value(&target, noun);
            }
        }
        let head = self.head(node);
        let members = node.entries().map(|(key, member)| (Some(key), member));
        let elements = node.items().map(|element| (None, element));
        for (key, member) in members.chain(elements) {
            let below = noun.below(key.unwrap_or_default());
            let span = |place| self.sources.span(&place).bytes;
            self.places.push(Place {
                set: self.set,
                file: file.clone(),
                around: node.value.clone(),
                holder: noun,
                head: head.clone(),
                key: key.map(|key| (key.to_owned(), span(Marked::Key(member.pointer.clone())))),
                value: member.value.clone(),
                noun: below,
                span: span(Marked::Value(member.pointer.clone())),
            });
            self.value(&member, below);
        }
    }

    /// The lines that a look at an object falls on first.
    fn head(&self, node: &Node<'_>) -> Vec<usize> {
        let line = |pointer: &Pointer| {
            let span = self.sources.span(&Marked::Key(pointer.clone()));
            self.sources.line_column(span.file, span.bytes.start).line - 1
        };
        let first = node.entries().next().map(|(_, member)| line(&member.pointer));
        std::iter::once(line(&node.pointer)).chain(first).collect()
    }
}
