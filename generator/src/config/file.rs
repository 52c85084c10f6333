//! `cratewright.toml` as it is written, before its globs are resolved.

use toml::de::DeTable;

use super::documents::{self, Entry};
use super::reader::Reader;
use super::{Config, Written, sections};
use crate::diagnostic::{CONFIG_SYNTAX, Diagnostic, Place, Sink};
use crate::source::{FileId, Sources};

/// A configuration file, read.
#[derive(Debug, Clone)]
pub struct ConfigFile {
    /// The settings. The documents are still [`entries`](Self::entries).
    pub config: Config,
    /// The folder that documents, overlays and references are in, relative to the file.
    pub root: String,
    /// The folder that the crate is written to, relative to the file.
    pub output: String,
    /// The documents: paths and globs, in the order of the file.
    pub entries: Vec<Entry>,
    file: FileId,
}

impl ConfigFile {
    /// Reads the text of a configuration file, which is `file` in `sources`.
    ///
    /// What is wrong is reported into `sink`, all of it; the value that comes back is only good
    /// where nothing was.
    pub fn parse(file: FileId, sources: &Sources<'_>, sink: &Sink) -> Self {
        let (name, text) = (sources.name(file), sources.text(file));
        let written = Written { name: name.to_owned(), text: text.to_owned() };
        let mut read = Self {
            config: Config { written: Some(written), ..Config::default() },
            root: ".".to_owned(),
            output: "generated".to_owned(),
            entries: Vec::new(),
            file,
        };
        let (table, faults) = DeTable::parse_recoverable(text);
        for fault in &faults {
            let span = fault.span().unwrap_or(0..0);
            sink.report(Diagnostic::new(&CONFIG_SYNTAX, Place::Bytes(file, span), fault.message()));
        }
        // What was recovered around a fault would only be reported on top of it.
        if faults.is_empty() {
            sections::read(Reader::new(file, sink), table.get_ref(), &mut read);
        }
        read
    }

    /// Whether [`resolve`](Self::resolve) has to know which files there are.
    pub fn has_globs(&self) -> bool {
        self.entries.iter().any(Entry::is_glob)
    }

    /// Resolves the globs against `files`, the paths below the source root, and gives the
    /// configuration that a run takes.
    pub fn resolve(self, files: &[String], sink: &Sink) -> Config {
        let documents = documents::expand(&self.entries, files, Reader::new(self.file, sink));
        Config { documents, ..self.config }
    }
}
