//! The grammar of Swagger 2.0, as tables: what each value may be, and which members each object has.
//!
//! The readers of [`crate::swagger`] take what they can get. These tables are strict, and hold what
//! the specification says and what its official JSON Schema adds in precision.

mod document;
mod forms;
mod operation;
mod parameter;
mod schema;
mod security;
mod words;

use serde_json::{Map, Value};

use crate::diagnostic::Code;

pub(super) use document::SWAGGER;

/// What a value may be.
pub(super) enum Shape {
    /// Data, which nobody looks into.
    Any,
    Text,
    Flag,
    Number,
    /// A number above zero.
    Positive,
    /// A whole number, not below zero.
    Count,
    /// One of these texts.
    Word(&'static [&'static str]),
    /// A text of the author's choice, likely one of these.
    Known(&'static Words),
    /// `true`, and nothing else.
    True,
    /// A text of a form.
    Form(&'static Form),
    /// An array.
    List(&'static List),
    /// An object from names to values of one shape.
    Map(&'static Shape),
    /// The same where the entries are what references are for: each is looked at once.
    Definitions(&'static Shape),
    Object(&'static Noun),
    /// What it is depends on what it says of itself.
    Choice(fn(&Value) -> &'static Shape),
}

/// Texts that everybody knows, where there may be others.
pub(super) struct Words {
    /// What one of them is called.
    pub(super) name: &'static str,
    pub(super) common: &'static [&'static str],
    /// Others that look like a slip of one of these, and are none.
    pub(super) other: &'static [&'static str],
}

/// A form of texts.
pub(super) struct Form {
    /// Said after "should be".
    pub(super) name: &'static str,
    pub(super) has: fn(&str) -> bool,
}

/// An array.
pub(super) struct List {
    pub(super) of: Shape,
    /// How many elements there have to be.
    pub(super) least: usize,
    /// Whether no element may be there twice.
    pub(super) distinct: bool,
}

/// An object of the specification.
pub(super) struct Noun {
    /// Its name, without "Object".
    pub(super) name: &'static str,
    pub(super) fields: &'static [(&'static str, Shape)],
    pub(super) required: &'static [&'static str],
    /// What stands under names that are no fixed fields.
    pub(super) patterned: fn(&str) -> Option<&'static Shape>,
    /// Whether there has to be a member that is no extension.
    pub(super) filled: bool,
    /// What members have to say of each other.
    pub(super) rule: fn(&Map<String, Value>) -> Option<Broken>,
}

/// A rule that an object breaks.
pub(super) struct Broken {
    pub(super) code: &'static Code,
    /// The member that is wrong.
    pub(super) key: &'static str,
    pub(super) message: String,
}

impl Noun {
    const fn new(
        name: &'static str,
        fields: &'static [(&'static str, Shape)],
        required: &'static [&'static str],
    ) -> Self {
        Self { name, fields, required, patterned: |_| None, filled: false, rule: |_| None }
    }

    /// What stands under a name.
    pub(super) fn member(&self, name: &str) -> Option<&'static Shape> {
        let fixed = self.fields.iter().find(|(field, _)| *field == name);
        fixed.map(|(_, shape)| shape).or_else(|| (self.patterned)(name))
    }
}

/// Texts, each once.
static DISTINCT_TEXTS: List = List { of: Shape::Text, least: 0, distinct: true };
