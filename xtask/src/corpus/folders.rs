//! Where a run over the corpus keeps things, all below `target/corpus/`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{Failure, workspace};

/// The folders of a run.
#[derive(Debug)]
pub(super) struct Folders {
    /// The collection of documents.
    pub(super) corpus: PathBuf,
    /// The workspace of all generated packages.
    pub(super) workspace: PathBuf,
    /// What is compiled from them. One folder, so that dependencies are built once.
    pub(super) target: PathBuf,
    outcomes: PathBuf,
}

impl Folders {
    /// Makes them, where they are not there yet.
    pub(super) fn prepare(corpus: &Path) -> Result<Self, Failure> {
        let ours = workspace::root().join("target/corpus");
        let folders = Self {
            corpus: corpus.to_owned(),
            workspace: ours.join("workspace"),
            target: ours.join("target"),
            outcomes: ours.join("outcomes"),
        };
        for folder in [&folders.workspace, &folders.outcomes] {
            fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        }
        Ok(folders)
    }

    /// The folder of a package.
    pub(super) fn package(&self, package: &str) -> PathBuf {
        self.workspace.join(package)
    }

    /// What the worker process of a package made of it.
    pub(super) fn outcome(&self, package: &str) -> PathBuf {
        self.outcomes.join(format!("{package}.json"))
    }

    /// What the worker process of a package, or Cargo, said on standard error.
    pub(super) fn words(&self, process: &str) -> PathBuf {
        self.outcomes.join(format!("{process}.txt"))
    }
}
