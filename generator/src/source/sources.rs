//! The files of a run: each is loaded, decoded and parsed once, whoever refers to it.

use std::collections::HashMap;
use std::sync::atomic::AtomicUsize;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError, RwLock};

use elsa::sync::FrozenVec;
use foldhash::fast::RandomState;

use super::line_index::LineIndex;
use super::node::step;
use super::overlay::Overlaid;
use super::parts::Parts;
use super::positions::Positions;
use super::read::Syntax;
use super::{FileId, Limits, Loader, Node, Pointer, path, report};
use crate::diagnostic::Sink;

/// The documents of a run. Files are only ever added, so that values can be borrowed from the
/// files that are there while others are loaded.
pub struct Sources<'l> {
    pub(super) loader: &'l dyn Loader,
    pub(super) limits: Limits,
    files: FrozenVec<Box<File>>,
    /// How many bytes were loaded.
    pub(super) bytes: AtomicUsize,
    by_name: Mutex<HashMap<String, FileId>>,
    /// The overlays of each document, by normalised paths.
    pub(super) overlays: HashMap<String, Vec<String>>,
    /// The document that is being read, and what was assumed about references of its parts.
    parts: Mutex<Parts>,
    /// Stands for what is not there.
    none: File,
}

/// One file. A file that could not be read is kept too, so that diagnostics can name it and it is
/// not tried again.
#[derive(Debug, Default)]
pub(super) struct File {
    pub(super) name: String,
    pub(super) text: String,
    /// The notation it is well-formed in, if it is.
    pub(super) syntax: Option<Syntax>,
    /// Whether no reference in it, overlays included, is to another file.
    pub(super) closed: bool,
    /// What it says, overlays included.
    pub(super) content: OnceLock<Overlaid>,
    /// Where the text says what, overlays not included.
    pub(super) positions: OnceLock<Positions>,
    /// Where its lines are.
    pub(super) lines: OnceLock<LineIndex>,
    /// Where its references lead that were followed, as they are written.
    pub(super) resolved: RwLock<HashMap<String, Pointer, RandomState>>,
}

impl File {
    /// Where a reference leads, if it was followed before.
    pub(super) fn known_target(&self, reference: &str) -> Option<Pointer> {
        self.resolved.read().unwrap_or_else(PoisonError::into_inner).get(reference).cloned()
    }

    pub(super) fn remember_target(&self, reference: &str, target: &Pointer) {
        let mut resolved = self.resolved.write().unwrap_or_else(PoisonError::into_inner);
        resolved.insert(reference.to_owned(), target.clone());
    }
}

impl<'l> Sources<'l> {
    /// No files yet.
    pub fn new(loader: &'l dyn Loader, limits: Limits) -> Self {
        Self {
            loader,
            limits,
            files: FrozenVec::new(),
            bytes: AtomicUsize::new(0),
            by_name: Mutex::default(),
            overlays: HashMap::new(),
            parts: Mutex::default(),
            none: File::default(),
        }
    }

    /// Applies overlay files to a document, in this order, whenever it is loaded, be it by a `$ref`.
    /// All are paths from the source root; one that can't be is reported when the document is loaded.
    pub fn with_overlays<'p>(mut self, document: &str, overlays: impl IntoIterator<Item = &'p str>) -> Self {
        let document = path::normalise(document).unwrap_or_else(|_| document.to_owned());
        self.overlays.entry(document).or_default().extend(overlays.into_iter().map(str::to_owned));
        self
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
        let file = match self.known(name) {
            Some(file) => file,
            None => self.read(name, from, sink)?,
        };
        self.file(file).content.get().map(|_| file)
    }

    /// Adds a text that is no document, so that diagnostics can show it: the configuration. The
    /// same text is added once, and no reference leads to it.
    pub fn add_text(&self, name: &str, text: &str) -> Option<FileId> {
        let is = |file: &File| file.name == name && file.text == text && file.syntax.is_none();
        let known = self.files().find(|file| is(self.file(*file)));
        known.or_else(|| self.push(File { name: name.to_owned(), text: text.to_owned(), ..File::default() }))
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
        let root = &self.file(pointer.file).content.get()?.tree;
        let value = pointer.tokens().try_fold(root, |value, token| step(value, &token))?;
        Some(Node { value, pointer: pointer.clone() })
    }

    /// The value a file holds as a whole.
    pub fn root(&self, file: FileId) -> Option<Node<'_>> {
        self.node(&Pointer::root(file))
    }

    /// Whether nothing in a file leads to another one.
    pub(crate) fn is_closed(&self, file: FileId) -> bool {
        self.file(file).closed
    }

    /// All files in the order in which they were first asked for.
    pub fn files(&self) -> impl Iterator<Item = FileId> + use<> {
        (0..self.files.len()).filter_map(|index| u32::try_from(index).ok()).map(FileId)
    }

    /// A name without a file behind it.
    fn reserve(&self, name: String) -> Option<FileId> {
        self.known(&name).or_else(|| self.add(File { name, ..File::default() }))
    }

    pub(super) fn next_id(&self) -> Option<FileId> {
        u32::try_from(self.files.len()).ok().map(FileId)
    }

    pub(super) fn add(&self, file: File) -> Option<FileId> {
        let name = file.name.clone();
        let id = self.push(file)?;
        self.by_name.lock().unwrap_or_else(PoisonError::into_inner).insert(name, id);
        Some(id)
    }

    fn known(&self, name: &str) -> Option<FileId> {
        self.by_name.lock().unwrap_or_else(PoisonError::into_inner).get(name).copied()
    }

    pub(super) fn parts(&self) -> MutexGuard<'_, Parts> {
        self.parts.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn push(&self, file: File) -> Option<FileId> {
        let id = self.next_id()?;
        self.files.push(Box::new(file));
        Some(id)
    }

    /// The file of an id; an id of other sources is a file without a name.
    pub(super) fn file(&self, id: FileId) -> &File {
        self.files.get(id.0 as usize).unwrap_or(&self.none)
    }
}
