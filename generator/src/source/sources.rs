//! The files of a run: each is loaded, decoded and parsed once, whoever refers to it.

use std::cell::RefCell;
use std::collections::HashMap;

use elsa::FrozenVec;
use serde_json::Value;

use super::read::{self, Syntax};
use super::{FileId, Limits, LoadError, Loader, Node, Pointer, path, report};
use crate::diagnostic::Sink;

/// The documents of a run. Files are only ever added, so that values can be borrowed from the
/// files that are there while others are loaded.
pub struct Sources<'l> {
    loader: &'l dyn Loader,
    pub(super) limits: Limits,
    files: FrozenVec<Box<File>>,
    by_name: RefCell<HashMap<String, FileId>>,
}

/// One file. A file that could not be read is kept too, so that diagnostics can name it and it is
/// not tried again.
#[derive(Debug, Default)]
pub(super) struct File {
    pub(super) name: String,
    pub(super) text: String,
    pub(super) syntax: Option<Syntax>,
    pub(super) tree: Option<Value>,
}

impl<'l> Sources<'l> {
    /// No files yet.
    pub fn new(loader: &'l dyn Loader, limits: Limits) -> Self {
        Self { loader, limits, files: FrozenVec::new(), by_name: RefCell::default() }
    }

    /// Loads a file by its path from the source root, unless it is there already. `from` is where
    /// the document names it: the place of the `$ref`. What is wrong with the file is reported
    /// once, the first time it is asked for; after that there is only no file.
    pub fn load(&self, path: &str, from: Option<&Pointer>, sink: &Sink) -> Option<FileId> {
        match path::normalise(path) {
            Ok(name) => self.load_normalised(&name, from, sink),
            Err(error) => {
                let file = self.reserve(path.to_owned())?;
                report::unreadable(sink, file, path, from, &error.to_string());
                None
            }
        }
    }

    pub(super) fn load_normalised(&self, name: &str, from: Option<&Pointer>, sink: &Sink) -> Option<FileId> {
        let known = self.by_name.borrow().get(name).copied();
        let file = match known {
            Some(file) => file,
            None => self.read(name, from, sink)?,
        };
        self.file(file).tree.as_ref().map(|_| file)
    }

    /// Adds a text that is no document, so that diagnostics can show it: the configuration.
    pub fn add_text(&self, name: &str, text: &str) -> Option<FileId> {
        self.add(File { name: name.to_owned(), text: text.to_owned(), ..File::default() })
    }

    /// How a file is named in messages: its path from the source root.
    pub fn name(&self, file: FileId) -> &str {
        &self.file(file).name
    }

    /// The text of a file, without a byte order mark; empty if it could not be read.
    pub fn text(&self, file: FileId) -> &str {
        &self.file(file).text
    }

    /// The value at a pointer.
    pub fn node(&self, pointer: &Pointer) -> Option<Node<'_>> {
        let value = self.file(pointer.file).tree.as_ref()?.pointer(pointer.path())?;
        Some(Node { value, pointer: pointer.clone() })
    }

    /// The value a file holds as a whole.
    pub fn root(&self, file: FileId) -> Option<Node<'_>> {
        self.node(&Pointer::root(file))
    }

    /// All files in the order in which they were first asked for.
    pub fn files(&self) -> impl Iterator<Item = FileId> + use<> {
        (0..self.files.len()).filter_map(|index| u32::try_from(index).ok()).map(FileId)
    }

    fn read(&self, name: &str, from: Option<&Pointer>, sink: &Sink) -> Option<FileId> {
        if self.files.len() >= self.limits.files {
            report::too_many_files(sink, name, from, self.limits.files);
            return None;
        }
        let id = self.next_id()?;
        let file = match self.loader.load(name) {
            Ok(bytes) if bytes.len() > self.limits.file_bytes => {
                let error = LoadError::TooLarge { limit: self.limits.file_bytes as u64 };
                report::unreadable(sink, id, name, from, &error.to_string());
                File { name: name.to_owned(), ..File::default() }
            }
            Ok(bytes) => self.parse(id, name, bytes, sink),
            Err(error) => {
                report::unreadable(sink, id, name, from, &error.to_string());
                File { name: name.to_owned(), ..File::default() }
            }
        };
        self.add(file)
    }

    fn parse(&self, id: FileId, name: &str, bytes: Vec<u8>, sink: &Sink) -> File {
        let name = name.to_owned();
        let text = match read::decode(bytes) {
            Ok(text) => text,
            Err((at, text)) => {
                report::not_utf8(sink, id, &name, at, &text);
                return File { name, text, ..File::default() };
            }
        };
        match read::parse(&name, &text, &self.limits) {
            Ok(parsed) => {
                if parsed.more_documents {
                    report::more_documents(sink, id, &name);
                }
                report::duplicates(sink, id, &parsed);
                File { name, text, syntax: Some(parsed.syntax), tree: Some(parsed.value) }
            }
            Err(error) => {
                report::parse_error(sink, id, &name, &error, &self.limits);
                File { name, text, ..File::default() }
            }
        }
    }

    /// A name without a file behind it.
    fn reserve(&self, name: String) -> Option<FileId> {
        let known = self.by_name.borrow().get(&name).copied();
        known.or_else(|| self.add(File { name, ..File::default() }))
    }

    fn next_id(&self) -> Option<FileId> {
        u32::try_from(self.files.len()).ok().map(FileId)
    }

    fn add(&self, file: File) -> Option<FileId> {
        let id = self.next_id()?;
        self.by_name.borrow_mut().insert(file.name.clone(), id);
        self.files.push(Box::new(file));
        Some(id)
    }

    /// The file of an id; an id of other sources is a file without a name.
    pub(super) fn file(&self, id: FileId) -> &File {
        static NONE: File = File { name: String::new(), text: String::new(), syntax: None, tree: None };
        self.files.get(id.0 as usize).unwrap_or(&NONE)
    }
}
