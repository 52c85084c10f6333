//! Positions in YAML, from the events of a parser that keeps them.
//!
//! Only the events: the parser's own tree builders recurse, and a line of dashes is enough to
//! overflow their stack.

use std::collections::HashMap;
use std::ops::Range;

use saphyr_parser::{Event, Parser, Span};

use super::{Builder, Content, SpotId};

/// Reads the first document; nothing when it had to stop before its end.
pub(super) fn scan(text: &str, builder: &mut Builder) -> Option<()> {
    let offsets = Offsets::new(text);
    let mut anchors: HashMap<usize, SpotId> = HashMap::new();
    for event in Parser::new_from_str(text) {
        let (event, span) = event.ok()?;
        let bytes = offsets.bytes(span);
        match event {
            Event::Scalar(name, ..) if builder.wants_key() => builder.key(&name, bytes),
            // A key that is an alias or a collection: no pointer can name what it holds.
            Event::Alias(_) if builder.wants_key() => builder.key("", bytes),
            Event::MappingStart(..) | Event::SequenceStart(..) if builder.wants_key() => return None,
            Event::Scalar(_, _, anchor, _) => {
                let id = builder.add(bytes, Content::Scalar)?;
                anchors.insert(anchor, id);
            }
            Event::Alias(anchor) => {
                let content = anchors.get(&anchor).map_or(Content::Scalar, |target| Content::Alias(*target));
                builder.add(bytes, content)?;
            }
            Event::SequenceStart(anchor, _) => {
                let id = builder.open(bytes, Content::Array(Vec::new()))?;
                anchors.insert(anchor, id);
            }
            Event::MappingStart(anchor, _) => {
                let id = builder.open(bytes, Content::Object(Vec::new()))?;
                anchors.insert(anchor, id);
            }
            // A block ends where the next token begins: what is between is no part of it.
            Event::SequenceEnd | Event::MappingEnd => {
                builder.close(text.get(..bytes.end).map_or(bytes.end, |before| before.trim_end().len()));
            }
            Event::DocumentEnd => return Some(()),
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) => {}
        }
    }
    Some(())
}

/// From the parser's character indices to bytes.
struct Offsets<'t> {
    text: &'t str,
    /// The byte offset of every [`STEP`]th character; empty when each character is a byte.
    steps: Vec<usize>,
}

const STEP: usize = 64;

impl<'t> Offsets<'t> {
    fn new(text: &'t str) -> Self {
        let steps = match text.is_ascii() {
            true => Vec::new(),
            false => text.char_indices().step_by(STEP).map(|(byte, _)| byte).collect(),
        };
        Self { text, steps }
    }

    /// The parser counts the white space behind a quoted text in.
    fn bytes(&self, span: Span) -> Range<usize> {
        let start = self.byte(span.start.index());
        let end = self.byte(span.end.index()).max(start);
        start..start + self.text.get(start..end).map_or(0, |text| text.trim_end().len())
    }

    fn byte(&self, character: usize) -> usize {
        if self.steps.is_empty() {
            return character.min(self.text.len());
        }
        let Some(start) = self.steps.get(character / STEP) else { return self.text.len() };
        let rest = self.text.get(*start..).unwrap_or_default();
        rest.char_indices().nth(character % STEP).map_or(self.text.len(), |(byte, _)| start + byte)
    }
}
