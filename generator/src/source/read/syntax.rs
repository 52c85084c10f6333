//! The parsers' errors, with their places as bytes and without them in the words.

use std::ops::Range;

use super::tree::Reading;
use super::{Fault, ParseError, slip};

pub(super) fn json_error(text: &str, error: &serde_json::Error, reading: &Reading) -> ParseError {
    let words = error.to_string();
    let words = words.split(" at line ").next().unwrap_or_default();
    let fault = reading.fault().unwrap_or_else(|| match words {
        "recursion limit exceeded" => Fault::Depth,
        words => Fault::Syntax(words.to_owned()),
    });
    let bytes = character(text, json_offset(text, error));
    ParseError { fault, bytes, context: None, help: None }
}

/// serde_json counts lines from 1 and columns in bytes, the one after what it has consumed.
fn json_offset(text: &str, error: &serde_json::Error) -> usize {
    let line_start =
        text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum::<usize>();
    (line_start + error.column().saturating_sub(1)).min(text.len())
}

pub(super) fn yaml_error(text: &str, error: &serde_yaml::Error, reading: &Reading) -> ParseError {
    let words = error.to_string();
    let mut clauses = words.split(", ").filter_map(Clause::parse);
    let fault = reading.fault().unwrap_or_else(|| match words.split(" at line ").next() {
        Some("recursion limit exceeded") => Fault::Depth,
        Some("repetition limit exceeded") => Fault::Aliases,
        _ => Fault::Syntax(clauses.next().map_or_else(|| words.clone(), |clause| clause.words.to_owned())),
    });
    let at = unreadable_at(&words).unwrap_or_else(|| yaml_offset(text, error));
    if let Fault::Syntax(words) = &fault
        && let Some(slip) = slip::find(text, at)
    {
        let context = Some((character(text, at), words.clone()));
        return ParseError {
            fault: Fault::Syntax(slip.words.to_owned()),
            bytes: slip.bytes,
            context,
            help: Some(slip.help),
        };
    }
    let context = clauses
        .next()
        .map(|clause| (character(text, clause.offset(text)), clause.words.to_owned()))
        .filter(|(bytes, _)| bytes.start != at);
    ParseError { fault, bytes: character(text, at), context, help: None }
}

/// libyaml counts bytes, whatever it calls them. Of a tab it names the place behind.
fn yaml_offset(text: &str, error: &serde_yaml::Error) -> usize {
    let at = error.location().map_or(text.len(), |location| location.index());
    let behind_tab = text.get(..at).is_some_and(|before| before.ends_with('\t'));
    if behind_tab && error.to_string().contains("found a tab character") { at - 1 } else { at }
}

/// `control characters are not allowed at position 3`: the byte that is no text, before any line
/// is known.
fn unreadable_at(words: &str) -> Option<usize> {
    words.rsplit_once(" at position ")?.1.parse().ok()
}

/// `did not find expected key at line 3 column 1`: one half of what libyaml says.
struct Clause<'a> {
    words: &'a str,
    line: usize,
    column: usize,
}

impl<'a> Clause<'a> {
    fn parse(clause: &'a str) -> Option<Self> {
        let (words, place) = clause.rsplit_once(" at line ")?;
        let (line, column) = place.split_once(" column ")?;
        Some(Self { words, line: line.parse().ok()?, column: column.parse().ok()? })
    }

    fn offset(&self, text: &str) -> usize {
        let start: usize = text.split_inclusive('\n').take(self.line.saturating_sub(1)).map(str::len).sum();
        let line = text.get(start..).unwrap_or_default();
        start + byte_offset(line, self.column.saturating_sub(1))
    }
}

/// The byte where the character with this number begins.
pub(super) fn byte_offset(text: &str, characters: usize) -> usize {
    text.char_indices().nth(characters).map_or(text.len(), |(byte, _)| byte)
}

/// The bytes of the one character at, or the last one before, an offset.
pub(super) fn character(text: &str, at: usize) -> Range<usize> {
    let mut start = at.min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    // A line break is pointed at, not underlined.
    let next = text.get(start..).and_then(|rest| rest.chars().next()).filter(|c| !c.is_control());
    let width = next.map_or(0, char::len_utf8);
    start..start + width
}
