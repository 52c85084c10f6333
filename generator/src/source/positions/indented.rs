//! A text with some lines indented further than they are, and the way back to its own bytes.
//!
//! A closing bracket that is indented less than what it closes, or a quoted text that goes on at
//! the margin, is no YAML 1.2, but libyaml takes it and one document in seven has it. Spaces at
//! the start of such lines mean nothing, so that the strict parser can be given some.

use std::ops::Range;

use saphyr_parser::{ScanError, Span};

/// How far a line is indented: further than anything is nested.
const PAD: usize = 256;

/// The character offsets of a text are known for every this many characters.
const STEP: usize = 64;

pub(super) struct Indented<'t> {
    original: &'t str,
    /// The byte offset of every [`STEP`]th character; empty when each character is a byte.
    steps: Vec<usize>,
    /// The lines that are indented, by the byte of the original at which they start, in order.
    lines: Vec<usize>,
    /// The same by the character of `text` at which the pad starts.
    pads: Vec<usize>,
    /// The text with its pads; nothing while there are none.
    text: Option<String>,
}

impl<'t> Indented<'t> {
    pub(super) fn new(original: &'t str) -> Self {
        let steps = match original.is_ascii() {
            true => Vec::new(),
            false => original.char_indices().step_by(STEP).map(|(byte, _)| byte).collect(),
        };
        Self { original, steps, lines: Vec::new(), pads: Vec::new(), text: None }
    }

    pub(super) fn as_str(&self) -> &str {
        self.text.as_deref().unwrap_or(self.original)
    }

    /// The bytes of the original. The parser counts what is behind a quoted text in.
    pub(super) fn bytes(&self, span: Span) -> Range<usize> {
        let start = self.byte(span.start.index());
        let end = self.byte(span.end.index()).max(start);
        match self.original.get(start..end) {
            Some(text) if text.starts_with(['"', '\'']) => {
                start..Quoted::new(self.original, start).end.min(end)
            }
            Some(text) => start..start + text.trim_end().len(),
            None => start..end,
        }
    }

    /// Where the text before an offset ends. A block ends where the next token begins; what is
    /// between is no part of it.
    pub(super) fn written_before(&self, end: usize) -> usize {
        self.original.get(..end).map_or(end, |before| before.trim_end().len())
    }

    /// Indents the lines that the parser stumbled over; false if that is not what is wrong.
    pub(super) fn repair(&mut self, error: &ScanError) -> bool {
        if !error.info().starts_with("invalid indentation") {
            return false;
        }
        let at = self.byte(error.marker().index());
        let before = self.lines.len();
        if error.info() == "invalid indentation in quoted scalar" {
            self.lines.extend(Quoted::new(self.original, at).lines);
        } else {
            self.lines.push(line_start(self.original, at));
        }
        self.lines.sort_unstable();
        self.lines.dedup();
        self.indent();
        self.lines.len() > before
    }

    fn indent(&mut self) {
        let mut text = String::with_capacity(self.original.len() + self.lines.len() * PAD);
        let mut characters = 0;
        let mut copied = 0;
        self.pads.clear();
        for line in &self.lines {
            let part = self.original.get(copied..*line).unwrap_or_default();
            characters += part.chars().count();
            self.pads.push(characters);
            characters += PAD;
            text.push_str(part);
            text.extend(std::iter::repeat_n(' ', PAD));
            copied = *line;
        }
        text.push_str(self.original.get(copied..).unwrap_or_default());
        self.text = Some(text);
    }

    /// The byte of the original for a character of the indented text.
    fn byte(&self, character: usize) -> usize {
        let before = self.pads.partition_point(|pad| *pad <= character);
        let within = before
            .checked_sub(1)
            .and_then(|last| self.pads.get(last))
            .map_or(0, |pad| (pad + PAD).saturating_sub(character));
        self.original_byte((character + within).saturating_sub(before * PAD))
    }

    fn original_byte(&self, character: usize) -> usize {
        if self.steps.is_empty() {
            return character.min(self.original.len());
        }
        let Some(start) = self.steps.get(character / STEP) else { return self.original.len() };
        let rest = self.original.get(*start..).unwrap_or_default();
        rest.char_indices().nth(character % STEP).map_or(self.original.len(), |(byte, _)| start + byte)
    }
}

fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind(['\n', '\r'])).map_or(0, |newline| newline + 1)
}

/// A quoted text.
struct Quoted {
    /// Behind the closing quote.
    end: usize,
    /// The starts of the lines that it goes on over.
    lines: Vec<usize>,
}

impl Quoted {
    fn new(text: &str, start: usize) -> Self {
        let mut quoted = Self { end: text.len(), lines: Vec::new() };
        let mut bytes = text.bytes().enumerate().skip(start).peekable();
        let Some((_, quote)) = bytes.next() else { return quoted };
        let mut escaped = false;
        while let Some((at, byte)) = bytes.next() {
            if byte == b'\n' {
                quoted.lines.push(at + 1);
            }
            if byte == quote && !escaped {
                let doubled = quote == b'\'' && bytes.next_if(|(_, next)| *next == quote).is_some();
                if !doubled {
                    quoted.end = at + 1;
                    break;
                }
            }
            escaped = quote == b'"' && byte == b'\\' && !escaped;
        }
        quoted
    }
}
