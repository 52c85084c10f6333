//! What was made of the last descriptions: many operations have the same parameters, and with them
//! the same words.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// How many bytes of descriptions a thread remembers.
const MOST_BYTES: usize = 1 << 20;

thread_local! {
    static MEMO: RefCell<Memo> = RefCell::default();
}

/// Descriptions, and what they became.
#[derive(Default)]
struct Memo {
    texts: HashMap<String, Rc<str>>,
    bytes: usize,
}

/// What `make` makes of a text, which has to be the same each time.
pub(super) fn text(text: &str, make: impl FnOnce(&str) -> String) -> Rc<str> {
    let known = MEMO.with_borrow(|memo| memo.texts.get(text).cloned());
    known.unwrap_or_else(|| {
        let made: Rc<str> = make(text).into();
        MEMO.with_borrow_mut(|memo| memo.add(text, made.clone()));
        made
    })
}

impl Memo {
    /// Remembers a text; where there are too many, in place of all others.
    fn add(&mut self, text: &str, made: Rc<str>) {
        if self.bytes + text.len() > MOST_BYTES {
            *self = Self::default();
        }
        self.bytes += text.len();
        self.texts.insert(text.to_owned(), made);
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn a_text_is_made_once() {
        let made = Cell::new(0);
        let make = |text: &str| {
            made.set(made.get() + 1);
            text.to_uppercase()
        };
        assert_eq!(&*super::text("once", make), "ONCE");
        assert_eq!(&*super::text("once", make), "ONCE");
        assert_eq!(made.get(), 1);
    }

    #[test]
    fn memory_has_an_end() {
        let mut memo = Memo::default();
        let text = "x".repeat(MOST_BYTES / 2);
        for number in 0..4 {
            memo.add(&format!("{number}{text}"), "".into());
        }
        assert_eq!(memo.texts.len(), 1);
    }
}
