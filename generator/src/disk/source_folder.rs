//! The folder that documents are read from, and that no reference leads out of.

use std::fs;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use crate::source::{LoadError, Loader};

/// A [`Loader`] over a folder.
#[derive(Debug, Clone)]
pub struct SourceFolder {
    root: PathBuf,
    limit: u64,
}

impl SourceFolder {
    /// The folder at `root`. A file with more than `limit` bytes is not read.
    pub fn new(root: &Path, limit: usize) -> io::Result<Self> {
        Ok(Self { root: root.canonicalize()?, limit: limit as u64 })
    }

    /// The folder itself, without symbolic links in its path.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The path below the root of a file that was named in some other way; `None` where it is
    /// outside.
    pub fn relative(&self, path: &Path) -> io::Result<Option<String>> {
        Ok(path.canonicalize()?.strip_prefix(&self.root).ok().map(slashed))
    }

    /// Every file in the folder, in path order, for globs to match. Hidden folders and build
    /// folders are left out, and symbolic links are not followed.
    pub fn files(&self) -> io::Result<Vec<String>> {
        let mut files = Vec::new();
        let mut folders = vec![self.root.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder)? {
                let entry = entry?;
                let kind = entry.file_type()?;
                if kind.is_dir() && !is_passed_over(&entry.path()) {
                    folders.push(entry.path());
                } else if kind.is_file() {
                    files.extend(entry.path().strip_prefix(&self.root).ok().map(slashed));
                }
            }
        }
        files.sort_unstable();
        Ok(files)
    }
}

impl Loader for SourceFolder {
    fn load(&self, path: &str) -> Result<Vec<u8>, LoadError> {
        let found = self.root.join(path).canonicalize().map_err(load_error)?;
        if !found.starts_with(&self.root) {
            return Err(LoadError::OutsideRoot);
        }
        // What is no file may never end: a pipe, a device.
        let metadata = found.metadata().map_err(load_error)?;
        if !metadata.is_file() {
            return Err(LoadError::NotAFile);
        }
        if metadata.len() > self.limit {
            return Err(LoadError::TooLarge { limit: self.limit });
        }
        let file = fs::File::open(found).map_err(load_error)?;
        let size = file.metadata().map_or(0, |metadata| metadata.len().min(self.limit));
        let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default() + 1);
        // One byte more than the limit tells a file that is too large, also where the system does
        // not know its size beforehand.
        file.take(self.limit.saturating_add(1)).read_to_end(&mut bytes)?;
        match bytes.len() as u64 > self.limit {
            true => Err(LoadError::TooLarge { limit: self.limit }),
            false => Ok(bytes),
        }
    }
}

fn load_error(error: io::Error) -> LoadError {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => LoadError::NotFound,
        _ => LoadError::Io(error),
    }
}

/// The deepest folder that holds all of `files`: the source root where none is given.
pub fn common_folder<'p>(files: impl IntoIterator<Item = &'p Path>) -> io::Result<Option<PathBuf>> {
    let mut common: Option<PathBuf> = None;
    for file in files {
        let file = file.canonicalize()?;
        let folder = file.parent().unwrap_or(&file);
        common = Some(match common {
            None => folder.to_owned(),
            Some(common) => {
                let shared = common.components().zip(folder.components());
                shared.take_while(|(one, other)| one == other).map(|(one, _)| one).collect()
            }
        });
    }
    Ok(common)
}

/// Whether a folder holds nothing that people write: hidden, or marked as a cache (as Cargo marks
/// its `target`).
pub(super) fn is_passed_over(folder: &Path) -> bool {
    let hidden = folder.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
    hidden || folder.join("CACHEDIR.TAG").exists()
}

/// A relative path with `/` between its parts, on every system.
pub(super) fn slashed(path: &Path) -> String {
    let parts = path.components().filter_map(|part| match part {
        Component::Normal(name) => Some(name.to_string_lossy()),
        _ => None,
    });
    parts.collect::<Vec<_>>().join("/")
}
