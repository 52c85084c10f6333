//! The folder that a crate is written to.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use rayon::iter::{IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};

use super::source_folder::{is_passed_over, slashed};
use super::{exchange, leftovers, write};
use crate::output::{Existing, Files, LONGEST_HEADER, Plan, is_marked};

/// The folder of a generated crate, which may not be there yet.
#[derive(Debug, Clone)]
pub struct OutputFolder {
    root: PathBuf,
}

impl OutputFolder {
    /// The folder at `root`.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// Its path, as it was given.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// What is in it, as far as a [`Plan`] has to know. Left out: hidden folders, build folders,
    /// what symbolic links lead to, and packages below this one, which are another run's business.
    pub fn read(&self) -> io::Result<BTreeMap<String, Existing>> {
        let mut files = Vec::new();
        let mut found = BTreeMap::new();
        let mut folders = vec![self.root.clone()];
        while let Some(folder) = folders.pop() {
            let entries = match fs::read_dir(&folder) {
                Err(error) if error.kind() == io::ErrorKind::NotFound && folder == self.root => break,
                entries => entries?,
            };
            for entry in entries {
                let entry = entry?;
                let (path, kind) = (entry.path(), entry.file_type()?);
                if kind.is_file() {
                    files.push(path);
                } else if kind.is_dir() && !is_passed_over(&path) && !path.join("Cargo.toml").exists() {
                    folders.push(path);
                } else {
                    found.insert(self.path_of(&path), Existing::Other);
                }
            }
        }
        let read = |path: &PathBuf| Ok((self.path_of(path), content(path)?));
        let contents = files.par_iter().map(read).collect::<io::Result<Vec<_>>>()?;
        found.extend(contents);
        Ok(found)
    }

    /// The path of a file in it, as a [`Plan`] has it.
    fn path_of(&self, path: &Path) -> String {
        slashed(path.strip_prefix(&self.root).unwrap_or(path))
    }

    /// Carries out a plan. Where the system can exchange folders, and all that is in this one can be
    /// linked, that is one step: whenever the process is killed, the folder is as it was or as it is
    /// to be. Otherwise every new text is on the disk before the first file is replaced, each
    /// replacement is a rename, and removals come last. Files that the plan leaves alone are not
    /// touched.
    pub fn apply(&self, plan: &Plan, files: &Files) -> io::Result<()> {
        fs::create_dir_all(&self.root)?;
        let root = self.root.canonicalize()?;
        leftovers::clear(&root)?;
        let mut below = write::Below::new(&root);
        let written = plan.written().map(|path| Ok((path, below.target(path)?)));
        let written = written.collect::<io::Result<Vec<_>>>()?;
        let removed = plan.removed.iter().map(|path| below.target(path));
        let removed = removed.collect::<io::Result<Vec<_>>>()?;
        if plan.is_empty() || exchange::apply(&root, plan, files)? {
            return Ok(());
        }
        let stage = |(path, target): (&str, PathBuf)| {
            Ok((write::stage(&target, files.get(path).unwrap_or_default())?, target))
        };
        let staged = written.into_par_iter().map(stage).collect::<io::Result<Vec<_>>>()?;
        for (file, target) in staged {
            file.persist(&target).map_err(|error| write::about(&target, error.error))?;
        }
        removed.iter().try_for_each(|target| write::remove(&root, target))
    }
}

/// The content of a file, if an earlier run wrote it. Of others, however large they are, only the
/// start is read.
fn content(path: &Path) -> io::Result<Existing> {
    let mut file = fs::File::open(path)?;
    let mut bytes = Vec::new();
    file.by_ref().take(LONGEST_HEADER as u64).read_to_end(&mut bytes)?;
    if !is_marked(&bytes) {
        return Ok(Existing::Other);
    }
    file.read_to_end(&mut bytes)?;
    Ok(Existing::File(bytes))
}
