//! The path of a request, written as its arguments come.

use crate::runtime::percent::push_literal;
use crate::runtime::template::first_parameter;
use crate::runtime::{EncodeError, Location, Metadata};

/// What is said for an argument that is missing or has no text.
const EMPTY: &str = "a path argument can't be empty";

/// The path of a request. Arguments mostly come in the order of the template: those are written where they
/// go at once, and others are kept for their turn.
pub(super) struct Path {
    text: String,
    /// What of the template is not written yet.
    rest: &'static str,
    /// The last parameter of the segment that is being written, if it has any.
    within: Option<&'static str>,
    early: Vec<(&'static str, String)>,
    failure: Option<EncodeError>,
}

impl Path {
    /// Starts the path of an operation.
    pub(super) fn new(metadata: &Metadata) -> Self {
        let Metadata { base_path, path, .. } = *metadata;
        // Arguments are mostly not much longer than their names.
        let mut text = String::with_capacity(base_path.len() + path.len() + 32);
        push_literal(&mut text, base_path);
        Self { text, rest: path, within: None, early: Vec::new(), failure: None }
    }

    /// Adds an argument, which `write` encodes.
    pub(super) fn argument(
        &mut self,
        name: &'static str,
        write: impl FnOnce(&mut String) -> Result<(), &'static str>,
    ) -> Result<(), &'static str> {
        match first_parameter(self.rest) {
            // One that the template has twice is needed again.
            Some((literal, next, rest)) if next == name && !has_parameter(rest, name) => {
                self.enter(literal, name, rest);
                let start = self.text.len();
                write(&mut self.text)?;
                if self.text.len() == start {
                    self.fail(name, EMPTY);
                }
            }
            _ => {
                let mut text = String::new();
                write(&mut text)?;
                self.early.push((name, text));
            }
        }
        Ok(())
    }

    /// The whole path, once all arguments are there.
    pub(super) fn end(&mut self) -> Result<String, EncodeError> {
        while let Some((literal, name, rest)) = first_parameter(self.rest) {
            self.enter(literal, name, rest);
            match self.early.iter().find(|(known, _)| *known == name) {
                Some((_, text)) if !text.is_empty() => self.text.push_str(text),
                _ => self.fail(name, EMPTY),
            }
        }
        self.literal(self.rest);
        self.leave_segment();
        self.failure.take().map_or_else(|| Ok(std::mem::take(&mut self.text)), Err)
    }

    /// Goes on to the next parameter.
    fn enter(&mut self, literal: &'static str, name: &'static str, rest: &'static str) {
        self.literal(literal);
        (self.within, self.rest) = (Some(name), rest);
    }

    fn literal(&mut self, literal: &'static str) {
        let end = literal.bytes().position(|byte| byte == b'/');
        let (inside, behind) = end.and_then(|end| literal.split_at_checked(end)).unwrap_or((literal, ""));
        push_literal(&mut self.text, inside);
        if end.is_some() {
            self.leave_segment();
            push_literal(&mut self.text, behind);
        }
    }

    /// RFC 3986 section 5.2.4 removes dot segments, encoded ones too (section 6.2.2.2).
    fn leave_segment(&mut self) {
        if let Some(name) = self.within.take()
            && (self.text.ends_with("/.") || self.text.ends_with("/.."))
        {
            self.fail(name, "a path segment can't be `.` or `..`");
        }
    }

    /// The first in the order of the template is what the path ends with.
    fn fail(&mut self, name: &'static str, reason: &'static str) {
        self.failure.get_or_insert_with(|| EncodeError::new(Location::Path, name, reason));
    }
}

fn has_parameter(mut template: &str, name: &str) -> bool {
    while let Some((_, next, rest)) = first_parameter(template) {
        if next == name {
            return true;
        }
        template = rest;
    }
    false
}
