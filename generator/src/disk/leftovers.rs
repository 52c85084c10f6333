//! Trees beside an output folder: the one that a run is making, and those that killed runs left.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::source_folder::{is_passed_over, slashed};
use super::write::{UNFINISHED, about};
use crate::output::{LONGEST_HEADER, is_marked};

/// How the names of trees beside `root` begin.
pub(super) fn prefix(root: &Path) -> Option<String> {
    Some(format!(".{}.cratewright-", root.file_name()?.to_str()?))
}

/// What is in a folder, path by path.
#[derive(Debug, Default)]
pub(super) struct Tree {
    /// Everything but folders, with its path as a plan has it.
    pub(super) files: BTreeMap<PathBuf, String>,
    pub(super) empty_folders: Vec<PathBuf>,
}

impl Tree {
    /// Nothing where some of it is to be left alone.
    pub(super) fn of(root: &Path) -> io::Result<Option<Self>> {
        let mut tree = Self::default();
        let mut folders = vec![root.to_owned()];
        while let Some(folder) = folders.pop() {
            let mut is_empty = true;
            for entry in fs::read_dir(&folder)? {
                let entry = entry?;
                is_empty = false;
                let path = entry.path();
                if !entry.file_type()?.is_dir() {
                    let relative = path.strip_prefix(root).unwrap_or(&path);
                    tree.files.insert(relative.to_owned(), slashed(relative));
                } else if is_passed_over(&path) || path.join("Cargo.toml").exists() {
                    return Ok(None);
                } else {
                    folders.push(path);
                }
            }
            if is_empty && folder != root {
                tree.empty_folders.push(folder.strip_prefix(root).unwrap_or(&folder).to_owned());
            }
        }
        Ok(Some(tree))
    }
}

/// Removes what killed runs have left beside `root`. What another run is making is locked.
pub(super) fn clear(root: &Path) -> io::Result<()> {
    let (Some(parent), Some(prefix)) = (root.parent(), prefix(root)) else { return Ok(()) };
    let Ok(entries) = fs::read_dir(parent) else { return Ok(()) };
    for entry in entries {
        let entry = entry?;
        let is_left = entry.file_name().to_str().is_some_and(|name| name.starts_with(&prefix));
        if !is_left || !entry.file_type()?.is_dir() {
            continue;
        }
        let path = entry.path();
        if File::open(&path).is_ok_and(|folder| folder.try_lock().is_ok()) {
            rescue(&path, root, false)?;
            fs::remove_dir_all(&path).map_err(|error| about(&path, error))?;
        }
    }
    Ok(())
}

/// Brings over what somebody else has put into the old tree while the new one was made. What was there
/// before is the same file in both, and what a run had not written to its end is nobody's. `is_newer` says
/// that what the old tree has is later than what the new one has; of what a killed run has left, nobody
/// knows.
pub(super) fn rescue(old: &Path, new: &Path, is_newer: bool) -> io::Result<()> {
    let Some(tree) = Tree::of(old)? else {
        return Err(about(
            old,
            io::Error::other("has folders in it that are not cratewright's; move them by hand"),
        ));
    };
    for path in tree.files.keys() {
        let (from, to) = (old.join(path), new.join(path));
        let is_there = fs::symlink_metadata(&to).is_ok();
        // Most are the same, which is told without opening them.
        if is_there && (!is_newer || is_same(&from, &to))
            || is_unfinished(&from)
            || is_ours(&from)
            || is_there && is_ours(&to)
        {
            continue;
        }
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::rename(&from, &to).map_err(|error| about(&from, error))?;
    }
    Ok(())
}

#[cfg(unix)]
fn is_same(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;

    let number = |path| fs::symlink_metadata(path).map(|metadata| (metadata.dev(), metadata.ino())).ok();
    number(one) == number(other)
}

#[cfg(not(unix))]
fn is_same(_: &Path, _: &Path) -> bool {
    false
}

/// Whether a run was killed while it wrote the file.
fn is_unfinished(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(UNFINISHED.as_bytes()))
}

fn is_ours(path: &Path) -> bool {
    let mut start = Vec::new();
    let is_file = fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_file());
    is_file
        && File::open(path).is_ok_and(|file| file.take(LONGEST_HEADER as u64).read_to_end(&mut start).is_ok())
        && is_marked(&start)
}
