//! Which member of a JSON text an error is about.
//!
//! serde_json knows the line and the column where it gave up. Walking the text up to there gives the
//! JSON Pointer (RFC 6901), and costs nothing while all is well.

use std::ops::Range;

/// An array or object that is open at some place in the text.
enum Open {
    Array(usize),
    /// With the quoted name of the member, once it has been read.
    Object(Option<Range<usize>>),
}

/// The pointer to the value that ends at the given place, or that holds it.
pub(super) fn pointer_at(json: &[u8], line: usize, column: usize) -> String {
    pointer_within(json, index_of(json, line, column))
}

/// The pointer to the member that ends at the given place. For an error about a member that has been read,
/// serde_json is behind its object where that ends there.
pub(super) fn pointer_to_last(json: &[u8], line: usize, column: usize) -> String {
    let end = index_of(json, line, column);
    let is_behind = json[..end].ends_with(b"}");
    pointer_within(json, end - usize::from(is_behind))
}

/// The pointer to the value that starts at the given place.
pub(super) fn pointer_to_value(json: &[u8], start: usize) -> String {
    pointer_within(json, start.min(json.len()))
}

fn index_of(json: &[u8], line: usize, column: usize) -> usize {
    let start = match line.checked_sub(2) {
        None => 0,
        Some(nth) => newlines(json).nth(nth).map_or(0, |newline| newline + 1),
    };
    start.saturating_add(column).min(json.len())
}

/// The line of a byte, and its column in bytes, both from 1.
pub(super) fn line_and_column(json: &[u8], index: usize) -> (usize, usize) {
    let before = json.get(..index).unwrap_or(json);
    let start = newlines(before).last().map_or(0, |newline| newline + 1);
    (1 + newlines(before).count(), 1 + before.len() - start)
}

fn pointer_within(json: &[u8], end: usize) -> String {
    let mut pointer = String::new();
    for open in open_at(json, end) {
        match open {
            Open::Array(index) => push_token(&mut pointer, &index.to_string()),
            Open::Object(Some(name)) => push_token(&mut pointer, &member_name(json, name)),
            Open::Object(None) => {}
        }
    }
    pointer
}

/// The pointer to a member of the whole.
#[cfg(feature = "server")]
pub(crate) fn pointer_to(member: &str) -> String {
    let mut pointer = String::new();
    push_token(&mut pointer, member);
    pointer
}

/// Adds a reference token, escaped as RFC 6901 section 3 says.
pub(crate) fn push_token(pointer: &mut String, token: &str) {
    pointer.push('/');
    for character in token.chars() {
        match character {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            _ => pointer.push(character),
        }
    }
}

fn newlines(json: &[u8]) -> impl Iterator<Item = usize> + '_ {
    json.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(index, _)| index)
}

fn open_at(json: &[u8], end: usize) -> Vec<Open> {
    let mut stack = Vec::new();
    let mut index = 0;
    while let Some(byte) = json.get(index).filter(|_| index < end) {
        match byte {
            b'"' => {
                let text = index..end_of_string(json, index);
                index = text.end;
                if let Some(Open::Object(name @ None)) = stack.last_mut() {
                    *name = Some(text);
                }
                continue;
            }
            b'{' => stack.push(Open::Object(None)),
            b'[' => stack.push(Open::Array(0)),
            b'}' | b']' => drop(stack.pop()),
            b',' => match stack.last_mut() {
                Some(Open::Array(element)) => *element += 1,
                Some(Open::Object(name)) => *name = None,
                None => {}
            },
            _ => {}
        }
        index += 1;
    }
    stack
}

/// The place after the quote that closes the string.
fn end_of_string(json: &[u8], start: usize) -> usize {
    let mut index = start + 1;
    while let Some(byte) = json.get(index) {
        match byte {
            b'"' => return index + 1,
            b'\\' => index += 2,
            _ => index += 1,
        }
    }
    json.len()
}

fn member_name(json: &[u8], quoted: Range<usize>) -> String {
    let quoted = json.get(quoted).unwrap_or_default();
    serde_json::from_slice(quoted).unwrap_or_else(|_| String::from_utf8_lossy(quoted).into_owned())
}
