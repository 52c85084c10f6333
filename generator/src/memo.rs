//! What a thread made of the last texts that it was given: much of a document, and of the crate that
//! comes of it, is there many times.

use std::collections::HashMap;
use std::rc::Rc;

use foldhash::fast::RandomState;

/// How many bytes of texts are remembered, with what they became.
const MOST_BYTES: usize = 2 << 20;

/// Texts, and what they became, which has to be the same each time.
#[derive(Debug, Default)]
pub(crate) struct Memo {
    texts: HashMap<String, Rc<str>, RandomState>,
    bytes: usize,
}

impl Memo {
    /// What a text became, if that is known.
    pub(crate) fn get(&self, text: &str) -> Option<Rc<str>> {
        self.texts.get(text).cloned()
    }

    /// Remembers a text; where there are too many, in place of all others.
    pub(crate) fn add(&mut self, text: String, made: Rc<str>) {
        let bytes = text.len() + made.len();
        if self.bytes + bytes > MOST_BYTES {
            *self = Self::default();
        }
        self.bytes += bytes;
        self.texts.insert(text, made);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_text_became_is_remembered() {
        let mut memo = Memo::default();
        assert_eq!(memo.get("once"), None);
        memo.add("once".to_owned(), "ONCE".into());
        assert_eq!(memo.get("once").as_deref(), Some("ONCE"));
    }

    #[test]
    fn memory_has_an_end() {
        let mut memo = Memo::default();
        let text = "x".repeat(MOST_BYTES / 2);
        for number in 0..4 {
            memo.add(format!("{number}{text}"), "made".into());
        }
        assert_eq!(memo.texts.len(), 1);
    }
}
