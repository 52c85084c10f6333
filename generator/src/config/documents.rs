//! `documents` of `[source]`: paths, globs, and tables with settings of their own.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use glob::{MatchOptions, Pattern};

use super::reader::{Reader, Value};
use super::{Document, Selector};
use crate::diagnostic::{CONFIG_MISSING, CONFIG_NO_MATCH, CONFIG_VALUE};
use crate::names::{Case, Ident};
use crate::source::normalise;

/// One element of `documents`.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The settings; the path may still be a glob.
    pub document: Document,
    /// `!v1/draft.yaml`: what it matches is left out of the globs before and after it.
    pub negated: bool,
    span: Range<usize>,
}

/// `*` stays within a folder, `**` does not.
const OPTIONS: MatchOptions =
    MatchOptions { case_sensitive: true, require_literal_separator: true, require_literal_leading_dot: true };

/// Reads the array.
pub(super) fn read(reader: Reader<'_>, value: &Value<'_>) -> Vec<Entry> {
    reader.elements(value).into_iter().filter_map(|element| entry(reader, element)).collect()
}

fn entry(reader: Reader<'_>, value: &Value<'_>) -> Option<Entry> {
    let document = match value.get_ref().is_table() {
        true => settings(reader, value)?,
        false => Document::new(reader.text(value)?),
    };
    let (negated, path) = match document.path.strip_prefix('!') {
        Some(path) => (true, path.to_owned()),
        None => (false, document.path.clone()),
    };
    if let Err(fault) = Pattern::new(&path) {
        reader.wrong_value(value, format!("`{path}` is not a glob: {}", fault.msg), "write `[[]` for a `[`");
        return None;
    }
    // One file has one path, so that it is known where it is named in full and by a glob.
    let path = if is_glob(&path) { path } else { normalise(&path).unwrap_or(path) };
    Some(Entry { document: Document { path, ..document }, negated, span: value.span() })
}

/// `{ path = "…", module = "…", … }`.
fn settings(reader: Reader<'_>, value: &Value<'_>) -> Option<Document> {
    let mut document = Document::default();
    let known =
        ["path", "module", "namespace", "base_path", "split", "tags", "include", "exclude", "overlays"];
    for (key, member) in reader.members(reader.table(value)?, &known) {
        match key {
            "path" => document.path = reader.text(member)?,
            "module" => document.module = Some(reader.text(member)?),
            "namespace" => document.namespace = namespace(reader, member),
            "base_path" => document.base_path = base_path(reader, member),
            "split" => document.split_by_tags = split(reader, member),
            "overlays" => document.overlays = reader.texts(member),
            "tags" => document.operations.tags = tags(reader, member),
            "include" => document.operations.include = selectors(reader, member),
            _ => document.operations.exclude = selectors(reader, member),
        }
    }
    if document.path.is_empty() {
        let help = "add `path = \"…\"`, a path or a glob below the source root".to_owned();
        reader.report(&CONFIG_MISSING, value.span(), "the document has no `path`".to_owned(), help);
        return None;
    }
    Some(document)
}

/// A namespace is one module; its name is said as it will be written.
fn namespace(reader: Reader<'_>, value: &Value<'_>) -> Option<String> {
    let text = reader.text(value)?;
    let module = Ident::new(&text, Case::Snake);
    if text != module.plain() {
        let help = format!("write `{}`", module.plain());
        reader.wrong_value(value, format!("`{text}` is not the name of a module"), help);
    }
    Some(text)
}

fn base_path(reader: Reader<'_>, value: &Value<'_>) -> Option<String> {
    let text = reader.text(value)?;
    if !text.starts_with('/') {
        reader.wrong_value(value, "a base path starts with `/`", format!("write `/{text}`"));
    }
    Some(text.trim_end_matches('/').to_owned())
}

/// `split = "tags"`, which is the one way there is.
fn split(reader: Reader<'_>, value: &Value<'_>) -> bool {
    let by_tags = reader.text(value).is_some_and(|text| text == "tags");
    if !by_tags {
        reader.wrong_value(value, "a document is split by its tags", "write `split = \"tags\"`");
    }
    by_tags
}

