//! Positions in JSON (RFC 8259).
//!
//! The text has been parsed before, so that this only has to find its way, not to judge it.

use std::borrow::Cow;
use std::ops::Range;

use super::{Builder, Content, Positions};

/// Reads one value, or the part of it before a limit.
pub(super) fn scan(text: &str, most: usize) -> Positions {
    let mut builder = Builder::new(most);
    let _ = read(text, &mut builder);
    builder.positions
}

fn read(text: &str, builder: &mut Builder) -> Option<()> {
    let mut cursor = Cursor { text, at: 0 };
    loop {
        cursor.skip(|byte| byte.is_ascii_whitespace() || byte == b',' || byte == b':');
        let start = cursor.at;
        match cursor.peek()? {
            b'{' => {
                cursor.at += 1;
                builder.open(start..cursor.at, Content::Object(Vec::new()))?;
            }
            b'[' => {
                cursor.at += 1;
                builder.open(start..cursor.at, Content::Array(Vec::new()))?;
            }
            b'}' | b']' => {
                cursor.at += 1;
                builder.close(cursor.at);
            }
            b'"' => {
                let bytes = cursor.string()?;
                if builder.wants_key() {
                    builder.key(&unescaped(text.get(bytes.clone())?), bytes);
                } else {
                    builder.add(bytes, Content::Scalar)?;
                }
            }
            _ => {
                cursor.skip(|byte| !byte.is_ascii_whitespace() && !b",:]}".contains(&byte));
                builder.add(start..cursor.at, Content::Scalar)?;
            }
        }
        if builder.open.is_empty() {
            return Some(());
        }
    }
}

struct Cursor<'t> {
    text: &'t str,
    at: usize,
}

impl Cursor<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip(&mut self, skipped: impl Fn(u8) -> bool) {
        while self.peek().is_some_and(&skipped) {
            self.at += 1;
        }
    }

    /// A string with its quotes.
    fn string(&mut self) -> Option<Range<usize>> {
        let start = self.at;
        self.at += 1;
        loop {
            self.skip(|byte| byte != b'"' && byte != b'\\');
            match self.peek()? {
                b'"' => break,
                _ => self.at += 2,
            }
        }
        self.at += 1;
        Some(start..self.at)
    }
}

/// The key that a quoted string spells.
fn unescaped(quoted: &str) -> Cow<'_, str> {
    if quoted.contains('\\') {
        return serde_json::from_str(quoted).map_or(Cow::Borrowed(quoted), Cow::Owned);
    }
    Cow::Borrowed(quoted.trim_matches('"'))
}
