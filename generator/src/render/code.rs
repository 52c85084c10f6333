//! Tokens of one item or member, whose text may be known: many files of a crate have the same ones.

use std::cell::RefCell;
use std::fmt::{self, Display};
use std::rc::Rc;

use proc_macro2::TokenStream;

use super::Blank;
use super::blank::{fill, outline};
use crate::memo::Memo;

/// An item, a field or a function, without its docs.
#[derive(Debug, Clone)]
pub struct Code(Source);

#[derive(Debug, Clone)]
enum Source {
    /// Tokens that others may equal, but for what is in the blanks.
    Tokens(TokenStream, Vec<Blank>),
    /// Tokens that equal those of the same key.
    Keyed(String, TokenStream),
    /// The text of what has that key.
    Printed(String, Rc<str>),
}

/// As what code is printed: the same tokens are indented in one place and not in another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// At the top of a file.
    Item,
    /// Within the braces of a struct.
    Field,
    /// Within the braces of an `impl`.
    Function,
    /// Before the braces.
    Head,
}

thread_local! {
    static PRINTED: RefCell<Memo> = RefCell::default();
}

impl Code {
    /// Code that others equal but for what is in `blanks`.
    pub(crate) fn alike(tokens: TokenStream, blanks: impl IntoIterator<Item = Blank>) -> Self {
        Self(Source::Tokens(tokens, blanks.into_iter().collect()))
    }

    /// An item that `key` tells from all others, made unless one of that key was printed before. The key
    /// has to say all that `make` makes it from.
    pub(crate) fn item(key: &str, make: impl FnOnce() -> TokenStream) -> Self {
        Self::keyed(Place::Item, key, make)
    }

    /// The same for a function of an `impl`.
    pub(crate) fn function(key: &str, make: impl FnOnce() -> TokenStream) -> Self {
        Self::keyed(Place::Function, key, make)
    }

    fn keyed(place: Place, key: &str, make: impl FnOnce() -> TokenStream) -> Self {
        // No tokens begin with a control character.
        let key = format!("{KEY}{key}");
        Self(match known(&place.named(&key)) {
            Some(text) => Source::Printed(key, text),
            None => Source::Keyed(key, make()),
        })
    }

    /// The text in that place, where `print` knows how to print it.
    ///
    /// # Errors
    ///
    /// It is not Rust.
    pub(super) fn text(
        self,
        place: Place,
        print: impl FnOnce(TokenStream) -> syn::Result<String>,
    ) -> syn::Result<Rc<str>> {
        let (name, tokens, blanks) = match self.0 {
            Source::Printed(_, text) => return Ok(text),
            Source::Keyed(key, tokens) => (place.named(&key), tokens, Vec::new()),
            Source::Tokens(tokens, blanks) => (place.named(&tokens), tokens, blanks),
        };
        let name = outline(name, &blanks);
        let printed = match known(&name) {
            Some(printed) => printed,
            None => {
                let printed: Rc<str> = outline(print(tokens)?, &blanks).into();
                PRINTED.with_borrow_mut(|memo| memo.add(name, printed.clone()));
                printed
            }
        };
        Ok(fill(printed, &blanks))
    }
}

/// What was printed of that name, in outline.
fn known(name: &str) -> Option<Rc<str>> {
    PRINTED.with_borrow(|memo| memo.get(name))
}

impl From<TokenStream> for Code {
    fn from(tokens: TokenStream) -> Self {
        Self(Source::Tokens(tokens, Vec::new()))
    }
}

impl Display for Code {
    /// What tells the code from other code, whether its text is known or not.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Source::Tokens(tokens, _) => tokens.fmt(f),
            Source::Keyed(key, _) | Source::Printed(key, _) => f.write_str(key),
        }
    }
}

/// What keys begin with, and no tokens.
const KEY: char = '\u{4}';

impl Place {
    /// What is remembered of code in this place.
    fn named(self, code: &impl Display) -> String {
        let mark = match self {
            Self::Item => 'i',
            Self::Head => 'h',
            Self::Field => 'f',
            Self::Function => 'm',
        };
        format!("{mark}{code}")
    }
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;

    fn text(code: Code, place: Place, print: &str) -> String {
        code.text(place, |_| Ok(print.to_owned())).unwrap().to_string()
    }

    #[test]
    fn code_is_printed_once_for_each_place() {
        let code = || Code::from(quote!(a b));
        assert_eq!(text(code(), Place::Item, "one"), "one");
        assert_eq!(text(code(), Place::Item, "two"), "one");
        assert_eq!(text(code(), Place::Function, "two"), "two");
    }

    #[test]
    fn a_function_that_was_printed_is_not_made_again() {
        let function = || Code::function("setter", || quote!(a));
        assert_eq!(text(function(), Place::Function, "one"), "one");
        let again = Code::function("setter", || unreachable!());
        assert_eq!(again.to_string(), Code::function("setter", || unreachable!()).to_string());
        assert_eq!(text(again, Place::Function, "two"), "one");
    }

    #[test]
    fn code_that_differs_in_names_as_long_is_printed_once() {
        let code = |name: &str| Code::alike(name.parse().unwrap(), [Blank::name(&name)]);
        assert_eq!(text(code("list"), Place::Item, "list!"), "list!");
        assert_eq!(text(code("read"), Place::Item, "another"), "read!");
        assert_eq!(text(code("delete"), Place::Item, "delete?"), "delete?");
    }

    #[test]
    fn what_tells_code_apart_does_not_depend_on_what_was_printed() {
        let function = || Code::function("digest", || quote!(a)).to_string();
        let before = function();
        text(Code::function("digest", || quote!(a)), Place::Function, "one");
        assert_eq!(function(), before);
    }
}
