//! 09: Cratewright itself.

use super::codes;

codes! {
    /// What was emitted is not Rust.
    DEFECT = "E0901", Error,
        "Cratewright made something that is not Rust, noticed it, and wrote nothing. That is never the document's fault: please report it, with the document if you can.",
        help: "please report it, with the document that brought it about";
}
