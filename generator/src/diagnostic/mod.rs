//! What went wrong, where, and what to do about it.
//!
//! A stage reports into a [`Sink`] and goes on; nothing is thrown. A [`Diagnostic`] holds
//! pointers, and becomes text with a code frame only in [`render`].

mod codes;
mod json;
mod located;
mod render;
mod sarif;
mod sink;
mod suggest;
mod summary;

pub use codes::Code;
pub use codes::*;
pub use json::render_json;
pub use render::{Style, render};
pub use sarif::render_sarif;
pub use sink::Sink;
pub(crate) use suggest::one_slip_from;
pub use suggest::{instead_of, nearest};
pub use summary::{count, explain};

use std::ops::Range;

use crate::source::{FileId, Pointer};

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing; an assumption was made.
    Warning,
    /// A part of the document is not supported and one operation was left out.
    Skipped,
    /// The document is broken here; nothing is written.
    Error,
}

/// One finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// Which finding it is; the table is in `codes`.
    pub code: &'static Code,
    /// How bad it is.
    pub severity: Severity,
    /// One sentence without a full stop, naming the thing in backticks.
    pub message: String,
    /// Where it is.
    pub primary: Label,
    /// Other places that explain it: the first of a duplicate, the target of a `$ref`.
    pub secondary: Vec<Label>,
    /// What to do about it, in the imperative, where more is known than [`Code::help`] says.
    pub help: Option<String>,
}

/// A place, and what is to be said beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// The place.
    pub place: Place,
    /// The words printed beside the underline; may be empty.
    pub text: String,
}

/// What to underline.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Place {
    /// The key of the member at the pointer.
    Key(Pointer),
    /// The value at the pointer; where it goes on over several lines, its key, or its first line
    /// if it has none.
    Value(Pointer),
    /// A member that is missing, or not what it should be: its value if it is there, else the key that
    /// was likely meant to be it, else the object that lacks it.
    Missing(Pointer),
    /// A line of the text at the pointer, counted from 1, where that is a block of several lines
    /// (`|` in YAML); the value otherwise.
    Line(Pointer, usize),
    /// Bytes of a file, for faults found before there is a tree.
    Bytes(FileId, Range<usize>),
    /// A file as a whole, such as one that can't be read.
    File(FileId),
}

impl Place {
    /// What it is about, if that is part of a document's tree.
    pub(crate) fn pointer(&self) -> Option<&Pointer> {
        match self {
            Self::Key(pointer) | Self::Value(pointer) | Self::Missing(pointer) | Self::Line(pointer, _) => {
                Some(pointer)
            }
            Self::Bytes(..) | Self::File(_) => None,
        }
    }

    /// The JSON pointer of what there is to be shown: of a member that is missing, that of its object.
    fn path(&self) -> Option<&str> {
        let path = self.pointer()?.path();
        match self {
            Self::Missing(_) => path.rsplit_once('/').map(|(object, _)| object),
            _ => Some(path),
        }
    }
}

impl Diagnostic {
    /// A finding of the code's own severity.
    pub fn new(code: &'static Code, place: Place, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity,
            message: message.into(),
            primary: Label { place, text: String::new() },
            secondary: Vec::new(),
            help: None,
        }
    }

    /// Says `text` beside the primary underline.
    pub fn label(mut self, text: impl Into<String>) -> Self {
        self.primary.text = text.into();
        self
    }

    /// Adds a second place.
    pub fn also(mut self, place: Place, text: impl Into<String>) -> Self {
        self.secondary.push(Label { place, text: text.into() });
        self
    }

    /// Says what to do about it.
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }

    /// What to do about it: as the finding says, or its code.
    pub fn advice(&self) -> &str {
        self.help.as_deref().unwrap_or(self.code.help)
    }
}
