//! Descriptions, in whatever Markdown they are.

use cratewright::emit::safe;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

/// What comes out holds no code that rustdoc would run, no HTML, and no link but to the web, and can be
/// a comment.
pub fn check(text: &str) {
    let markdown = safe::markdown(text);
    let (line, code) = (safe::line(text), safe::code(text));
    for made in [&markdown, &line, &code] {
        assert!(!made.contains(is_unfit), "{text:?} became {made:?}");
        comment(made);
    }
    assert!(!line.contains('\n') && !code.contains('\n'), "{text:?} became {line:?} and {code:?}");
    safe_events(text, &markdown);
    safe_events(text, &line);
}

/// A reader of rustdoc's dialect must see nothing but text.
fn safe_events(text: &str, markdown: &str) {
    let rustdoc = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION;
    for event in Parser::new_ext(markdown, rustdoc) {
        let is_safe = match &event {
            Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::HtmlBlock | Tag::Image { .. }) => false,
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => &**language == "text",
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => false,
            Event::Start(Tag::Link { dest_url, .. }) => {
                dest_url.starts_with("https://") || dest_url.starts_with("http://")
            }
            _ => true,
        };
        assert!(is_safe, "{text:?} became {markdown:?}, in which a reader sees {event:?}");
    }
}

/// Lines as `///` are docs of an item, and nothing else.
fn comment(made: &str) {
    let lines: String = made.lines().map(|line| format!("/// {line}\n")).collect();
    let item: syn::Item = syn::parse_str(&format!("{lines}struct A;")).unwrap_or_else(|error| {
        panic!("{made:?} can't be a comment: {error}");
    });
    assert!(matches!(item, syn::Item::Struct(item) if item.attrs.len() == made.lines().count()), "{made:?}");
}

/// What rustc refuses in a comment, and what changes the direction of text.
fn is_unfit(char: char) -> bool {
    char != '\n' && (char.is_control() || matches!(char, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
}
