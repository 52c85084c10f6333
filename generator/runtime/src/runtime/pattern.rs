//! Regular expressions (part `pattern`), each compiled once in a process.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

use regex::Regex;

/// Whether a text has a match of a regular expression in it. That takes time linear in the text.
pub fn matches(regex: &'static str, text: &str) -> bool {
    static COMPILED: Compiled<Regex> = Compiled::new();
    COMPILED.matches(regex, |regex| Regex::new(regex).ok(), |regex| regex.is_match(text))
}

/// The regular expressions that have been asked for. Those that can't be compiled are not enforced; the
/// generator has tried each.
pub(super) struct Compiled<R>(RwLock<Option<HashMap<&'static str, Option<R>>>>);

impl<R> Compiled<R> {
    pub(super) const fn new() -> Self {
        Self(RwLock::new(None))
    }

    pub(super) fn matches(
        &self,
        regex: &'static str,
        compile: fn(&str) -> Option<R>,
        is_match: impl Fn(&R) -> bool,
    ) -> bool {
        let all = self.0.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(compiled) = all.as_ref().and_then(|all| all.get(regex)) {
            return compiled.as_ref().is_none_or(is_match);
        }
        drop(all);
        let compiled = compile(regex);
        let is_match = compiled.as_ref().is_none_or(is_match);
        self.0
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .get_or_insert_default()
            .insert(regex, compiled);
        is_match
    }
}
