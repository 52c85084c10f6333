//! The names of components: what the upgraded document refers to, made from what is anywhere.

use std::collections::HashSet;
use std::sync::Arc;

use foldhash::fast::RandomState;
use indexmap::IndexMap;

use crate::source::{Pointer, Sources};

/// The keys of one kind of components, by where each is written. One place has one key, whichever
/// spelling of a `$ref` leads there.
#[derive(Debug, Default)]
pub(super) struct ComponentKeys {
    /// Those that were known when the last share began, which all shares look at.
    before: Arc<Keys>,
    own: Keys,
}

#[derive(Debug, Clone, Default)]
struct Keys {
    /// In the order in which they were given.
    keys: IndexMap<Pointer, String, RandomState>,
    taken: HashSet<String>,
}

impl ComponentKeys {
    /// Keeps keys for places that will be given them.
    pub(super) fn reserve<'k>(&mut self, keys: impl Iterator<Item = &'k str>) {
        self.own.taken.extend(keys.map(str::to_owned));
    }

    /// Gives a place a key that was reserved.
    pub(super) fn give(&mut self, place: Pointer, key: &str) {
        self.own.keys.insert(place, key.to_owned());
    }

    /// The key of a place, if it has one.
    pub(super) fn get(&self, place: &Pointer) -> Option<&str> {
        self.own.keys.get(place).or_else(|| self.before.keys.get(place)).map(String::as_str)
    }

    /// Gives a place a key that no other one has, `wanted` if that is free.
    pub(super) fn make(&mut self, place: &Pointer, wanted: String) -> String {
        let mut key = wanted.clone();
        let mut count = 1;
        while self.before.taken.contains(&key) || !self.own.taken.insert(key.clone()) {
            count += 1;
            key = format!("{wanted}_{count}");
        }
        self.own.keys.insert(place.clone(), key.clone());
        key
    }

    /// Those that were given since the share began, in that order.
    pub(super) fn own(&self) -> impl Iterator<Item = (&Pointer, &String)> {
        self.own.keys.iter()
    }

    /// The keys as they are now, to which a share adds its own.
    pub(super) fn apart(&mut self) -> Self {
        let Keys { keys, taken } = std::mem::take(&mut self.own);
        if !(keys.is_empty() && taken.is_empty()) {
            // Nobody looks at the others any more, so that they are not copied.
            let before = Arc::make_mut(&mut self.before);
            before.keys.extend(keys);
            before.taken.extend(taken);
        }
        Self { before: Arc::clone(&self.before), own: Keys::default() }
    }
}

/// A name for what is at `place`, made of the keys on the way there that people chose, or of
/// the file's name: `definitions/error.yaml` is `error`, `#/definitions/Pet/properties/tag` is
/// `Pet_tag`, `#/responses/NotFound/schema` is `NotFound`.
pub(super) fn readable(place: &Pointer, sources: &Sources<'_>) -> String {
    let tokens = place.tokens();
    let is_media_type = |token: &str| token.find('/').is_some_and(|slash| slash > 0);
    let chosen = tokens.filter(|token| !STRUCTURE.contains(&token.as_ref()) && !is_media_type(token));
    let chosen: Vec<String> = chosen.map(|token| spelled(&token)).collect();
    if chosen.is_empty() { stem(sources.name(place.file)).to_owned() } else { chosen.join("_") }
}

/// Keys of the specification that lead to components.
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
