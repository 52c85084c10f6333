//! Where the bytes of documents come from.
//!
//! The library does no IO (ARCHITECTURE.md, invariant 1): the command line brings a loader that
//! reads a folder, tests and other programs bring a [`MemoryLoader`].

use std::collections::BTreeMap;

/// Gives the bytes of a file by its path.
pub trait Loader: Sync {
    /// The bytes of the file at `path`, which is relative to the source root, separated by `/`,
    /// and normalised: no `.`, no `..`, no empty segment, never outside the root. A loader over a
    /// file system has to see to it that symbolic links do not lead outside either.
    fn load(&self, path: &str) -> Result<Vec<u8>, LoadError>;
}

/// Why a file can't be had.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// There is no such file.
    #[error("no such file")]
    NotFound,
    /// The path leads out of the source root, by a symbolic link for instance.
    #[error("it is outside of the source root")]
    OutsideRoot,
    /// There is something of that name that is no file: a folder, a pipe, a device.
    #[error("it is not a file")]
    NotAFile,
    /// The file is larger than the loader is willing to read.
    #[error("it is larger than {limit} bytes")]
    TooLarge {
        /// The most it would have read.
        limit: u64,
    },
    /// The system refused.
    #[error("{0}")]
    Io(#[from] std::io::Error),
}

/// Files in memory, by path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MemoryLoader {
    files: BTreeMap<String, Vec<u8>>,
}

impl MemoryLoader {
    /// No files.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file, or replaces the one at that path.
    pub fn with(mut self, path: impl Into<String>, content: impl Into<Vec<u8>>) -> Self {
        self.files.insert(path.into(), content.into());
        self
    }
}

impl Loader for MemoryLoader {
    fn load(&self, path: &str) -> Result<Vec<u8>, LoadError> {
        self.files.get(path).cloned().ok_or(LoadError::NotFound)
    }
}
