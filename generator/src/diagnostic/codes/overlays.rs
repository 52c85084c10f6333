//! 04: overlays.

use super::codes;

codes! {
    /// An action of an overlay selects nothing.
    OVERLAY_UNMATCHED = "E0401", Error,
        "The target of an overlay's action selects nothing in the document it is applied to. The Overlay Specification lets such an action pass; here it is an error, because an overlay corrects a mistake, and a correction that no longer applies should be looked at: the document was renamed around it, or corrected at last.",
        help: "correct the `target`, or remove the action if the document has been mended";
    /// A target that is not a JSONPath.
    OVERLAY_QUERY = "E0402", Error,
        "The `target` (and `copy`) of an overlay's action is a JSONPath (RFC 9535). It starts with `$`; a key with slashes or dots is written in brackets and quotes: `$.paths['/login'].post`.",
        help: "write a JSONPath such as `$.paths['/login'].post`";
    /// An overlay that lacks what it needs.
    OVERLAY_STRUCTURE = "E0403", Error,
        "An overlay is an object with `overlay` (the version of the specification), `info` and `actions`; an action has a `target` and one of `update`, `copy` and `remove`.",
        help: "write an object with `overlay: 1.0.0`, `info` and `actions`, each of which has a `target`";
    /// An update that does not fit.
    OVERLAY_CLASH = "E0404", Error,
        "An update merges objects with objects, concatenates arrays with arrays, and replaces strings, numbers and booleans by each other. An array as the target itself gets the update as one more element. To replace a value by one of another kind, or an array by another array, remove it in one action and add it in the next.",
        help: "remove the old value in one action, and add the new one in the next";
    /// A field that overlays do not have.
    OVERLAY_FIELD = "W0405", Warning,
        "The Overlay Specification has no such field. It is ignored; if it is a slip of the pen, so is what it should have done. Fields of your own start with `x-`.",
        help: "remove the field, correct its name, or let it start with `x-`";
    /// An overlay written for another document.
    OVERLAY_DOCUMENT = "W0406", Warning,
        "The `extends` of the overlay names another document than the one it is applied to. It is applied all the same, since the configuration says so.",
        help: "correct `extends`, or apply the overlay to the document that it names";
}
