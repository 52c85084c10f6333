//! Regular expressions of documents, which are those of ECMA-262, for the engines of Rust.
//!
//! The generated code compiles what was tried here: with the same engines, and the same features of them.

mod translate;

#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::{Arc, OnceLock};

/// A `pattern`, as a document has it. It is translated and tried when somebody asks what it means.
#[derive(Clone)]
pub struct Pattern {
    text: String,
    meaning: Arc<OnceLock<Option<Meaning>>>,
}

/// What a pattern means to an engine.
#[derive(Debug, Clone)]
pub struct Meaning {
    /// The expression in the syntax of the engine.
    pub regex: String,
    engine: Engine,
}

#[derive(Debug, Clone)]
enum Engine {
    /// Takes time linear in the text.
    Linear(regex::Regex),
    /// Knows look-around and back-references, and may give up.
    LookAround(Box<fancy_regex::Regex>),
}

impl Pattern {
    /// A pattern of a document.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), meaning: Arc::default() }
    }

    /// As the document has it.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// What it means; nothing where it is no regular expression, or asks too much of an engine.
    pub fn meaning(&self) -> Option<&Meaning> {
        self.meaning.get_or_init(|| Meaning::of(&translate::translate(&self.text)?)).as_ref()
    }
}

impl Meaning {
    fn of(regex: &str) -> Option<Self> {
        let linear = || regex::Regex::new(regex).ok().map(Engine::Linear);
        let look_around =
            || fancy_regex::Regex::new(regex).ok().map(|regex| Engine::LookAround(regex.into()));
        linear().or_else(look_around).map(|engine| Self { regex: regex.to_owned(), engine })
    }

    /// Whether it has look-around or back-references.
    pub fn looks_around(&self) -> bool {
        matches!(self.engine, Engine::LookAround(_))
    }

    /// Whether a text has a match in it.
    pub fn matches(&self, text: &str) -> bool {
        match &self.engine {
            Engine::Linear(regex) => regex.is_match(text),
            Engine::LookAround(regex) => regex.is_match(text).unwrap_or(false),
        }
    }
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text.fmt(f)
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
