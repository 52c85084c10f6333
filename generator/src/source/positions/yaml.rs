//! Positions in YAML, from the events of a parser that keeps them.
//!
//! Only the events: the parser's own tree builders recurse, and a line of dashes is enough to
//! overflow their stack.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, ScanError};

use super::indented::Indented;
use super::{Builder, Content, Positions, SpotId};

/// Reads the first document, or what comes before the parser gives up.
///
/// Where it gives up over indentation, which this parser is stricter about than the one that
/// reads the values, those lines are indented for it and it starts again, within reason.
pub(super) fn scan(text: &str, most: usize) -> Positions {
    const WORK: usize = 64 << 20;
    let mut indented = Indented::new(text);
    for _ in 0..=WORK / text.len().max(1 << 10) {
        let mut builder = Builder::new(most);
        match read(&indented, &mut builder) {
            Err(Stop::Strict(error)) if indented.repair(&error) => {}
            _ => return builder.positions,
        }
    }
    let mut builder = Builder::new(most);
    let _ = read(&indented, &mut builder);
    builder.positions
}

/// Why a document was not read to its end.
enum Stop {
    /// The parser takes offence.
    Strict(ScanError),
    /// Too much, too deep, or a key that no pointer can name.
    Limit,
}

fn read(text: &Indented<'_>, builder: &mut Builder) -> Result<(), Stop> {
    let mut anchors: HashMap<usize, SpotId> = HashMap::new();
    for event in Parser::new_from_str(text.as_str()) {
        let (event, span) = event.map_err(Stop::Strict)?;
        let bytes = text.bytes(span);
        let opened = match event {
            Event::Scalar(name, ..) if builder.wants_key() => {
                builder.key(&name, bytes);
                continue;
            }
            // A key that is an alias or a collection: no pointer can name what it holds.
            Event::Alias(_) if builder.wants_key() => {
                builder.key("", bytes);
                continue;
            }
            Event::MappingStart(..) | Event::SequenceStart(..) if builder.wants_key() => None,
            Event::Scalar(_, _, anchor, _) => builder.add(bytes, Content::Scalar).map(|id| (anchor, id)),
            Event::Alias(anchor) => {
                let content = anchors.get(&anchor).map_or(Content::Scalar, |target| Content::Alias(*target));
                builder.add(bytes, content).map(|id| (0, id))
            }
            Event::SequenceStart(anchor, _) => {
                builder.open(bytes, Content::Array(Vec::new())).map(|id| (anchor, id))
            }
            Event::MappingStart(anchor, _) => {
                builder.open(bytes, Content::Object(Vec::new())).map(|id| (anchor, id))
            }
            Event::SequenceEnd | Event::MappingEnd => {
                builder.close(text.written_before(bytes.end));
                continue;
            }
            Event::DocumentEnd => return Ok(()),
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) => continue,
        };
        let (anchor, id) = opened.ok_or(Stop::Limit)?;
        anchors.insert(anchor, id);
    }
    Ok(())
}
