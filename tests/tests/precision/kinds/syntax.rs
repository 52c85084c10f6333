//! What is no YAML any more.

use crate::mutation::{Edit, Kind};
use crate::noun::Noun;
use crate::place::Place;
use crate::text::{Lines, replaced};

/// A line that stands a space too far to the left or to the right.
pub(super) const INDENTATION: Kind = Kind {
    name: "a line is indented wrongly",
    fits: |place| place.key.is_some() && place.noun != Noun::Data,
    make: |place, text, rng| {
        on_line(place, text, |line| match rng.bool() {
            true => Some(format!(" {line}")),
            false => line.strip_prefix(' ').map(str::to_owned),
        })
    },
    breaks_syntax: true,
};

/// A tab in place of spaces.
pub(super) const TAB: Kind = Kind {
    name: "a line is indented by a tab",
    fits: |place| place.key.is_some() && place.noun != Noun::Data,
    make: |place, text, _| {
        on_line(place, text, |line| {
            let spaces = line.len() - line.trim_start().len();
            (spaces > 0).then(|| format!("{}\t{}", &line[..spaces - 1], line.trim_start()))
        })
    },
    breaks_syntax: true,
};

/// A key without its colon.
pub(super) const COLON: Kind = Kind {
    name: "a colon is missing",
    fits: |place| place.key.is_some() && place.noun != Noun::Data,
    make: |place, text, _| behind_key(place, text, |rest| rest.strip_prefix(':').map(str::to_owned)),
    breaks_syntax: true,
};

/// A colon without a space behind it.
pub(super) const SPACE: Kind = Kind {
    name: "the space behind a colon is missing",
    fits: |place| place.key.is_some() && place.noun != Noun::Data,
    make: |place, text, _| behind_key(place, text, |rest| Some(format!(":{}", rest.strip_prefix(": ")?))),
    breaks_syntax: true,
};

/// A quote that is not closed.
pub(super) const QUOTE: Kind = Kind {
    name: "a quote is not closed",
    fits: |place| place.value.is_string() || place.key.is_some(),
    make: |place, text, rng| {
        let spans = [Some(place.span.clone()), place.key.as_ref().map(|(_, at)| at.clone())];
        let is_quoted = |span: &std::ops::Range<usize>| text[span.clone()].starts_with(['"', '\'']);
        let span = rng.choice(spans.into_iter().flatten().filter(is_quoted).collect::<Vec<_>>())?;
        let line = Lines::new(text).of(span.start);
        (span.len() > 1).then(|| Edit { text: replaced(text, span.end - 1..span.end, ""), lines: vec![line] })
    },
    breaks_syntax: true,
};

/// A bracket that is not closed.
pub(super) const BRACKET: Kind = Kind {
    name: "a bracket is not closed",
    fits: |place| place.value.is_array() || place.value.is_object(),
    make: |place, text, _| {
        let written = &text[place.span.clone()];
        let is_closed = written.starts_with(['[', '{']) && written.ends_with([']', '}']);
        let line = Lines::new(text).of(place.span.start);
        let end = place.span.end;
        is_closed.then(|| Edit { text: replaced(text, end - 1..end, ""), lines: vec![line] })
    },
    breaks_syntax: true,
};

/// The line of a key that leads it, as another.
fn on_line(place: &Place, text: &str, change: impl FnOnce(&str) -> Option<String>) -> Option<Edit> {
    let (lines, (_, at)) = (Lines::new(text), place.key.as_ref()?);
    let line = lines.of(at.start);
    let changed = lines.leads(at.start).then(|| change(lines.all[line]))??;
    Some(Edit { text: lines.with(line..line + 1, &[changed]), lines: vec![line] })
}

/// What follows a key on its line, as something else.
fn behind_key(place: &Place, text: &str, change: impl FnOnce(&str) -> Option<String>) -> Option<Edit> {
    let (_, at) = place.key.as_ref()?;
    let column = Lines::new(text).column(at.end);
    on_line(place, text, |line| Some(format!("{}{}", &line[..column], change(&line[column..])?)))
}
