//! Holding values to what is asked of them, however deep.

use std::borrow::Cow;

use super::{Alternative, Keyword, Keywords};
use crate::runtime::json::push_token;
use crate::runtime::{JsonValue, Location, Violation};

/// How many violations are told: a body of a megabyte may have a million.
const MOST: usize = 100;

/// Notes what is broken.
pub(crate) struct Checker<'v> {
    violations: &'v mut Vec<Violation>,
    location: Location,
    /// The name of the parameter, or the JSON Pointer to the value that is looked at.
    name: String,
}

impl<'v> Checker<'v> {
    pub(crate) fn new(violations: &'v mut Vec<Violation>, location: Location, name: &str) -> Self {
        Self { violations, location, name: name.to_owned() }
    }

    /// Holds the texts of a parameter to what is asked of it.
    pub(crate) fn texts(&mut self, keywords: Keywords, texts: &[Cow<'_, str>]) {
        for keyword in keywords {
            match (keyword, texts) {
                (Keyword::Of(keywords), _) => self.texts(keywords(), texts),
                (Keyword::Items(keywords), _) => self.elements(keywords, texts),
                (keyword, [text]) if !keyword.allows_scalar(text) => self.note(keyword),
                (keyword, texts) if !keyword.allows_list(texts) => self.note(keyword),
                _ => {}
            }
        }
    }

    fn elements(&mut self, keywords: Keywords, texts: &[Cow<'_, str>]) {
        for (index, text) in texts.iter().enumerate() {
            for keyword in keywords.iter().filter(|keyword| !keyword.allows_scalar(text)) {
                self.note_that(keyword, || format!("{} at index {index}", keyword.demand()));
            }
        }
    }

    /// Holds a JSON value to what is asked of it.
    pub(crate) fn value(&mut self, keywords: Keywords, value: &JsonValue) {
        for keyword in keywords {
            self.keyword(keyword, value);
        }
    }

    fn keyword(&mut self, keyword: &'static Keyword, value: &JsonValue) {
        match (keyword, value) {
            (Keyword::Of(keywords), value) => self.value(keywords(), value),
            (Keyword::Items(keywords), JsonValue::Array(elements)) => {
                for (index, element) in elements.iter().enumerate() {
                    self.below(&index.to_string(), |this| this.value(keywords, element));
                }
            }
            (Keyword::Properties(properties), JsonValue::Object(members)) => {
                for (name, keywords) in *properties {
                    if let Some(member) = members.get(*name) {
                        self.below(name, |this| this.value(keywords, member));
                    }
                }
            }
            (Keyword::AdditionalProperties(known, keywords), JsonValue::Object(members)) => {
                for (name, member) in members.iter().filter(|(name, _)| !known.contains(&name.as_str())) {
                    self.below(name, |this| this.value(keywords, member));
                }
            }
            (Keyword::NoAdditionalProperties(known), JsonValue::Object(members)) => {
                for name in members.keys().filter(|name| !known.contains(&name.as_str())) {
                    self.below(name, |this| this.note(keyword));
                }
            }
            (Keyword::AnyOf(alternatives), value) if !value.is_null() => {
                self.alternatives(keyword, alternatives, value);
            }
            (Keyword::Discriminator { property, types, others }, JsonValue::Object(members)) => {
                let tag = members.get(*property).and_then(JsonValue::as_str);
                match types.iter().find(|(known, _)| Some(*known) == tag) {
                    Some((_, keywords)) => self.value(keywords, value),
                    None if others.is_empty() => self.below(property, |this| this.note(keyword)),
                    None => self.alternatives(keyword, others, value),
                }
            }
            (keyword, value) if !keyword.allows(value) => self.note(keyword),
            _ => {}
        }
    }

    /// A value is fine if it is so as one of the types; if it is not, what is wrong with it as the first
    /// of them that it is is told.
    fn alternatives(&mut self, keyword: &Keyword, alternatives: &[Alternative], value: &JsonValue) {
        let mut first = None;
        for alternative in alternatives.iter().filter(|alternative| (alternative.reads)(value)) {
            let mut violations = Vec::new();
            Checker::new(&mut violations, self.location, &self.name).value(alternative.keywords, value);
            if violations.is_empty() {
                return;
            }
            first.get_or_insert(violations);
        }
        match first {
            None => self.note(keyword),
            Some(violations) => {
                let room = MOST.saturating_sub(self.violations.len());
                self.violations.extend(violations.into_iter().take(room));
            }
        }
    }

    fn below(&mut self, token: &str, look: impl FnOnce(&mut Self)) {
        let length = self.name.len();
        push_token(&mut self.name, token);
        look(self);
        self.name.truncate(length);
    }

    fn note(&mut self, keyword: &Keyword) {
        self.note_that(keyword, || keyword.demand());
    }

    #[cold]
    fn note_that(&mut self, keyword: &Keyword, detail: impl FnOnce() -> String) {
        if self.violations.len() < MOST {
            let violation = Violation::new(self.location, self.name.clone(), detail());
            self.violations.push(violation.by(keyword));
        }
    }
}
