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
    if !printed.contains(LINE) {
        return printed;
    }
    let mut text = String::with_capacity(printed.len() + printed.len() / 4);
    for line in printed.split_inclusive('\n') {
        let mut parts = line.split(LINE);
        text.push_str(parts.next().unwrap_or_default());
        for part in parts {
            let mark = line.find("///").map_or("", |at| &line[..at + "///".len()]);
            text.truncate(text.trim_end_matches(' ').len());
            text.extend(["\n", mark, part]);
        }
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
