//! The single steps of writing: where a file may go, how its text gets there, how it goes away.

use std::collections::HashSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use crate::source::is_device;

/// A folder that files are to be written below, and the folders in it that nothing is in the way of.
pub(super) struct Below<'r> {
    root: &'r Path,
    free: HashSet<String>,
}

impl<'r> Below<'r> {
    pub(super) fn new(root: &'r Path) -> Self {
        Self { root, free: HashSet::new() }
    }

    /// Where `path` is, or why it must not be written: it leads out by itself, or a folder on the way is a
    /// symbolic link.
    pub(super) fn target(&mut self, path: &str) -> io::Result<PathBuf> {
        if path.starts_with('/') {
            return Err(refusal(Path::new(path), LEADS_OUT));
        }
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        check_name(name, path)?;
        self.check_folder(folder, path)?;
        Ok(self.root.join(path))
    }

    /// Checks the folders on the way to `path`, from the one that it is in up to one that was checked.
    fn check_folder(&mut self, folder: &str, path: &str) -> io::Result<()> {
        let mut next = folder;
        while !next.is_empty() && !self.free.contains(next) {
            let (above, name) = next.rsplit_once('/').unwrap_or(("", next));
            check_name(name, path)?;
            let target = self.root.join(next);
            if fs::symlink_metadata(&target).is_ok_and(|found| !found.is_dir()) {
                return Err(refusal(&target, "is in the way: it is a file or a symbolic link"));
            }
            self.free.insert(next.to_owned());
            next = above;
        }
        Ok(())
    }
}

const LEADS_OUT: &str = "leads out of the output folder";

/// Whether a part of `path` names something in the folder at hand, on every system.
fn check_name(name: &str, path: &str) -> io::Result<()> {
    if matches!(name, "" | "." | "..") || name.contains('\\') {
        return Err(refusal(Path::new(path), LEADS_OUT));
    }
    if is_device(name) || name.contains([':', '\0']) {
        return Err(refusal(Path::new(path), "is no name of a file on every system"));
    }
    Ok(())
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
