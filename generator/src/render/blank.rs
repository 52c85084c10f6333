//! Names and texts that are others in each of many places where code is the same: what is printed for one of
//! them is a form, and is filled in for the others.
//!
//! A line is broken by how long what is on it is, and by nothing else that it says. So two codes are printed
//! alike that differ in names of the same width, or in texts that are alone on their lines.

use std::fmt::Display;

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

    /// What stands for it in a form.
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

/// Code, as tokens or in print, without what is in `blanks`. Codes of the same form are printed in the same form.
pub(super) fn form(code: String, blanks: &[Blank]) -> String {
    blanks.iter().enumerate().fold(code, |code, (index, blank)| blank.take_out(index, &code))
}

/// What [`form`] was made of, or code of that form with other names and texts.
pub(super) fn fill(form: &str, blanks: &[Blank]) -> String {
    let filled = blanks.iter().enumerate().rev();
    filled.fold(form.to_owned(), |code, (index, blank)| code.replace(&blank.mark(index), &blank.written))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_filled_in_with_what_it_was_made_of() {
        let blanks = [Blank::name(&"list_pets"), Blank::name(&"list"), Blank::text("/pets/\"x\"").alone()];
        let code = r#"list_pets(list::Request { path: "/pets/\"x\"", list: "list_pets" })"#;
        assert_eq!(fill(&form(code.to_owned(), &blanks), &blanks), code);
    }

    #[test]
    fn a_form_fits_names_of_the_same_width_and_texts_of_any() {
        let form = |name: &str, text: &str| {
            let blanks = [Blank::name(&name), Blank::text(text).alone()];
            form(format!("{name}({text:?})"), &blanks)
        };
        assert_eq!(form("list", "/pets"), form("read", "/pets/{id}"));
        assert_ne!(form("list", "/pets"), form("lists", "/pets"));
    }

    #[test]
    fn a_text_that_is_alone_in_one_place_may_not_be_in_another() {
        let form = |text: &str| form(format!("{text:?} {text:?}"), &[Blank::text(text).alone()]);
        assert_ne!(form("/pets"), form("/pets/{id}"));
    }
}
