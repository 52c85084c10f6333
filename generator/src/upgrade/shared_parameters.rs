//! Parameters that a `$ref` leads to: each is one component, however many operations refer to it.

use indexmap::IndexMap;
use openapiv3::{Parameter, ReferenceOr};

use super::component_keys::{ComponentKeys, readable};
use super::extensions::parameter_reference;
use super::follow;
use crate::source::{Pointer, Sources};

/// The entries of `components.parameters`, by where each is written.
#[derive(Debug, Default)]
pub(crate) struct SharedParameters {
    keys: ComponentKeys,
    made: IndexMap<String, ReferenceOr<Parameter>>,
}

impl SharedParameters {
    /// The reference to what was made of the parameter at `place`, if that was.
    pub(crate) fn reference(&self, place: &Pointer) -> Option<ReferenceOr<Parameter>> {
        let key = self.keys.get(place).filter(|key| self.made.contains_key(*key))?;
        Some(ReferenceOr::Reference { reference: parameter_reference(key) })
    }

    /// A parameter, or what it refers to.
    pub(crate) fn followed<'p>(&'p self, parameter: &'p ReferenceOr<Parameter>) -> Option<&'p Parameter> {
        follow(parameter, "", "parameters", |key| self.made.get(key)).map(|(parameter, _)| parameter)
    }

    /// The key that the parameter at `place` is to have.
    pub(crate) fn key(&mut self, place: &Pointer, sources: &Sources<'_>) -> String {
        match self.keys.get(place) {
            Some(key) => key.to_owned(),
            None => self.keys.make(place, legal(&readable(place, sources))),
        }
    }

    /// Adds what was made of the parameter with that key.
    pub(crate) fn insert(&mut self, key: String, made: Parameter) {
        self.made.insert(key, ReferenceOr::Item(made));
    }

    /// The same keys, and no parameters.
    pub(crate) fn apart(&mut self) -> Self {
        Self { keys: self.keys.apart(), ..Self::default() }
    }

    /// Gives keys to the parameters that were given some apart. Says whether they are the same.
    pub(crate) fn agrees(&mut self, share: &Self, sources: &Sources<'_>) -> bool {
        share.keys.own().all(|(place, key)| self.key(place, sources) == *key)
    }

    /// Adds a share that agrees. A parameter that several shares refer to was made by each.
    pub(crate) fn join(&mut self, share: Self) {
        for (key, made) in share.made {
            self.made.entry(key).or_insert(made);
        }
    }

    /// All that were made.
    pub(crate) fn take(&mut self) -> IndexMap<String, ReferenceOr<Parameter>> {
        std::mem::take(&mut self.made)
    }
}

/// OpenAPI 3, Components Object: letters, digits, `.`, `-` and `_`.
fn legal(key: &str) -> String {
    let is_legal = |char: char| char.is_ascii_alphanumeric() || ".-_".contains(char);
    key.chars().map(|char| if is_legal(char) { char } else { '_' }).collect()
}
