//! A secret, and how it may look in a log: as it is, as a part of a URL or of a form, within the base64 of
//! `Basic`, or as the numbers of its bytes.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::Failure;

/// Shorter ones are in every log by accident.
const SHORTEST: usize = 8;

/// What RFC 3986 section 2.3 does not reserve stays as it is.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// What must be in no log.
#[derive(Debug)]
pub(super) struct Secret {
    /// How it looks, and how that is called.
    looks: Vec<(String, &'static str)>,
}

impl Secret {
    /// Knows all of its looks.
    pub(super) fn new(text: &str) -> Result<Self, Failure> {
        if text.len() < SHORTEST {
            return Err(format!("a secret of fewer than {SHORTEST} bytes can't be looked for"));
        }
        let encoded = utf8_percent_encode(text, ENCODED).to_string();
        let form = encoded.replace("%20", "+");
        let mut looks = vec![
            (text.to_owned(), "as it is"),
            (encoded.to_ascii_lowercase(), "percent-encoded"),
            (form.to_ascii_lowercase(), "as in a form"),
            (format!("{:?}", text.as_bytes()).replace(['[', ']'], ""), "as numbers"),
        ];
        looks.extend((0..3).map(|before| (within_base64(text, before), "in base64")));
        Ok(Self { looks })
    }

    /// How it looks in a line, if it is there.
    pub(super) fn found_in(&self, line: &str) -> Option<&'static str> {
        // Percent-encoding may have digits of either case.
        let lower = line.to_ascii_lowercase();
        let is_there = |look: &str| line.contains(look) || lower.contains(look);
        self.looks.iter().find(|(look, _)| is_there(look)).map(|(_, how)| *how)
    }
}

/// The digits that depend on nothing but the text, where so many bytes stand before it, by threes: a user
/// and a colon, as in `Basic`.
fn within_base64(text: &str, before: usize) -> String {
    let bytes = [&b"..."[..before], text.as_bytes()].concat();
    let digits = STANDARD_NO_PAD.encode(&bytes);
    // Digits have six bits: the first that is of the text alone, and how many are.
    let start = (before * 8).div_ceil(6);
    let end = bytes.len() * 8 / 6;
    digits.get(start..end).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "salt & pepper";

    fn found_in(line: &str) -> Option<&'static str> {
        Secret::new(SECRET).unwrap().found_in(line)
    }

    #[test]
    fn it_is_found_however_it_looks() {
        for line in ["password=salt & pepper", "?password=salt%20%26%20pepper&a=b", "salt+%26+pepper"] {
            assert!(found_in(line).is_some(), "{line}");
        }
        assert!(found_in(&format!("body: {:?}", SECRET.as_bytes().to_vec())).is_some());
        for user in ["", "a:", "al:", "ali:", "alice:"] {
            let line = format!("Basic {}", STANDARD_NO_PAD.encode(format!("{user}{SECRET}")));
            assert_eq!(found_in(&line), Some("in base64"), "{user}");
        }
    }

    #[test]
    fn nothing_else_is_found() {
        for line in ["", "salt and pepper", "Basic YWxpY2U6c3VnYXI=", "salt%20pepper"] {
            assert_eq!(found_in(line), None, "{line}");
        }
        assert!(Secret::new("demo").is_err());
    }
}
