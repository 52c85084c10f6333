//! A guard before the YAML parser, which takes time quadratic in the depth of brackets within
//! brackets, and reads all of them before anybody can stop it.

use super::syntax::{byte_offset, character};
use super::{Fault, ParseError};

/// More brackets than this may be open at once only in text, not in structure.
const SUSPICIOUS: usize = 1_000;

/// Lets a text pass that has few brackets open at any place, which takes no time to see, or whose
/// brackets another parser, one that stops at a depth of 255, finds to be text.
pub(super) fn check(text: &str) -> Result<(), ParseError> {
    if most_open(text) <= SUSPICIOUS {
        return Ok(());
    }
    match saphyr_parser::Parser::new_from_str(text).find_map(Result::err) {
        None => Ok(()),
        Some(error) => {
            let fault = match error.info() {
                "recursion limit exceeded" => Fault::Depth,
                words => Fault::Syntax(words.to_owned()),
            };
            let at = byte_offset(text, error.marker().index());
            Err(ParseError { fault, bytes: character(text, at), context: None, help: None })
        }
    }
}

/// How many brackets are open at most, if each of them were structure.
fn most_open(text: &str) -> usize {
    let mut open = 0usize;
    let mut most = 0;
    for byte in text.bytes() {
        match byte {
            b'[' | b'{' => open += 1,
            b']' | b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        most = most.max(open);
    }
    most
}
