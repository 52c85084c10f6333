//! What was written, read once more: the last word on whether a reader sees nothing but text in it.
//!
//! Markdown that is written from what was parsed, and then broken into lines, has too many ways of
//! becoming something else for each to be thought of.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

/// Whether rustdoc finds no HTML in it, no image, no code but plain text, and no link but to the web.
pub(super) fn is_trusted(markdown: &str) -> bool {
    let rustdoc = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION;
    Parser::new_ext(markdown, rustdoc).all(|event| match event {
        Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::HtmlBlock | Tag::Image { .. }) => false,
        Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => false,
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => &*language == "text",
        Event::Start(Tag::Link { dest_url, .. }) => {
            dest_url.starts_with("https://") || dest_url.starts_with("http://")
        }
        _ => true,
    })
}
