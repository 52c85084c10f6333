//! Changes of a text by lines, and words with a slip in them.

use std::ops::Range;

use fastrand::Rng;

/// The lines of a text, with what is in front of each counted.
pub(crate) struct Lines<'t> {
    pub(crate) text: &'t str,
    pub(crate) all: Vec<&'t str>,
}

impl<'t> Lines<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, all: text.lines().collect() }
    }

    /// The line of a byte, from 0.
    pub(crate) fn of(&self, byte: usize) -> usize {
        self.text[..byte].matches('\n').count()
    }

    /// The column of a byte, in bytes.
    pub(crate) fn column(&self, byte: usize) -> usize {
        byte - self.text[..byte].rfind('\n').map_or(0, |newline| newline + 1)
    }

    /// Whether nothing but spaces and the dashes of lists is in front of a byte, so that what stands there is
    /// in block style, the first on its line.
    pub(crate) fn leads(&self, byte: usize) -> bool {
        let column = self.column(byte);
        self.text[byte - column..byte].chars().all(|c| c == ' ' || c == '-')
    }

    /// The lines of a member whose key is at a byte: its own, and those that are indented further.
    pub(crate) fn block(&self, byte: usize) -> Range<usize> {
        let (first, column) = (self.of(byte), self.column(byte));
        let goes_on = |line: &&&str| {
            let indent = line.len() - line.trim_start().len();
            line.trim().is_empty() || indent > column
        };
        let mut end = first + 1 + self.all[first + 1..].iter().take_while(goes_on).count();
        while self.all[end - 1].trim().is_empty() {
            end -= 1;
        }
        first..end
    }

    /// The text with other lines in place of some.
    pub(crate) fn with(&self, lines: Range<usize>, new: &[String]) -> String {
        let before = self.all[..lines.start].iter().copied();
        let after = self.all[lines.end..].iter().copied();
        let lines: Vec<&str> = before.chain(new.iter().map(String::as_str)).chain(after).collect();
        lines.join("\n") + "\n"
    }
}

/// The text with other bytes in place of some.
pub(crate) fn replaced(text: &str, bytes: Range<usize>, new: &str) -> String {
    [&text[..bytes.start], new, &text[bytes.end..]].concat()
}

/// A word as somebody in a hurry types it: two letters swapped, one left out, one twice.
pub(crate) fn misspelt(word: &str, rng: &mut Rng) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let places: Vec<usize> = (0..letters.len()).filter(|at| letters[*at].is_alphanumeric()).collect();
    let Some(at) = rng.choice(places) else { return word.to_owned() };
    match rng.usize(..3) {
        0 if at + 1 < letters.len() && letters[at + 1].is_alphanumeric() => letters.swap(at, at + 1),
        1 if letters.len() > 1 => drop(letters.remove(at)),
        _ => letters.insert(at, letters[at]),
    }
    letters.into_iter().collect()
}
