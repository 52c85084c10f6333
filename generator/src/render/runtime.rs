//! The support code of generated crates, as text.
//!
//! It is compiled and tested as a package of its own and copied verbatim, so that a generated
//! crate depends on nothing of ours. Parts that an API has no use for are left out, with the
//! lines of `mod.rs` that name them.

use include_dir::{Dir, include_dir};

use crate::analyze::Parts;

/// What the contract tests are made of; beside the runtime because it is tested with it.
const CONTRACT_SUPPORT: &str = include_str!("../../runtime/src/contract.rs");

static RUNTIME: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/runtime/src/runtime");

/// What a line of `mod.rs` ends with that belongs to a part; the part's name follows.
const PART: &str = "// part: ";

/// The files of the runtime by their path in the crate.
pub fn runtime_files(parts: Parts) -> Vec<(String, String)> {
    let index = RUNTIME.get_file("mod.rs").and_then(include_dir::File::contents_utf8).unwrap_or_default();
    let left_out: Vec<&str> = index.lines().filter(|line| !wanted(line, parts)).filter_map(module).collect();
    let mut files = Vec::new();
    collect(&RUNTIME, &mut files);
    files.retain(|(path, _)| !left_out.iter().any(|module| is_of(module, path)));
    for (path, text) in &mut files {
        if path == "mod.rs" {
            *text = without_parts(text, parts);
        }
    }
    let runtime = files.into_iter().map(|(path, text)| (format!("src/runtime/{path}"), text));
    let support = ("tests/contract/support.rs".to_owned(), CONTRACT_SUPPORT.to_owned());
    runtime.chain([support]).collect()
}

fn collect(folder: &Dir<'_>, files: &mut Vec<(String, String)>) {
    for file in folder.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        files.extend(file.contents_utf8().map(|text| (path, text.to_owned())));
    }
    folder.dirs().for_each(|folder| collect(folder, files));
}

/// The index without the lines of parts that are not wanted, and without the marks of the others.
fn without_parts(index: &str, parts: Parts) -> String {
    let lines = index.lines().filter(|line| wanted(line, parts));
    lines.map(|line| line.split(PART).next().unwrap_or(line).trim_end().to_owned() + "\n").collect()
}

fn wanted(line: &str, parts: Parts) -> bool {
    match line.split_once(PART).map(|(_, part)| part.trim()) {
        Some("date") => parts.date,
        Some("decimal") => parts.decimal,
        Some("uuid") => parts.uuid,
        Some("base64") => parts.base64,
        Some("multipart") => parts.multipart,
        Some("pattern") => parts.pattern,
        Some("look_around") => parts.look_around,
        _ => true,
    }
}

/// The module that is declared on a line.
fn module(line: &str) -> Option<&str> {
    let (_, rest) = line.split_once("mod ")?;
    rest.split_once(';').map(|(name, _)| name)
}

/// Whether a file is that of a module, or in its folder.
fn is_of(module: &str, path: &str) -> bool {
    path.strip_prefix(module).is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
}
