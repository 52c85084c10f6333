//! A whole folder is put in the place of another in one step, which no kill can fall into.
//!
//! The new tree is made beside the old one: files that stay are hard links, so that they keep their
//! modification times; the others are written. Then the two folders exchange their names. A run that
//! ends before that leaves the old tree, one that ends after it the new one, and either leaves a
//! folder `.NAME.cratewright-…` beside it, which the next run clears away.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use tempfile::{Builder, TempDir};

use super::leftovers::{self, Tree};
use super::write::{self, about};
use crate::output::{Files, Plan};

/// Carries out the plan in one step, or says that it can't be done so here: `false`, and nothing was
/// changed. It needs a system and a file system that can exchange folders, and a folder with nothing
/// in it that can't be linked: folders that are left alone (`.git`, `target`) can't.
pub(super) fn apply(root: &Path, plan: &Plan, files: &Files) -> io::Result<bool> {
    let Some(staging) = Staging::new(root) else { return Ok(false) };
    let Some(old) = Tree::of(root)? else { return Ok(false) };
    if staging.fill(&old, root, plan, files).is_err() || staging.exchange(root).is_err() {
        return Ok(false);
    }
    // What has the temporary name now is the old tree.
    leftovers::rescue(staging.folder.path(), root, true)?;
    let folder = staging.folder.path().to_owned();
    staging.folder.close().map_err(|error| about(&folder, error))?;
    Ok(true)
}

struct Staging {
    folder: TempDir,
    /// Held while the folder is filled: another run takes it for no leftover.
    _lock: File,
}

impl Staging {
    fn new(root: &Path) -> Option<Self> {
        let (parent, prefix) = (root.parent()?, leftovers::prefix(root)?);
        let folder = Builder::new().prefix(&prefix).tempdir_in(parent).ok()?;
        let lock = File::open(folder.path()).ok()?;
        lock.try_lock().ok()?;
        same_owner(folder.path(), root).then_some(Self { folder, _lock: lock })
    }

    /// Makes the tree that the plan leads to.
    fn fill(&self, old: &Tree, root: &Path, plan: &Plan, files: &Files) -> io::Result<()> {
        let goes = |path: &str| {
            let among = |list: &[String]| list.binary_search_by(|other| other.as_str().cmp(path)).is_ok();
            among(&plan.changed) || among(&plan.removed)
        };
        let kept: Vec<&Path> =
            old.files.iter().filter(|(_, name)| !goes(name)).map(|(path, _)| path.as_path()).collect();
        let written: Vec<&str> = plan.written().collect();
        let filled = kept.iter().copied().chain(written.iter().map(Path::new)).filter_map(Path::parent);
        self.make_folders(root, filled.chain(old.empty_folders.iter().map(PathBuf::as_path)))?;
        let keep = |path: &&Path| fs::hard_link(root.join(path), self.folder.path().join(path));
        kept.par_iter().try_for_each(keep)?;
        let write = |path: &&str| -> io::Result<()> {
            let target = self.folder.path().join(path);
            // Under its own name only once it is whole: see `leftovers::rescue`.
            write::stage(&target, files.get(path).unwrap_or_default())?.persist(&target)?;
            Ok(())
        };
        written.par_iter().try_for_each(write)?;
        fs::set_permissions(self.folder.path(), root.metadata()?.permissions())
    }

    /// Makes folders, each with the permissions of the old one, and those that they are in.
    fn make_folders<'p>(&self, root: &Path, wanted: impl Iterator<Item = &'p Path>) -> io::Result<()> {
        let mut folders = BTreeSet::new();
        let mut last = None;
        for folder in wanted {
            // Most files are in the folder of the one before.
            if last.replace(folder) != Some(folder) {
                folders.extend(folder.ancestors());
            }
        }
        // A path comes after those that it begins with.
        for folder in folders.into_iter().filter(|folder| !folder.as_os_str().is_empty()) {
            let new = self.folder.path().join(folder);
            fs::create_dir(&new)?;
            if let Ok(metadata) = root.join(folder).metadata() {
                fs::set_permissions(&new, metadata.permissions())?;
            }
        }
        Ok(())
    }

    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    fn exchange(&self, root: &Path) -> io::Result<()> {
        use rustix::fs::{CWD, RenameFlags, renameat_with};

        Ok(renameat_with(CWD, self.folder.path(), CWD, root, RenameFlags::EXCHANGE)?)
    }

    #[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
    fn exchange(&self, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
}

/// Whether what is made here belongs to whom the old folder belongs to.
#[cfg(unix)]
fn same_owner(new: &Path, old: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;

    let owner = |path: &Path| path.metadata().map(|metadata| (metadata.uid(), metadata.gid())).ok();
    owner(new) == owner(old)
}

#[cfg(not(unix))]
fn same_owner(_: &Path, _: &Path) -> bool {
    true
}
