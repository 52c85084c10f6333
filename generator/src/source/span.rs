//! From pointers to bytes, lines and columns: what diagnostics print.

use std::borrow::Cow;
use std::ops::Range;

use super::line_index::{LineColumn, LineIndex};
use super::positions::{Found, Positions};
use super::{FileId, Pointer, Sources};
use crate::diagnostic::{Place, nearest};

/// Bytes of a file's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// The bytes of [`Sources::text`].
    pub bytes: Range<usize>,
}

impl Sources<'_> {
    /// The bytes to underline for a place. A value that is not in the text is where the nearest
    /// value around it is; one that an overlay put in is where the overlay has it.
    pub fn span(&self, place: &Place) -> Span {
        match place {
            Place::File(file) => Span { file: *file, bytes: 0..0 },
            Place::Bytes(file, bytes) => Span { file: *file, bytes: bytes.clone() },
            Place::Key(pointer) => self.pointed(pointer, key_or_value),
            Place::Value(pointer) => self.pointed(pointer, value_or_key),
            Place::Missing(pointer) => self.lacking(pointer),
            Place::Line(pointer, line) => {
                self.pointed(pointer, |found, text| line_or_value(found, text, *line))
            }
        }
    }

    /// The line and column of a byte of a file.
    pub fn line_column(&self, file: FileId, byte: usize) -> LineColumn {
        let file = self.file(file);
        file.lines.get_or_init(|| LineIndex::new(&file.text)).place(&file.text, byte)
    }

    /// Every place in which the key of a member stands; more than one if it is a duplicate.
    pub(super) fn key_occurrences(&self, pointer: &Pointer) -> Vec<Range<usize>> {
        self.positions(pointer.file)
            .map(|positions| positions.occurrences(pointer.tokens().collect::<Vec<Cow<'_, str>>>()))
            .unwrap_or_default()
    }

    /// The line in a file of YAML that ends its first document.
    pub(super) fn end_of_document(&self, file: FileId) -> Option<Range<usize>> {
        let start = self.positions(file)?.find(std::iter::empty())?.value.start;
        // Within a document no line can begin like this.
        let marker = self.text(file).get(start..)?.find("\n---")? + start + 1;
        Some(marker..marker + "---".len())
    }

    /// Where a member should be: where it is, or what was likely meant to be it, or the object.
    fn lacking(&self, pointer: &Pointer) -> Span {
        let object = pointer.parent().filter(|_| self.node(pointer).is_none());
        let Some(object) = object else { return self.pointed(pointer, value_or_key) };
        let name = pointer.last().unwrap_or_default();
        let mut keys = self.node(&object).into_iter().flat_map(|object| object.entries()).map(|(key, _)| key);
        let likely = keys.find(|key| nearest(key, [name.as_ref()]).is_some());
        match likely {
            Some(key) => self.pointed(&object.child(key), key_or_value),
            None => self.pointed(&object, value_or_key),
        }
    }

    fn pointed(&self, pointer: &Pointer, choose: impl FnOnce(Found, &str) -> Range<usize>) -> Span {
        let pointer = &self.written(pointer);
        let file = pointer.file;
        let found = self.positions(file).and_then(|positions| positions.find(pointer.tokens()));
        Span { file, bytes: found.map_or(0..0, |found| choose(found, self.text(file))) }
    }

    /// Where a value was written: here, or in an overlay.
    fn written(&self, pointer: &Pointer) -> Pointer {
        match self.file(pointer.file).content.get() {
            Some(content) => content.edits.origin(pointer.file, pointer.path()),
            None => pointer.clone(),
        }
    }

    fn positions(&self, file: FileId) -> Option<&Positions> {
        let file = self.file(file);
        let syntax = file.syntax?;
        Some(file.positions.get_or_init(|| Positions::new(&file.text, syntax, self.limits.nodes)))
    }
}

/// An element of an array has no key.
fn key_or_value(found: Found, text: &str) -> Range<usize> {
    found.key.clone().unwrap_or_else(|| value_or_key(found, text))
}

/// A line of a block of text; the lines behind a `|` are counted.
fn line_or_value(found: Found, text: &str, line: usize) -> Range<usize> {
    let head = text.get(..found.value.start).unwrap_or_default().trim_end();
    if head.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+')).ends_with('|') {
        let mut start = head.len();
        let block = text.get(start..found.value.end).unwrap_or_default();
        for (number, written) in block.split_inclusive('\n').enumerate() {
            let content = written.trim();
            if number == line && !content.is_empty() {
                start += written.len() - written.trim_start().len();
                return start..start + content.len();
            }
            start += written.len();
        }
    }
    value_or_key(found, text)
}

/// A value on one line is underlined itself. One that is empty, or that goes on over lines, is
/// better known by its key; without a key, by its first line.
fn value_or_key(found: Found, text: &str) -> Range<usize> {
    let value = text.get(found.value.clone()).unwrap_or_default();
    match (value.lines().next(), found.key) {
        (None, Some(key)) => key,
        (Some(first), Some(key)) if first.len() < value.len() => key,
        (Some(first), _) => found.value.start..found.value.start + first.len(),
        (None, None) => found.value,
    }
}
