//! Keys without a colon, and colons without a space: to YAML, neither is a key.

use std::ops::Range;

use super::lines::{Line, Lines};
use super::{Repair, Slip};

/// How far up they are looked for: a text over several lines may follow.
const LINES: usize = 60;

/// Makes a key of the first word of each line that has none.
pub(super) fn repairs(lines: &Lines<'_>) -> impl Iterator<Item = Repair> {
    lines.upwards(LINES).filter_map(repair)
}

fn repair(line: Line<'_>) -> Option<Repair> {
    let (start, content) = line.content();
    let word = first_word(content);
    let rest = content.get(word.len()..)?;
    if word.is_empty() || rest.starts_with(": ") || rest == ":" {
        return None;
    }
    let end = start + word.len();
    Some(match rest.strip_prefix(':') {
        Some(value) => {
            let help = format!("write `{word}: {}`", excerpt(value));
            insertion(end + 1, " ", start..end + 1, "there is no space behind the colon", help)
        }
        None => {
            let value = excerpt(rest.trim_start());
            let help = format!("write `{}`", format!("{word}: {value}").trim_end());
            insertion(end, ":", start..end, "there is no colon behind the key", help)
        }
    })
}

fn insertion(at: usize, by: &str, bytes: Range<usize>, words: &'static str, help: String) -> Repair {
    Repair { replaced: at..at, by: by.to_owned(), slip: Slip { bytes, words, help } }
}

/// A key, if it is one: a quoted text, or what comes before a space or a colon.
fn first_word(content: &str) -> &str {
    let end = match content.chars().next() {
        Some(quote @ ('"' | '\'')) => content.get(1..).and_then(|rest| rest.find(quote)).map(|end| end + 2),
        _ => content.find([' ', ':']),
    };
    content.get(..end.unwrap_or(content.len())).unwrap_or_default()
}

/// A value is shown if it is short.
fn excerpt(value: &str) -> &str {
    if value.len() <= 40 { value } else { "…" }
}
