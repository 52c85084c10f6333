//! `generator/DIAGNOSTICS.md`.

use std::fmt::Write;

use cratewright::diagnostic::{Code, Severity};

const HEAD: &str = "\
# What cratewright finds

Every finding, with the frame that `cratewright check` prints for [a document that has it](tests/gallery). \
`cratewright explain CODE` says the same. This page is made by `cargo xtask gallery`, and checked by \
`cargo xtask test`.

`E…` is an error, and nothing is written. `S…` leaves an operation out, and `W…` is a warning; either can \
be denied (`--deny`) or let pass (`--allow`), by its code, or all of a kind: `skipped`, `warnings`.
";

/// The page for these findings.
pub(super) fn text(exhibits: &[(&Code, String)]) -> String {
    let mut text = HEAD.to_owned();
    for (code, rendered) in exhibits {
        let Code { id, explanation, help, .. } = code;
        let severity = match code.severity {
            Severity::Error => "Error",
            Severity::Skipped => "Left out",
            Severity::Warning => "Warning",
        };
        let frame = rendered.trim_end();
        // Where the fixture says something narrower, what there is to do in general is said too.
        let advice = match frame.contains(help) {
            true => String::new(),
            false => format!("\nIn general: {help}.\n"),
        };
        // Writing to a text can't fail.
        let _ = write!(text, "\n## {id}\n\n*{severity}.* {explanation}\n\n```text\n{frame}\n```\n{advice}");
    }
    text
}
