//! The table of every finding: its code, its severity, its story.
//!
//! `E0…` stops the run, `S0…` leaves one operation out, `W0…` is a warning. Numbers are grouped
//! by stage: 00 reading files, 01 references, 02 the document's structure, 03 lowering and
//! checks, 04 overlays, 05 configuration and output.

use super::Severity;

/// One kind of finding.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// `E0101`.
    pub id: &'static str,
    /// The severity it has unless a run says otherwise.
    pub severity: Severity,
    /// What `cratewright explain` prints.
    pub explanation: &'static str,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $id:literal, $severity:ident, $explanation:literal;)*) => {
        $($(#[$doc])* pub static $name: Code =
            Code { id: $id, severity: Severity::$severity, explanation: $explanation };)*

        /// Every code, in order.
        pub static ALL: &[&Code] = &[$(&$name),*];
    };
}

codes! {
    /// A file can't be loaded.
    UNREADABLE_FILE = "E0001", Error,
        "A document, or a file that a `$ref` names, could not be read. Paths in a `$ref` are relative to the file that holds it.";
    /// The YAML or JSON does not parse.
    SYNTAX = "E0002", Error,
        "The file is not well-formed YAML (or JSON, by its extension). The frame shows where the parser gave up; the cause may be a line or two above.";
    /// One key twice in an object.
    DUPLICATE_KEY = "E0003", Error,
        "An object has the same key twice. Parsers silently keep one of the two, and not all the same one, so the document means different things to different tools.";
}
