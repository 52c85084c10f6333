//! Brackets that are not closed: what follows is no list and no object in one line any more.

use super::lines::Lines;
use super::{Repair, Slip};

const LINES: usize = 200;

/// Closes what is open at the end of each line.
pub(super) fn repairs(lines: &Lines<'_>) -> impl Iterator<Item = Repair> {
    lines.upwards(LINES).filter_map(|line| {
        let (at, closing) = unclosed(line.text)?;
        let end = line.text.trim_end().len();
        let written = line.text.get(at..end).unwrap_or_default();
        Some(Repair {
            replaced: line.start + end..line.start + end,
            slip: Slip {
                bytes: line.start + at..line.start + end,
                words: "this bracket is not closed",
                help: format!("close it: `{written}{closing}`"),
            },
            by: closing,
        })
    })
}

/// The byte of the first bracket that nothing on its line closes, and what would close all of them.
fn unclosed(text: &str) -> Option<(usize, String)> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut quote = None;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        match c {
            _ if quote == Some(c) => quote = None,
            _ if quote.is_some() => {}
            '"' | '\'' if " [{,".contains(before) => quote = Some(c),
            '[' | '{' if !open.is_empty() || " [{,".contains(before) => {
                open.push((at, if c == '[' { ']' } else { '}' }));
            }
            ']' | '}' => drop(open.pop()),
            '#' if before == ' ' => break,
            _ => {}
        }
        before = c;
    }
    let (first, _) = open.first()?;
    Some((*first, open.iter().rev().map(|(_, closing)| *closing).collect()))
}
