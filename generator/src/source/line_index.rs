//! Which line and column a byte of a text is in, without counting from its start each time.
//!
//! Documents of some megabytes on one line exist, with thousands of findings in them.

/// A line and a column, both counted from 1; columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// The characters in front of a byte are known for every this many bytes.
const STEP: usize = 1 << 10;

/// What is known of a text beforehand.
#[derive(Debug, Default)]
pub(super) struct LineIndex {
    /// The byte at which each line but the first starts.
    starts: Vec<usize>,
    /// How many characters start in front of each [`STEP`]th byte; empty when each character is a byte.
    characters: Vec<usize>,
}

impl LineIndex {
    pub(super) fn new(text: &str) -> Self {
        let starts = text.match_indices('\n').map(|(newline, _)| newline + 1).collect();
        let mut characters = Vec::new();
        if !text.is_ascii() {
            let mut count = 0;
            for chunk in text.as_bytes().chunks(STEP) {
                characters.push(count);
                count += starting(chunk);
            }
        }
        Self { starts, characters }
    }

    /// The line and the column of a byte; behind the text, it is the end.
    pub(super) fn place(&self, text: &str, byte: usize) -> LineColumn {
        let byte = byte.min(text.len());
        let before = self.starts.partition_point(|start| *start <= byte);
        let start = before.checked_sub(1).and_then(|last| self.starts.get(last)).copied().unwrap_or_default();
        let column = self.characters_before(text, byte) - self.characters_before(text, start) + 1;
        LineColumn { line: before + 1, column }
    }

    fn characters_before(&self, text: &str, byte: usize) -> usize {
        let chunk = (byte / STEP).min(self.characters.len().saturating_sub(1));
        match self.characters.get(chunk) {
            Some(count) => {
                let rest = text.as_bytes().get(chunk * STEP..byte).unwrap_or_default();
                count + starting(rest)
            }
            None => byte,
        }
    }
}

/// How many characters start in some bytes of UTF-8: all bytes but those that go on with one.
fn starting(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_counts_as_one_would_from_the_start() {
        let texts = [
            "",
            "a\nb",
            "ü\n\nöäö\n",
            &"aé\u{1f600}\n".repeat(700),
            &"é".repeat(3_000),
            &"x\r\n".repeat(999),
        ];
        for text in texts {
            let index = LineIndex::new(text);
            for byte in (0..=text.len()).filter(|byte| text.is_char_boundary(*byte)) {
                let before = &text[..byte];
                let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
                let expected = LineColumn {
                    line: before.matches('\n').count() + 1,
                    column: before[line_start..].chars().count() + 1,
                };
                assert_eq!(index.place(text, byte), expected, "{byte} of {}", text.len());
            }
        }
    }
}
