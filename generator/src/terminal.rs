//! Findings on the terminal: standard error, in its colours and its width.

use std::env;
use std::io::{IsTerminal, Write, stderr};

use crate::diagnostic::{Diagnostic, Style, count, render};
use crate::source::Sources;

/// Prints the findings of a run, and how many there are.
pub fn show(findings: &[Diagnostic], sources: &Sources<'_>) {
    print(&words(findings, sources));
}

/// What [`show`] prints.
pub fn words(findings: &[Diagnostic], sources: &Sources<'_>) -> String {
    let mut text = render(findings, sources, style());
    if let Some(count) = count(findings) {
        text.push_str(&count);
        text.push('\n');
    }
    text
}

/// Prints words.
pub fn print(words: &str) {
    // Nobody reads it any more: there is nobody to tell either.
    let _ = stderr().write_all(words.as_bytes());
}

/// How words are set: colours where somebody looks and `NO_COLOR` (<https://no-color.org>) does not say
/// otherwise, and the width of the terminal where it is known.
pub fn style() -> Style {
    let width = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    Style {
        color: stderr().is_terminal() && env::var_os("NO_COLOR").is_none(),
        width: width.unwrap_or(Style::default().width),
    }
}
