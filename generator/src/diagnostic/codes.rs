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
    // 00: reading files

    /// A file can't be loaded.
    UNREADABLE_FILE = "E0001", Error,
        "A document, or a file that a `$ref` names, could not be read. Paths in a `$ref` are relative to the file that holds it, and `/` separates folders on every system. Nothing outside of the source root is read, by `..` or by a symbolic link.";
    /// The YAML or JSON does not parse.
    SYNTAX = "E0002", Error,
        "The file is not well-formed YAML (or JSON, by its extension). The frame shows where the parser gave up; the cause may be a line or two above: a missing space after a colon, a line indented by a tab or by one space too few, a quote that is not closed, or a plain text that starts with `@`, `%` or a backtick or has `: ` in it and needs quotes.";
    /// One key twice in an object.
    DUPLICATE_KEY = "E0003", Error,
        "An object has the same key twice. Parsers silently keep one of the two, and not all the same one, so the document means different things to different tools. Keys are compared as they are spelled: the status codes `200` and `'200'` are the same key.";
    /// Too large, too deep, too many.
    LIMIT = "E0004", Error,
        "The input is larger than any document should be: too many bytes or values in a file, too many files, objects and arrays nested too deeply, or YAML aliases that stand for aliases that stand for more aliases. The limits protect a build from a document that was made, or broken, to exhaust it. A program that uses the library can set others.";
    /// Bytes that are no text.
    NOT_UTF8 = "E0005", Error,
        "Documents are UTF-8, or UTF-16 with a byte order mark. The message names the first byte, counted from 0, that is part of no character; most often the file was saved in an older encoding such as Windows-1252.";
    /// `---` in the middle of a file.
    SEVERAL_DOCUMENTS = "W0006", Warning,
        "A YAML file can hold several documents, separated by a line `---`. An API description is one document, so the first is read and the others are not.";

    // 01: references

    /// A `$ref` to nothing.
    MISSING_TARGET = "E0101", Error,
        "A `$ref` names a place that is not in the document. The part after `#` is a JSON pointer (RFC 6901): keys separated by `/`, where a `/` within a key is written `~1` and a `~` is written `~0`, so that the path `/login` is `#/paths/~1login`. Without a `#`, the whole file is meant.";
    /// References that only refer to each other.
    REFERENCE_CYCLE = "E0102", Error,
        "A reference leads to a reference, and so on, and comes back without a value having been found. A type may well refer to itself through one of its properties; but a definition that consists of nothing but a `$ref` to itself describes nothing.";
    /// `$ref: https://…`.
    REMOTE_REFERENCE = "E0103", Error,
        "A `$ref` is a URL. Generating code must not depend on what a server answers today, so that only files are read. Save a copy of the document beside this one and refer to that.";
    /// The fragment is not a JSON pointer.
    MALFORMED_REFERENCE = "E0104", Error,
        "What follows the `#` of a `$ref` is a JSON pointer, and a pointer that is not empty starts with `/`: `#/definitions/Pet`.";
    /// A path that may not be followed.
    REFUSED_REFERENCE = "E0105", Error,
        "A `$ref` is a relative reference to a file below the source root. Absolute paths, drive letters, backslashes and paths that lead out of the root are refused: a document may come from anybody, and the machine that generates code from it has files that are none of its business.";

    // 04: overlays

    /// An action of an overlay selects nothing.
    OVERLAY_UNMATCHED = "E0401", Error,
        "The target of an overlay's action selects nothing in the document it is applied to. The Overlay Specification lets such an action pass; here it is an error, because an overlay corrects a mistake, and a correction that no longer applies should be looked at: the document was renamed around it, or corrected at last.";
    /// A target that is not a JSONPath.
    OVERLAY_QUERY = "E0402", Error,
        "The `target` (and `copy`) of an overlay's action is a JSONPath (RFC 9535). It starts with `$`; a key with slashes or dots is written in brackets and quotes: `$.paths['/login'].post`.";
    /// An overlay that lacks what it needs.
    OVERLAY_STRUCTURE = "E0403", Error,
        "An overlay is an object with `overlay` (the version of the specification), `info` and `actions`; an action has a `target` and one of `update`, `copy` and `remove`.";
    /// An update that does not fit.
    OVERLAY_CLASH = "E0404", Error,
        "An update merges objects with objects, concatenates arrays with arrays, and replaces strings, numbers and booleans by each other. An array as the target itself gets the update as one more element. To replace a value by one of another kind, or an array by another array, remove it in one action and add it in the next.";
    /// A field that overlays do not have.
    OVERLAY_FIELD = "W0405", Warning,
        "The Overlay Specification has no such field. It is ignored; if it is a slip of the pen, so is what it should have done. Fields of your own start with `x-`.";
    /// An overlay written for another document.
    OVERLAY_DOCUMENT = "W0406", Warning,
        "The `extends` of the overlay names another document than the one it is applied to. It is applied all the same, since the configuration says so.";

    // 05: configuration

    /// `cratewright.toml` is not TOML.
    CONFIG_SYNTAX = "E0501", Error,
        "The configuration is not well-formed TOML 1.0.";
    /// A key that no setting has.
    CONFIG_KEY = "E0502", Error,
        "The configuration has a key that is not a setting. A misspelt setting that was silently ignored would be worse than none.";
    /// A setting with a value that it can't have.
    CONFIG_VALUE = "E0503", Error,
        "A setting has a value of the wrong type, or one that it can't have.";
    /// A setting that has to be there is not.
    CONFIG_MISSING = "E0504", Error,
        "A setting without which there is nothing to generate is missing: the name of the crate, or its documents.";
    /// A glob that matches nothing.
    CONFIG_NO_MATCH = "E0505", Error,
        "A glob of `documents` matches no file. Either it is misspelt or the files have moved; a crate without those documents is not what was asked for.";
}
