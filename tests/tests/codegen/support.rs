//! This repository's own configuration, and what comes of it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use cratewright::config::Config;
use cratewright::disk::{Project, SourceFolder};
use cratewright::output::Files;
use cratewright::source::{LoadError, Loader};
use cratewright::{Generated, generate};

/// The folder of the workspace.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// What `cargo xtask codegen` works on.
pub(crate) fn project() -> Project {
    open(&root().join("cratewright.toml"))
}

pub(crate) fn open(config: &Path) -> Project {
    Project::open(config).unwrap_or_else(|_| panic!("`cargo xtask codegen` says what is wrong"))
}

pub(crate) fn run(config: &Config, loader: &dyn Loader) -> Generated {
    generate(&config.sources(loader), config)
}

/// The files of a run that has to succeed.
#[track_caller]
pub(crate) fn files(config: &Config, loader: &dyn Loader) -> Files {
    let generated = run(config, loader);
    assert!(!generated.has_errors() && !generated.files.is_empty(), "{:?}", generated.findings);
    generated.files
}

/// The paths at which two crates differ.
pub(crate) fn differing<'f>(one: &'f Files, other: &'f Files) -> Vec<&'f str> {
    let (one, other): (BTreeMap<_, _>, BTreeMap<_, _>) = (one.iter().collect(), other.iter().collect());
    let mut paths: Vec<_> = one.keys().chain(other.keys()).copied().collect();
    paths.sort_unstable();
    paths.dedup();
    paths.retain(|path| one.get(path) != other.get(path));
    paths
}

/// A folder in which one text of one file is another.
pub(crate) struct Edited<'a> {
    pub(crate) folder: &'a SourceFolder,
    pub(crate) path: &'a str,
    pub(crate) from: &'a str,
    pub(crate) to: &'a str,
}

impl Loader for Edited<'_> {
    fn load(&self, path: &str) -> Result<Vec<u8>, LoadError> {
        let bytes = self.folder.load(path)?;
        if path != self.path {
            return Ok(bytes);
        }
        let text = String::from_utf8(bytes).expect("a document of ours");
        assert!(text.contains(self.from), "`{}` is not in {path}", self.from);
        Ok(text.replace(self.from, self.to).into_bytes())
    }
}
