//! Docs of items and of members, which are comments from the start: a third of a crate's text is docs,
//! and as attributes each line would be a literal to make, to parse and to print.

/// The text of a doc comment: safe Markdown, in lines that start with a space unless they are blank.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Docs(String);

impl Docs {
    /// The docs of that text.
    pub fn new(text: String) -> Self {
        Self(text)
    }

    /// Writes the comment, each line after `indent` and `mark`: `///`, or `//!`.
    pub(super) fn comment(&self, indent: &str, mark: &str, to: &mut String) {
        for line in self.0.lines() {
            to.extend([indent, mark, line.trim_end(), "\n"]);
        }
    }

    /// The text.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_has_a_mark_on_each_line() {
        let mut text = String::new();
        Docs::new(" One. \n\n - two".to_owned()).comment("    ", "///", &mut text);
        assert_eq!(text, "    /// One.\n    ///\n    /// - two\n");
        Docs::default().comment("", "//!", &mut text);
        assert!(text.ends_with("two\n"));
    }
}
