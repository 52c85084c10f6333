//! What is said about a file that can't be read as it is.

use super::read::{Duplicate, Fault, ParseError};
use super::{FileId, Limits, Pointer, Sources};
use crate::diagnostic::{self as code, Diagnostic, Place, Sink};
use crate::size::raise;

/// The place of a fault of a whole file: the `$ref` that names it, or the file itself.
fn place(file: FileId, from: Option<&Pointer>) -> Place {
    from.map_or(Place::File(file), |reference| Place::Value(reference.clone()))
}

pub(super) fn unreadable(sink: &Sink, file: FileId, name: &str, from: Option<&Pointer>, reason: &str) {
    let message = format!("can't read `{name}`: {reason}");
    sink.report(Diagnostic::new(&code::UNREADABLE_FILE, place(file, from), message));
}

pub(super) fn too_many_files(sink: &Sink, name: &str, from: Option<&Pointer>, limit: usize) {
    let message = format!("`{name}` is one file too many: at most {limit} are read");
    sink.report(Diagnostic::new(&code::LIMIT, place(FileId(0), from), message).help(raise("files")));
}

pub(super) fn too_many_bytes(sink: &Sink, file: FileId, name: &str, from: Option<&Pointer>, limit: usize) {
    let message = format!("with `{name}`, the files have more than {limit} bytes");
    sink.report(Diagnostic::new(&code::LIMIT, place(file, from), message).help(raise("total_bytes")));
}

pub(super) fn not_utf8(sink: &Sink, file: FileId, name: &str, at: usize, valid: &str) {
    let message = format!("`{name}` is not UTF-8: byte {at} starts no character");
    let place = Place::Bytes(file, valid.len()..valid.len());
    sink.report(Diagnostic::new(&code::NOT_UTF8, place, message));
}

pub(super) fn more_documents(sink: &Sink, sources: &Sources<'_>, file: FileId, name: &str) {
    let message = format!("`{name}` has several YAML documents, and only the first is read");
    let place = sources.end_of_document(file).map_or(Place::File(file), |line| Place::Bytes(file, line));
    sink.report(Diagnostic::new(&code::SEVERAL_DOCUMENTS, place, message).label("the second begins here"));
}

pub(super) fn duplicate(sink: &Sink, sources: &Sources<'_>, file: FileId, duplicate: &Duplicate) {
    let pointer = Pointer::new(file, &duplicate.path);
    let message = format!("the key `{}` is there twice", pointer.last().unwrap_or_default());
    let keys = sources.key_occurrences(&pointer);
    let found = match (keys.first(), keys.get(duplicate.occurrence)) {
        (Some(first), Some(again)) => {
            Diagnostic::new(&code::DUPLICATE_KEY, Place::Bytes(file, again.clone()), message)
                .label("again here")
                .also(Place::Bytes(file, first.clone()), "first here")
        }
        _ => Diagnostic::new(&code::DUPLICATE_KEY, Place::Key(pointer), message),
    };
    sink.report(found);
}

pub(super) fn parse_error(
    sink: &Sink,
    file: FileId,
    name: &str,
    error: &ParseError,
    text: &str,
    limits: &Limits,
) {
    let (kind, message) = match &error.fault {
        Fault::Syntax(words) => (&code::SYNTAX, format!("`{name}` is not well-formed: {words}")),
        Fault::Depth => (&code::LIMIT, format!("`{name}` is nested deeper than {} levels", limits.depth)),
        Fault::Nodes => (&code::LIMIT, format!("`{name}` has more than {} values", limits.nodes)),
        Fault::Aliases => (
            &code::LIMIT,
            format!("the aliases in `{name}` stand for more than {} values", limits.alias_nodes),
        ),
        Fault::Key => (&code::LIMIT, format!("`{name}` has a key of more than {} bytes", limits.key_bytes)),
    };
    let mut found = Diagnostic::new(kind, Place::Bytes(file, error.bytes.clone()), message);
    if let Some((bytes, words)) = &error.context {
        found = found.also(Place::Bytes(file, bytes.clone()), words.clone());
    }
    let next = text.get(error.bytes.start..).and_then(|rest| rest.chars().next());
    let hint = || hint(&error.fault, next).map(str::to_owned);
    if let Some(help) = error.help.clone().or_else(hint) {
        found = found.help(help);
    }
    sink.report(found);
}

/// What is most often behind the parser's words.
fn hint(fault: &Fault, next: Option<char>) -> Option<&'static str> {
    let Fault::Syntax(words) = fault else { return None };
    match (words.as_str(), next) {
        ("found character that cannot start any token", Some('\t')) => Some("indent by spaces, not by tabs"),
        ("found a tab character that violates indentation", _) => Some("indent by spaces, not by tabs"),
        ("trailing comma", _) => Some("remove the comma before the bracket"),
        ("found character that cannot start any token", _) => Some("put the text into quotes"),
        ("mapping values are not allowed in this context", _) => {
            Some("put a text with `: ` in it into quotes, and indent the keys of an object alike")
        }
        ("did not find expected key", _) => Some("indent the keys of an object alike"),
        ("could not find expected ':'", _) => Some("write `key: value`, with a space after the colon"),
        _ => None,
    }
}
