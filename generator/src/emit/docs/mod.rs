//! Words of a document as rustdoc: safe, and still what the author meant.
//!
//! A description is Markdown of unknown quality, and rustdoc compiles code blocks, resolves
//! brackets as paths of Rust, and lets HTML through. So descriptions are parsed and written anew:
//! code blocks are `text`, HTML and stray brackets are text, links lead only to the web.

mod characters;
mod markdown;
mod trusted;
mod wrap;

use std::cell::RefCell;
use std::rc::Rc;

use proc_macro2::TokenStream;
use quote::quote;

use crate::memo::Memo;
use crate::render::Docs;

/// The width of doc lines, without the `/// ` before them.
const WIDTH: usize = 96;

/// Safe Markdown for a description, line by line; no lines for a text with nothing in it.
pub(super) fn lines(text: &str) -> Vec<String> {
    Paragraphs::default().words(Some(text)).into_lines()
}

thread_local! {
    static DESCRIPTIONS: RefCell<Memo> = RefCell::default();
}

/// The same as one text. Many operations have the same parameters, and with them the same words.
fn described(text: &str) -> Rc<str> {
    let known = DESCRIPTIONS.with_borrow(|memo| memo.get(text));
    known.unwrap_or_else(|| {
        let clean = characters::clean(text);
        let markdown = markdown::rewrite(&clean);
        // Only what can't be trusted in lines of the usual width is broken anew.
        let broken = [WIDTH, usize::MAX].into_iter().map(|width| wrap::wrap(markdown.trim(), width));
        let made: Rc<str> =
            Paragraphs::default().add(trusted(broken).unwrap_or_else(|| plain(&clean))).0.into();
        DESCRIPTIONS.with_borrow_mut(|memo| memo.add(text.to_owned(), made.clone()));
        made
    })
}

/// The first of them in which a reader sees nothing but text.
fn trusted(mut candidates: impl Iterator<Item = Vec<String>>) -> Option<Vec<String>> {
    candidates.find(|lines| trusted::is_trusted(&lines.join("\n")))
}

/// A text as it is, as a block of plain text.
fn plain(text: &str) -> Vec<String> {
    markdown::plain(text).lines().map(|line| line.trim_end().to_owned()).collect()
}

/// A sentence of ours, which is safe already, in lines of the usual width.
pub(super) fn wrapped(text: &str) -> Vec<String> {
    wrap::wrap(text, WIDTH)
}

/// A text as one line of safe Markdown, for use within a sentence of ours.
pub(super) fn line(text: &str) -> String {
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = flat(text);
    let line = flat(&markdown::rewrite(&characters::clean(&text)));
    if trusted::is_trusted(&line) { line } else { code(&text) }
}

/// A text as a code span, whatever backticks it has.
pub(super) fn code(text: &str) -> String {
    let clean = characters::clean(text).replace('\n', " ");
    let longest = clean.split(|char| char != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    if longest == 0 { format!("`{clean}`") } else { format!("{fence} {clean} {fence}") }
}

/// Paragraphs of docs joined by blank lines; empty ones fall away.
///
/// It is the text of a comment: lines that start with a space, unless they are blank.
#[derive(Debug, Default)]
pub(super) struct Paragraphs(String);

impl Paragraphs {
    /// Adds a paragraph of safe lines.
    pub(super) fn add(mut self, lines: impl IntoIterator<Item = String>) -> Self {
        for (index, line) in lines.into_iter().enumerate() {
            match index {
                0 => self.part(),
                _ => self.0.push('\n'),
            }
            if !line.is_empty() {
                self.0.extend([" ", &line]);
            }
        }
        self
    }

    /// Adds a description of the document.
    pub(super) fn words(self, text: Option<&str>) -> Self {
        match text {
            Some(text) => self.join(&described(text)),
            None => self,
        }
    }

    /// Adds what is there already.
    pub(super) fn and(self, other: Self) -> Self {
        self.join(&other.0)
    }

    fn join(mut self, text: &str) -> Self {
        if !text.is_empty() {
            self.part();
            self.0.push_str(text);
        }
        self
    }

    /// A blank line, unless this is the start.
    fn part(&mut self) {
        if !self.0.is_empty() {
            self.0.push_str("\n\n");
        }
    }

    /// Whether nothing is said.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The lines.
    fn into_lines(self) -> Vec<String> {
        let lines = self.0.lines();
        lines.map(|line| line.strip_prefix(' ').unwrap_or(line).to_owned()).collect()
    }

    /// As attributes, for what is within an item.
    pub(super) fn attributes(&self) -> TokenStream {
        let lines = self.0.lines();
        quote!(#(#[doc = #lines])*)
    }
}

impl From<Paragraphs> for Docs {
    fn from(paragraphs: Paragraphs) -> Self {
        Self::new(paragraphs.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{code, lines};

    #[test]
    fn code_blocks_are_never_run() {
        assert_eq!(lines("```rust\npanic!()\n```"), ["```text", "panic!()", "```"]);
        assert_eq!(lines("Before\n\n    indented()"), ["Before", "", "```text", "indented()", "```"]);
    }

    #[test]
    fn quotes_stay_quotes_where_they_are_broken() {
        let words = "words and ".repeat(6);
        let text = format!("Before.\n\n> **Note**: {words}{words}end.\n>\n> - {words}{words}end.\n\nAfter.");
        let expected = [
            "Before.",
            "",
            " > **Note**: words and words and words and words and words and words and words and words and",
            " > words and words and words and words and end.",
            " >",
            " > - words and words and words and words and words and words and words and words and words and",
            " >   words and words and words and end.",
            "",
            "After.",
        ];
        assert_eq!(lines(&text), expected);
    }

    #[test]
    fn code_stays_as_it_is_whatever_it_looks_like() {
        let long = "a long line of code ".repeat(6);
        let long = long.trim_end();
        let code = format!("````text\n$ cat\n>\n> ```\n```\n{long}\n````");
        assert_eq!(lines(&code).join("\n"), code);
        let quoted = [" > ```text", &format!(" > {long}"), " > ```"];
        assert_eq!(lines(&format!("> ```\n> {long}\n> ```")), quoted);
    }

    #[test]
    fn html_and_brackets_are_text() {
        assert_eq!(lines("<script>x</script>"), ["\\<script>x\\</script>"]);
        assert_eq!(lines("an [array] of Vec<T>"), ["an \\[array\\] of Vec\\<T>"]);
    }

    #[test]
    fn links_lead_only_to_the_web() {
        assert_eq!(lines("[a](https://a.example/b) [c](crate::x)"), ["[a](https://a.example/b) c"]);
        assert_eq!(lines("See https://a.example/b."), ["See <https://a.example/b>."]);
    }

    #[test]
    fn control_and_bidi_characters_are_dropped() {
        assert_eq!(lines("a\u{202e}b\rc\u{0}"), ["ab", "c"]);
    }

    #[test]
    fn literals_of_restructured_text_are_code() {
        assert_eq!(lines("the ``room_id`` field"), ["the `room_id` field"]);
        assert_eq!(code("a`b"), "`` a`b ``");
    }

    #[test]
    fn long_lines_are_wrapped_without_starting_a_list() {
        let text = format!("{} - not a list", "word ".repeat(19).trim());
        let wrapped = lines(&text);
        assert_eq!(wrapped.len(), 2);
        assert!(!wrapped[1].starts_with('-'), "{wrapped:?}");
    }
}
