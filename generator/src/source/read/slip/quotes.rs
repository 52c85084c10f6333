//! Quotes that are not closed: they swallow all lines up to the next quote.

use super::lines::{Line, Lines};
use super::{Repair, Slip};

/// How far up such a quote is looked for.
const LINES: usize = 5_000;

/// Closes each quote that is open at the end of its line, or closed by what looks like the opening
/// one of the next text, wherever on the line that may have been meant.
pub(super) fn repairs(lines: &Lines<'_>) -> impl Iterator<Item = Repair> {
    lines.upwards(LINES).filter_map(|line| Some((line, unclosed(line.text)?))).flat_map(|(line, at)| {
        let quote = line.text.get(at..=at).unwrap_or_default();
        ends(line, at).map(move |end| Repair {
            replaced: line.start + end..line.start + end,
            by: quote.to_owned(),
            slip: Slip {
                bytes: line.start + at..line.start + end,
                words: "this quote is not closed",
                help: format!("write `{}{quote}`", line.text.get(at..end).unwrap_or_default()),
            },
        })
    })
}

/// Where a text that is quoted from `at` on may end: before punctuation, or with the line.
fn ends(line: Line<'_>, at: usize) -> impl Iterator<Item = usize> {
    let text = line.text;
    let rest = text.get(at..).unwrap_or_default();
    let before = rest.char_indices().filter(|(_, c)| matches!(c, ',' | ':' | ']' | '}'));
    let mut ends: Vec<usize> = before.map(|(offset, _)| at + offset).filter(|end| *end > at + 1).collect();
    ends.extend(rest.find(" #").map(|offset| at + offset));
    ends.push(text.trim_end().len());
    // With the line first: a text may well have punctuation in it.
    ends.into_iter().rev().take(8)
}

/// The byte of a line at which a quote opens that nothing on the line closes.
fn unclosed(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    // Whether a quote would open a text here, and not be a letter of one.
    let mut fresh = true;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' | b'\'' if fresh => {
                let Some(end) = closing(bytes, at) else { return Some(at) };
                match bytes.get(end + 1) {
                    None | Some(b' ' | b',' | b':' | b']' | b'}' | b'\t') => at = end,
                    Some(_) => return Some(at),
                }
                fresh = false;
            }
            b'#' if fresh && at > 0 => return None,
            b' ' => {
                fresh |= matches!(at.checked_sub(1).and_then(|at| bytes.get(at)), Some(b':' | b'-' | b' '))
            }
            b'[' | b'{' | b',' => fresh = true,
            _ => fresh = false,
        }
        at += 1;
    }
    None
}

/// The byte of the quote that closes the one at `at`.
fn closing(bytes: &[u8], at: usize) -> Option<usize> {
    let quote = *bytes.get(at)?;
    let mut end = at + 1;
    loop {
        match *bytes.get(end)? {
            b'\\' if quote == b'"' => end += 1,
            byte if byte == quote && quote == b'\'' && bytes.get(end + 1) == Some(&quote) => end += 1,
            byte if byte == quote => return Some(end),
            _ => {}
        }
        end += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::unclosed;

    #[test]
    fn quotes_are_told_from_apostrophes() {
        assert_eq!(unclosed("a: \"b"), Some(3));
        assert_eq!(unclosed("a: it's, isn't it"), None);
        assert_eq!(unclosed("a: \"b \\\" c\"  # it's"), None);
        assert_eq!(unclosed("- 'it''s' "), None);
        assert_eq!(unclosed("[\"a\", \"b]"), Some(6));
        assert_eq!(unclosed("\"a: \"b\""), Some(0));
    }
}
