//! The lines of docs.
//!
//! An item's docs are one attribute while they are tokens: they are a third of a crate's text, and an
//! attribute for each line is one more literal to lex and parse. The printer writes it as a comment of one
//! line, which becomes one of several here.

/// What parts one line of docs from the next while they are tokens. It is in no text that is to be printed:
/// docs have no control characters, and other literals have them escaped.
pub(crate) const LINE: char = '\u{1}';

/// A printed text, with the lines of its docs on lines of their own.
pub(super) fn a_line_each(printed: String) -> String {
    let mut parts = printed.split(LINE);
    let (Some(first), Some(_)) = (parts.next(), printed.find(LINE)) else { return printed };
    let mut text = String::with_capacity(printed.len() + printed.len() / 4);
    text.push_str(first);
    for part in parts {
        let begin = text.rfind('\n').map_or(0, |end| end + 1);
        let line = &text[begin..];
        let mark = line.find("///").map_or("", |at| &line[..at + "///".len()]).to_owned();
        text.truncate(text.trim_end_matches(' ').len());
        text.push('\n');
        text.push_str(&mark);
        text.push_str(part);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_indented_like_the_first() {
        let printed =
            format!("pub struct A {{\n    /// One. {LINE}{LINE} - two/// \"three\"\n    pub a: u8,\n}}\n");
        let expected =
            "pub struct A {\n    /// One.\n    ///\n    /// - two/// \"three\"\n    pub a: u8,\n}\n";
        assert_eq!(a_line_each(printed), expected);
        assert_eq!(a_line_each("/// One.\nmod a;\n".to_owned()), "/// One.\nmod a;\n");
    }
}
