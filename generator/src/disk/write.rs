//! The single steps of writing: where a file may go, how its text gets there, how it goes away.

use std::collections::HashSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

use tempfile::TempPath;

use crate::source::is_device;

/// A folder that files are to be written below, and the folders in it that nothing is in the way of.
pub(super) struct Below<'r> {
    root: &'r Path,
    free: HashSet<PathBuf>,
}

impl<'r> Below<'r> {
    pub(super) fn new(root: &'r Path) -> Self {
        Self { root, free: HashSet::new() }
    }

    /// Where `path` is, or why it must not be written: it leads out by itself, or a folder on the way is a
    /// symbolic link.
    pub(super) fn target(&mut self, path: &str) -> io::Result<PathBuf> {
        let relative = Path::new(path);
        let plain = relative.components().all(|part| matches!(part, Component::Normal(_)));
        if !plain || path.is_empty() || path.contains('\\') {
            return Err(refusal(relative, "leads out of the output folder"));
        }
        if path.split('/').any(is_device) || path.contains([':', '\0']) {
            return Err(refusal(relative, "is no name of a file on every system"));
        }
        let target = self.root.join(relative);
        for folder in target.ancestors().skip(1).take_while(|folder| *folder != self.root) {
            if self.free.contains(folder) {
                break;
            }
            if fs::symlink_metadata(folder).is_ok_and(|found| !found.is_dir()) {
                return Err(refusal(folder, "is in the way: it is a file or a symbolic link"));
            }
            self.free.insert(folder.to_owned());
        }
        Ok(target)
    }
}

/// Writes `text` to a new file beside `target`, in a folder that is made for it. Dropped before
/// it is renamed, the file disappears. It is closed: a crate has more files than may be open at once.
pub(super) fn stage(target: &Path, text: &str) -> io::Result<TempPath> {
    let folder = target.parent().unwrap_or(target);
    let stage = || {
        let mut file = match builder().tempfile_in(folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                fs::create_dir_all(folder)?;
                builder().tempfile_in(folder)?
            }
            made => made?,
        };
        file.write_all(text.as_bytes())?;
        Ok(file.into_temp_path())
    };
    stage().map_err(|error| about(target, error))
}

/// How the name of a file begins that is not whole yet.
pub(super) const UNFINISHED: &str = ".cratewright-";

fn builder() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(UNFINISHED);
    // Temporary files are their owner's alone by default; these are to become ordinary files, as
    // far as the umask lets them.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
}

/// Removes a file, and the folders that it leaves empty.
pub(super) fn remove(root: &Path, target: &Path) -> io::Result<()> {
    fs::remove_file(target).map_err(|error| about(target, error))?;
    for folder in target.ancestors().skip(1).take_while(|folder| *folder != root) {
        // A folder that still holds something refuses, and so do those above it.
        if fs::remove_dir(folder).is_err() {
            break;
        }
    }
    Ok(())
}

/// The error, saying which file it is about.
pub(super) fn about(path: &Path, error: io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

fn refusal(path: &Path, why: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, format!("{} {why}", path.display()))
}
