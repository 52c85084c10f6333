//! A configuration file and the folders that it names.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{OutputFolder, SourceFolder};
use crate::config::{Config, ConfigFile};
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::{FileId, Limits, LoadError, Loader, Sources};

/// What is to be generated, where the documents are, and where the crate goes.
#[derive(Debug, Clone)]
pub struct Project {
    /// What is to be generated.
    pub config: Config,
    /// Where the documents are.
    pub source: SourceFolder,
    /// Where the crate goes.
    pub output: OutputFolder,
}

/// Why a project can't be opened.
pub enum OpenError {
    /// A file or a folder can't be read.
    Io(PathBuf, io::Error),
    /// The configuration has faults; the sources hold the text that they are about.
    Config(Vec<Diagnostic>, Box<Sources<'static>>),
}

impl Project {
    /// Reads the configuration file at `path`. The folders in it are relative to its own.
    pub fn open(path: &Path) -> Result<Self, OpenError> {
        let text = read(path)?;
        let sources = Sources::new(&Nothing, Limits::default());
        let id = sources.add_text(&path.display().to_string(), &text).unwrap_or(FileId(0));
        let sink = Sink::new();

        let file = ConfigFile::parse(id, &sources, &sink);
        if sink.has_errors() {
            return Err(OpenError::Config(sink.into_findings(), Box::new(sources)));
        }
        let here = path.parent().unwrap_or(path);
        let output = OutputFolder::new(here.join(&file.output));
        let root = here.join(&file.root);
        let source = SourceFolder::new(&root, file.config.limits.file_bytes);
        let source = source.map_err(|error| OpenError::Io(root.clone(), error))?;
        // A folder is only searched where there is something to search for.
        let files = if file.has_globs() { source.files() } else { Ok(Vec::new()) };
        let files = files.map_err(|error| OpenError::Io(root, error))?;

        let config = file.resolve(&files, &sink);
        match sink.has_errors() {
            true => Err(OpenError::Config(sink.into_findings(), Box::new(sources))),
            false => Ok(Self { config, source, output }),
        }
    }
}

fn read(path: &Path) -> Result<String, OpenError> {
    fs::read_to_string(path).map_err(|error| OpenError::Io(path.to_owned(), error))
}

/// The configuration refers to no documents by itself.
struct Nothing;

impl Loader for Nothing {
    fn load(&self, _: &str) -> Result<Vec<u8>, LoadError> {
        Err(LoadError::NotFound)
    }
}
