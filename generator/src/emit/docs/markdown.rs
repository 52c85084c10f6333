//! Markdown read and written anew, with only what rustdoc can be trusted with.

use linkify::{LinkFinder, LinkKind};
use pulldown_cmark::{CodeBlockKind, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd, TextMergeStream};
use pulldown_cmark_to_cmark::{Options as Printing, cmark_with_options};

/// The same text in safe Markdown. A text that can't be written back becomes a block of plain text.
pub(super) fn rewrite(text: &str) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut links = Links::default();
    let events = TextMergeStream::new(Parser::new_ext(text, options)).flat_map(|event| links.safe(event));
    let events: Vec<_> = merged(events).flat_map(with_urls()).collect();
    let printing = Printing { code_block_token_count: 3, list_token: '-', ..Printing::default() };
    let mut markdown = String::with_capacity(text.len());
    match cmark_with_options(events.iter(), &mut markdown, options, printing) {
        Ok(_) => markdown,
        Err(_) => plain(text),
    }
}

/// The text as it is, as a block of plain text.
pub(super) fn plain(text: &str) -> String {
    format!("```text\n{}\n```", text.replace("```", "'''"))
}

/// Text that was cut apart by what was dropped, in one piece again, so that a URL is seen whole.
fn merged<'a>(events: impl Iterator<Item = Event<'a>>) -> impl Iterator<Item = Event<'a>> {
    TextMergeStream::new(events)
}

/// Which of the links that are open are kept.
#[derive(Default)]
struct Links {
    kept: Vec<bool>,
}

impl Links {
    fn safe<'a>(&mut self, event: Event<'a>) -> Option<Event<'a>> {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => {
                Some(Event::Text(html.trim_end().to_owned().into()))
            }
            Event::Start(Tag::HtmlBlock) => Some(Event::Start(Tag::Paragraph)),
            Event::End(TagEnd::HtmlBlock) => Some(Event::End(TagEnd::Paragraph)),
            Event::Start(Tag::CodeBlock(_)) => {
                Some(Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(CowStr::Borrowed("text")))))
            }
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                let kept = is_web(&dest_url);
                self.kept.push(kept);
                let link_type = if link_type == LinkType::Autolink { link_type } else { LinkType::Inline };
                let title = CowStr::Borrowed("");
                kept.then_some(Event::Start(Tag::Link {
                    link_type,
                    dest_url,
                    title,
                    id: CowStr::Borrowed(""),
                }))
            }
            Event::End(TagEnd::Link) => self.kept.pop().unwrap_or(false).then_some(Event::End(TagEnd::Link)),
            Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
            Event::SoftBreak | Event::HardBreak => Some(Event::SoftBreak),
            other => Some(other),
        }
    }
}

/// Whether a link can be nothing but an address on the web.
fn is_web(url: &str) -> bool {
    (url.starts_with("https://") || url.starts_with("http://"))
        && !url.contains(|char: char| char.is_whitespace() || matches!(char, '<' | '>' | '`'))
}

/// Puts the bare URLs of plain text in angle brackets, and code on lines of its own.
fn with_urls<'a>() -> impl FnMut(Event<'a>) -> Vec<Event<'a>> {
    let mut finder = LinkFinder::new();
    finder.kinds(&[LinkKind::Url]);
    let (mut in_code, mut in_link) = (false, false);
    move |event| {
        match &event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Start(Tag::Link { .. }) => in_link = true,
            Event::End(TagEnd::Link) => in_link = false,
            // The closing fence needs a line of its own.
            Event::Text(text) if in_code && !text.ends_with('\n') => {
                return vec![Event::Text(format!("{text}\n").into())];
            }
            Event::Text(text) if !in_code && !in_link && text.contains("://") => {
                return linked(&finder, text);
            }
            _ => {}
        }
        vec![event]
    }
}

fn linked<'a>(finder: &LinkFinder, text: &str) -> Vec<Event<'a>> {
    let mut events = Vec::new();
    for span in finder.spans(text) {
        let words = CowStr::from(span.as_str().to_owned());
        if span.kind().is_some() && is_web(&words) {
            let (title, id) = (CowStr::Borrowed(""), CowStr::Borrowed(""));
            let link = Tag::Link { link_type: LinkType::Autolink, dest_url: words.clone(), title, id };
            events.extend([Event::Start(link), Event::Text(words), Event::End(TagEnd::Link)]);
        } else {
            events.push(Event::Text(words));
        }
    }
    events
}
