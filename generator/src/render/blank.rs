//! Names and texts that are others in each of many places where code is the same: what is printed in one of
//! them is an outline, and is filled in for the others.
//!
//! A line is broken by how long what is on it is, and by nothing else that it says. So two codes are printed
//! alike that differ in names of the same width, or in texts that are alone on their lines.

use std::fmt::Display;
use std::rc::Rc;

use proc_macro2::Literal;

/// A name or a text in code, as it is written in tokens and in print.
#[derive(Debug, Clone)]
pub struct Blank {
    written: String,
    /// Nothing else depends on how long it is.
    alone: bool,
}

impl Blank {
    /// A name. Other code is printed alike if its name there is as long.
    pub(crate) fn name(name: &impl Display) -> Self {
        Self { written: name.to_string(), alone: false }
    }

    /// A text. Other code is printed alike if its text there is as long.
    pub(crate) fn text(text: &str) -> Self {
        Self { written: Literal::string(text).to_string(), alone: false }
    }

    /// The same for the first place where it stands, if the printer never breaks the line there, and breaks
    /// those around it always or never.
    pub(crate) fn alone(self) -> Self {
        Self { alone: true, ..self }
    }

    /// How long it is, in bytes, as the printer counts.
    pub(crate) fn width(&self) -> usize {
        self.written.len()
    }

    /// Puts the mark in its places.
    fn take_out(&self, index: usize, code: &str) -> String {
        let times = if self.alone { 1 } else { usize::MAX };
        code.replacen(&self.written, &self.mark(index), times)
    }

    /// What stands for it in an outline.
    fn mark(&self, index: usize) -> String {
        match self.alone {
            true => format!("{OPEN}{index}{CLOSE}"),
            false => format!("{OPEN}{index}:{}{CLOSE}", self.width()),
        }
    }
}

/// What is around a mark: characters that are in no token, and so in nothing that is printed.
const OPEN: char = '\u{5}';
const CLOSE: char = '\u{6}';

/// Code, as tokens or in print, without what is in `blanks`. Codes of the same outline are printed in the same
/// outline.
pub(super) fn outline(code: String, blanks: &[Blank]) -> String {
    blanks.iter().enumerate().fold(code, |code, (index, blank)| blank.take_out(index, &code))
}

/// What [`outline`] was made of, or code of that outline with other names and texts.
pub(super) fn fill(outline: Rc<str>, blanks: &[Blank]) -> Rc<str> {
    let put_in =
        |code: &str, (index, blank): (usize, &Blank)| code.replace(&blank.mark(index), &blank.written);
    let mut blanks = blanks.iter().enumerate().rev();
    match blanks.next() {
        None => outline,
        Some(last) => blanks.fold(put_in(&outline, last), |code, blank| put_in(&code, blank)).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outline_is_filled_in_with_what_it_was_made_of() {
        let blanks = [Blank::name(&"list_pets"), Blank::name(&"list"), Blank::text("/pets/\"x\"").alone()];
        let code = r#"list_pets(list::Request { path: "/pets/\"x\"", list: "list_pets" })"#;
        assert_eq!(fill(outline(code.to_owned(), &blanks).into(), &blanks).as_ref(), code);
    }

    #[test]
    fn an_outline_fits_names_of_the_same_width_and_texts_of_any() {
        let outline = |name: &str, text: &str| {
            let blanks = [Blank::name(&name), Blank::text(text).alone()];
            super::outline(format!("{name}({text:?})"), &blanks)
        };
        assert_eq!(outline("list", "/pets"), outline("read", "/pets/{id}"));
        assert_ne!(outline("list", "/pets"), outline("lists", "/pets"));
    }

    #[test]
    fn a_text_that_is_alone_in_one_place_may_not_be_in_another() {
        let outline = |text: &str| super::outline(format!("{text:?} {text:?}"), &[Blank::text(text).alone()]);
        assert_ne!(outline("/pets"), outline("/pets/{id}"));
    }
}
