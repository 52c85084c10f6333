//! What generation can't do without, and nothing else: the floors that it is measured against. They
//! run in processes of their own, as what they are compared with does.

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use sha2::{Digest, Sha256};

use crate::Failure;

/// What `bench` measures against, in a process of its own.
#[derive(Debug, Args)]
pub(crate) struct Floor {
    work: Work,
    /// Files, and folders of files.
    paths: Vec<PathBuf>,
}

/// What is done with files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Work {
    /// Documents are parsed; Rust is parsed and printed.
    Print,
    /// Everything is read and hashed.
    Hash,
    /// Documents are parsed.
    Parse,
}

impl Floor {
    pub(crate) fn run(&self) -> Result<(), Failure> {
        let mut files = Vec::new();
        self.paths.iter().try_for_each(|path| collect(path, &mut files)).map_err(text)?;
        files
            .iter()
            .try_for_each(|file| self.work.on(file).map_err(|why| format!("{}: {why}", file.display())))
    }
}

impl Work {
    /// Does it to a file.
    fn on(self, file: &Path) -> Result<(), Failure> {
        let content = fs::read(file).map_err(text)?;
        match (self, file.extension().and_then(|extension| extension.to_str())) {
            (Self::Hash, _) => {
                black_box(Sha256::digest(&content));
            }
            (_, Some("json")) => {
                black_box(serde_json::from_slice::<serde_json::Value>(&content).map_err(text)?);
            }
            (_, Some("yaml" | "yml")) => {
                black_box(serde_yaml::from_slice::<serde_yaml::Value>(&content).map_err(text)?);
            }
            (Self::Print, Some("rs")) => {
                let tokens = syn::parse_file(std::str::from_utf8(&content).map_err(text)?).map_err(text)?;
                black_box(prettyplease::unparse(&tokens));
            }
            _ => {}
        }
        Ok(())
    }
}

/// All files at and below `path`. The runtime is copied into a crate, not printed.
fn collect(path: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    if path.is_dir() && !path.ends_with("src/runtime") {
        let mut entries = fs::read_dir(path)?.map(|entry| Ok(entry?.path()));
        return entries.try_for_each(|entry: std::io::Result<PathBuf>| collect(&entry?, files));
    }
    files.extend(path.is_file().then(|| path.to_owned()));
    Ok(())
}

fn text(error: impl std::fmt::Display) -> Failure {
    error.to_string()
}
