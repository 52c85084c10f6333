//! Words of a document made safe for Markdown that is not rustdoc, such as a README.

use super::docs;

/// Safe Markdown for a description.
pub fn markdown(text: &str) -> String {
    docs::lines(text).join("\n")
}

/// One line of safe Markdown.
pub fn line(text: &str) -> String {
    docs::line(text)
}

/// A code span.
pub fn code(text: &str) -> String {
    docs::code(text)
}
