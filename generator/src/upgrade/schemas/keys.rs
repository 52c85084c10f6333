//! Which schemas are components, and the key of each.

use std::collections::{HashMap, HashSet, VecDeque};

use indexmap::IndexMap;

use crate::diagnostic::Sink;
use crate::source::{Node, Pointer, Sources};
use crate::swagger::Reference;

/// The keys of schemas that are referred to, by where the schema is. One place has one key,
/// whichever spelling of a `$ref` leads there.
#[derive(Debug, Default)]
pub(super) struct SchemaKeys {
    keys: HashMap<Pointer, String>,
    taken: HashSet<String>,
    queue: VecDeque<(String, Pointer)>,
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
        self.taken.extend(definitions.keys().map(|name| (*name).to_owned()));
        for (name, node) in definitions.iter().filter(|(_, node)| !is_bare(node)) {
            self.keys.insert(node.pointer.clone(), (*name).to_owned());
        }
        for (name, node) in definitions {
            let name = (*name).to_owned();
            let place = match Reference::read(node).filter(|_| is_bare(node)) {
                None => node.pointer.clone(),
                Some(reference) => {
                    let Some(end) = self.target(&reference, sources, sink) else { continue };
                    self.keys.insert(node.pointer.clone(), name.clone());
                    if self.keys.contains_key(&end) {
                        node.pointer.clone()
                    } else {
                        self.keys.insert(end.clone(), name.clone());
                        end
                    }
                }
            };
            self.queue.push_back((name, place));
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
        while !self.keys.contains_key(&target) {
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
            return key.clone();
        }
        let key = self.free_key(readable(place, sources));
        self.keys.insert(place.clone(), key.clone());
        self.queue.push_back((key.clone(), place.clone()));
        key
    }

    /// A schema whose turn it is to be upgraded.
    pub(super) fn next(&mut self) -> Option<(String, Pointer)> {
        self.queue.pop_front()
    }

    fn free_key(&mut self, wanted: String) -> String {
        let mut key = wanted.clone();
        let mut count = 1;
        while !self.taken.insert(key.clone()) {
            count += 1;
            key = format!("{wanted}_{count}");
        }
        key
    }
}

/// Whether a schema is a reference and nothing else.
fn is_bare(node: &Node<'_>) -> bool {
    node.reference().is_some() && node.value.as_object().is_some_and(|members| members.len() == 1)
}

/// A name for the schema at `place`, made of the keys on the way there that people chose, or of
/// the file's name: `definitions/error.yaml` is `error`, `#/definitions/Pet/properties/tag` is
/// `Pet_tag`, `#/responses/NotFound/schema` is `NotFound`.
fn readable(place: &Pointer, sources: &Sources<'_>) -> String {
    let tokens = place.tokens();
    let is_media_type = |token: &str| token.find('/').is_some_and(|slash| slash > 0);
    let chosen = tokens.filter(|token| !STRUCTURE.contains(&token.as_ref()) && !is_media_type(token));
    let chosen: Vec<String> = chosen.map(|token| spelled(&token)).collect();
    if chosen.is_empty() { stem(sources.name(place.file)).to_owned() } else { chosen.join("_") }
}

/// Keys of the specification that lead to schemas.
const STRUCTURE: &[&str] = &[
    "definitions",
    "properties",
    "items",
    "additionalProperties",
    "allOf",
    "schema",
    "schemas",
    "components",
    "paths",
    "parameters",
    "responses",
    "requestBodies",
    "headers",
    "content",
];

/// A path without its punctuation, other keys as they are.
fn spelled(token: &str) -> String {
    if !token.starts_with('/') {
        return token.to_owned();
    }
    let words = token.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("_")
}

fn stem(name: &str) -> &str {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.rsplit_once('.').map_or(file, |(stem, _)| if stem.is_empty() { file } else { stem })
}
