//! Which schemas are components, and the key of each.

use indexmap::IndexMap;

use super::super::component_keys::{ComponentKeys, readable};
use crate::diagnostic::Sink;
use crate::source::{Node, Pointer, Sources};
use crate::swagger::Reference;

/// The keys of schemas that are referred to, by where the schema is. One place has one key,
/// whichever spelling of a `$ref` leads there.
#[derive(Debug, Default)]
pub(in super::super) struct SchemaKeys {
    keys: ComponentKeys,
    queue: Vec<(String, Pointer)>,
}

impl SchemaKeys {
    /// Gives each definition of the document its own name as the key.
    ///
    /// A definition that is nothing but a `$ref` to a schema without a name of its own (a file)
    /// is that schema: it is where the authors named it. If the schema has a name already, the
    /// definition is a second name for it.
    pub(super) fn adopt(
        &mut self,
        definitions: &IndexMap<&str, Node<'_>>,
        sources: &Sources<'_>,
        sink: &Sink,
    ) {
        self.keys.reserve(definitions.keys().copied());
        for (name, node) in definitions.iter().filter(|(_, node)| !is_bare(node)) {
            self.keys.give(node.pointer.clone(), name);
        }
        for (name, node) in definitions {
            let name = (*name).to_owned();
            let place = match Reference::read(node).filter(|_| is_bare(node)) {
                None => node.pointer.clone(),
                Some(reference) => {
                    let Some(end) = self.target(&reference, sources, sink) else { continue };
                    self.keys.give(node.pointer.clone(), &name);
                    if self.keys.get(&end).is_some() {
                        node.pointer.clone()
                    } else {
                        self.keys.give(end.clone(), &name);
                        end
                    }
                }
            };
            self.queue.push((name, place));
        }
    }

    /// The key of the schema that `reference` names; nothing, with an error, if there is none.
    pub(super) fn of_reference(
        &mut self,
        reference: &Reference,
        sources: &Sources<'_>,
        sink: &Sink,
    ) -> Option<String> {
        let target = self.target(reference, sources, sink)?;
        Some(self.of_place(&target, sources))
    }

    /// Where the schema is that `reference` names: the first place on the way that has a key or
    /// says something of its own. Where the way never comes to a schema, nothing, with an error.
    fn target(&self, reference: &Reference, sources: &Sources<'_>, sink: &Sink) -> Option<Pointer> {
        let mut target = sources.resolve(&reference.pointer, &reference.text, sink)?;
        if sources.node(&target)?.reference().is_some() {
            sources.resolve_chain(&reference.pointer, &reference.text, sink)?;
        }
        while self.keys.get(&target).is_none() {
            let node = sources.node(&target)?;
            match node.reference().filter(|_| is_bare(&node)) {
                Some(next) => target = sources.resolve(&target, next, sink)?,
                None => break,
            }
        }
        Some(target)
    }

    /// The key of the schema at `place`, which is made a component if it is none yet.
    pub(super) fn of_place(&mut self, place: &Pointer, sources: &Sources<'_>) -> String {
        if let Some(key) = self.keys.get(place) {
            return key.to_owned();
        }
        let key = self.keys.make(place, readable(place, sources));
        self.queue.push((key.clone(), place.clone()));
        key
    }

    /// The schemas that are to be upgraded, in that order, and that nobody was told of yet.
    pub(super) fn waiting(&mut self) -> Vec<(String, Pointer)> {
        std::mem::take(&mut self.queue)
    }

    /// The same keys, and nothing that waits.
    pub(super) fn apart(&mut self) -> Self {
        Self { keys: self.keys.apart(), queue: Vec::new() }
    }

    /// Gives keys to the places that were given some apart. Says whether they are the same.
    pub(super) fn agrees(&mut self, share: &Self, sources: &Sources<'_>) -> bool {
        share.keys.own().all(|(place, key)| self.of_place(place, sources) == *key)
    }
}

/// Whether a schema is a reference and nothing else.
fn is_bare(node: &Node<'_>) -> bool {
    node.reference().is_some() && node.value.as_object().is_some_and(|members| members.len() == 1)
}