fn tags(reader: Reader<'_>, value: &Value<'_>) -> Vec<Selector> {
    reader.texts(value).into_iter().map(Selector::Tag).collect()
}

fn selectors(reader: Reader<'_>, value: &Value<'_>) -> Vec<Selector> {
    let mut selectors = Vec::new();
    for element in reader.elements(value) {
        let Some(text) = reader.text(element) else { continue };
        match text.parse() {
            Ok(selector) => selectors.push(selector),
            Err(fault) => reader.wrong_value(
                element,
                format!("`{text}` selects no operation: {fault}"),
                "write `POST /login`, `/admin/**`, `tag:admin`, or an operationId",
            ),
        }
    }
    selectors
}

/// The documents that the entries name, by path.
///
/// What is said of one file alone counts more than what is said of many: a file that an entry names
/// in full has that entry's settings, and a glob with settings wins over one without. In which order
/// the entries are listed is of no effect.
pub(super) fn expand(entries: &[Entry], files: &[String], reader: Reader<'_>) -> Vec<Document> {
    let mut found = BTreeMap::new();
    for entry in entries.iter().filter(|entry| !entry.negated && !entry.is_glob()) {
        let path = entry.document.path.as_str();
        if found.insert(path, entry).is_some() {
            let message = format!("`{path}` is named twice");
            reader.report(&CONFIG_VALUE, entry.span.clone(), message, "leave one of the two out".to_owned());
        }
    }
    let negative = entries.iter().filter(|entry| entry.negated);
    let left_out: BTreeSet<&str> = negative.flat_map(|entry| matching(&entry.document.path, files)).collect();
    let globs = || entries.iter().filter(|entry| !entry.negated && entry.is_glob());
    let (with_settings, plain): (Vec<_>, Vec<_>) = globs().partition(|entry| entry.has_settings());
    for entry in with_settings.into_iter().chain(plain) {
        let paths = matching(&entry.document.path, files);
        if paths.is_empty() {
            report_no_match(entry, reader);
        }
        for path in paths.into_iter().filter(|path| !left_out.contains(path)) {
            let other = *found.entry(path).or_insert(entry);
            if other.is_glob() && entry.has_settings() && !entry.agrees_with(other) {
                report_two_settings(path, entry, reader);
            }
        }
    }
    let document =
        |(path, entry): (&str, &Entry)| Document { path: path.to_owned(), ..entry.document.clone() };
    found.into_iter().map(document).collect()
}

fn report_no_match(entry: &Entry, reader: Reader<'_>) {
    let message = format!("`{}` matches no file below the source root", entry.document.path);
    let help = "`*` stays within one folder; `**` goes into folders".to_owned();
    reader.report(&CONFIG_NO_MATCH, entry.span.clone(), message, help);
}

fn report_two_settings(path: &str, entry: &Entry, reader: Reader<'_>) {
    let message = format!("`{path}` is matched by two globs with different settings");
    let help = format!("name `{path}` in full, with the settings that it is to have");
    reader.report(&CONFIG_VALUE, entry.span.clone(), message, help);
}

impl Entry {
    /// Whether it names files by a pattern.
    pub(super) fn is_glob(&self) -> bool {
        is_glob(&self.document.path)
    }

    fn has_settings(&self) -> bool {
        !self.agrees_with(&Self { document: Document::default(), ..self.clone() })
    }

    /// Whether both say the same of the files that they name.
    fn agrees_with(&self, other: &Self) -> bool {
        let path = self.document.path.clone();
        self.document == Document { path, ..other.document.clone() }
    }
}

fn is_glob(path: &str) -> bool {
    path.contains(['*', '?', '['])
}

/// The files that a glob matches, in path order.
fn matching<'f>(glob: &str, files: &'f [String]) -> Vec<&'f str> {
    let Ok(pattern) = Pattern::new(glob) else { return Vec::new() };
    let mut found: Vec<&str> = files.iter().map(String::as_str).collect();
    found.retain(|file| pattern.matches_with(file, OPTIONS));
    found.sort_unstable();
    found
}
