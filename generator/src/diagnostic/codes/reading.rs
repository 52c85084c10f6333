//! 00: reading files.

use super::codes;

codes! {
    /// A file can't be loaded.
    UNREADABLE_FILE = "E0001", Error,
        "A document, or a file that a `$ref` names, could not be read. Paths in a `$ref` are relative to the file that holds it, and `/` separates folders on every system. Nothing outside of the source root is read, by `..` or by a symbolic link.",
        help: "write the path as it is below the folder of the file that names it, or put the file there";
    /// The YAML or JSON does not parse.
    SYNTAX = "E0002", Error,
        "The file is not well-formed YAML (or JSON, by its extension). The frame shows a slip after whose repair the parser gets on, if there is one, and otherwise where the parser gave up; the cause may be a line or two above then: a missing space after a colon, a line indented by a tab or by one space too few, a quote that is not closed, or a plain text that starts with `@`, `%` or a backtick or has `: ` in it and needs quotes.",
        help: "mend the line, or the one above it";
    /// One key twice in an object.
    DUPLICATE_KEY = "E0003", Error,
        "An object has the same key twice. Parsers silently keep one of the two, and not all the same one, so the document means different things to different tools. Keys are compared as they are spelled: the status codes `200` and `'200'` are the same key.",
        help: "remove one of the two, or rename it";
    /// Too large, too deep, too many.
    LIMIT = "E0004", Error,
        "The input is larger than any document should be: too many bytes or values in a file, too many files, objects and arrays nested too deeply, or YAML aliases that stand for aliases that stand for more aliases; or what it describes is: too many operations, types, properties, parameters, or types within types. The limits protect a build from a document that was made, or broken, to exhaust it. Others can be set under `[limits]` in the configuration or with `--limit NAME=N`; the README lists them.",
        help: "make the document smaller or split it; if it has to be so large, raise the limit under `[limits]` in `cratewright.toml` or with `--limit`";
    /// Bytes that are no text.
    NOT_UTF8 = "E0005", Error,
        "Documents are UTF-8, or UTF-16 with a byte order mark. The message names the first byte, counted from 0, that is part of no character; most often the file was saved in an older encoding such as Windows-1252.",
        help: "save the file as UTF-8";
    /// `---` in the middle of a file.
    SEVERAL_DOCUMENTS = "W0006", Warning,
        "A YAML file can hold several documents, separated by a line `---`. An API description is one document, so the first is read and the others are not.",
        help: "put each document into a file of its own";
    /// More of the same than anybody reads.
    MORE_FINDINGS = "W0007", Warning,
        "A finding came up so often that the rest of its kind is not listed. The first ones often have one cause. How many are listed is the limit `findings`.",
        help: "mend the listed ones and run again, or raise the limit with `--limit findings=N`";
}
