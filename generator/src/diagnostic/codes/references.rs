//! 01: references.

use super::codes;

codes! {
    /// A `$ref` to nothing.
    MISSING_TARGET = "E0101", Error,
        "A `$ref` names a place that is not in the document. The part after `#` is a JSON pointer (RFC 6901): keys separated by `/`, where a `/` within a key is written `~1` and a `~` is written `~0`, so that the path `/login` is `#/paths/~1login`. Without a `#`, the whole file is meant.",
        help: "correct the reference, or add what it names";
    /// References that only refer to each other.
    REFERENCE_CYCLE = "E0102", Error,
        "A reference leads to a reference, and so on, and comes back without a value having been found. A type may well refer to itself through one of its properties; but a definition that consists of nothing but a `$ref` to itself describes nothing.",
        help: "one of them has to be a definition instead of a reference";
    /// `$ref: https://…`.
    REMOTE_REFERENCE = "E0103", Error,
        "A `$ref` is a URL. Generating code must not depend on what a server answers today, so that only files are read. Save a copy of the document beside this one and refer to that.",
        help: "save a copy of the file below the source root, and refer to that";
    /// The fragment is not a JSON pointer.
    MALFORMED_REFERENCE = "E0104", Error,
        "What follows the `#` of a `$ref` is a JSON pointer, and a pointer that is not empty starts with `/`: `#/definitions/Pet`.",
        help: "write `#/` and the keys that lead to the place, separated by `/`";
    /// A path that may not be followed.
    REFUSED_REFERENCE = "E0105", Error,
        "A `$ref` is a relative reference to a file below the source root. Absolute paths, drive letters, backslashes and paths that lead out of the root are refused: a document may come from anybody, and the machine that generates code from it has files that are none of its business.",
        help: "copy the file below the source root and refer to it by a relative path, or choose a root above both files";
    /// `#/definitions/Pet` in a file that has no such place, while the document has.
    ASSUMED_DOCUMENT = "W0106", Warning breach,
        "A `$ref` that starts with `#` is about the file that it stands in. This file has nothing there, and the document that it is a part of has; so that is taken, as tools do that join the files first. Write the document's name before the `#`.",
        help: "write the document's name before the `#`";
}
