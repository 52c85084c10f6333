//! 05: configuration and output.

use super::codes;

codes! {
    /// `cratewright.toml` is not TOML.
    CONFIG_SYNTAX = "E0501", Error,
        "The configuration is not well-formed TOML 1.0.",
        help: "mend the line, or the one above it";
    /// A key that no setting has.
    CONFIG_KEY = "E0502", Error,
        "The configuration has a key that is not a setting. A misspelt setting that was silently ignored would be worse than none.",
        help: "remove the key, or correct its name";
    /// A setting with a value that it can't have.
    CONFIG_VALUE = "E0503", Error,
        "A setting has a value of the wrong type, or one that it can't have.",
        help: "write a value of the type that is expected";
    /// A setting that has to be there is not.
    CONFIG_MISSING = "E0504", Error,
        "A setting without which there is nothing to generate is missing: the name of the crate, or its documents.",
        help: "add the setting";
    /// A glob that matches nothing.
    CONFIG_NO_MATCH = "E0505", Error,
        "A glob of `documents` matches no file. Either it is misspelt or the files have moved; a crate without those documents is not what was asked for.",
        help: "`*` stays within one folder; `**` goes into folders";
    /// A name pinned to a place where nothing is.
    PINNED_NOTHING = "E0506", Error,
        "The configuration pins a Rust name to a place in a document where no operation, parameter, definition or property is. The place is the file below the source root, `#`, and a JSON pointer, in which `~1` stands for `/`: `login.yaml#/paths/~1login/post`. The document may have changed since the line was written; code that uses the name would fail to compile, so that the run stops here.",
        help: "pin an operation, a parameter, a definition or a property, or remove the line";

    /// A correction of a file that nothing refers to.
    CORRECTED_NOTHING = "E0507", Error,
        "The configuration names overlays for a file that no document refers to, so that they correct nothing. The file may have been renamed. Overlays for a document itself are written in its entry of `documents`.",
        help: "name a file as a `$ref` does, below the source root, or remove the line";

    /// A selector that no operation is.
    SELECTED_NOTHING = "E0508", Error,
        "`tags`, `include` and `exclude` of a document select operations by tag, path, method or `operationId`, and one of them selects nothing, in none of the documents that it is written for. It is misspelt, or the document has changed: an operation that should have been left out might be generated now, or the other way round.",
        help: "correct the selector, or remove it from the entry of `documents`";

    /// An `allow` that lets nothing pass.
    UNUSED_ALLOWANCE = "W0509", Warning,
        "The configuration (or `--allow`) lets findings pass, and there are none of that kind, or `deny` says otherwise of all of them. What it was written for has been mended; as long as it stands, it hides the next one. A run with errors does not say so, since it has not seen everything.",
        help: "remove it";
}
