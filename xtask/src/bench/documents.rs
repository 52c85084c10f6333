//! The documents that generation is measured on: those of this repository, and well-known ones of
//! other people where there is a collection.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use crate::{Failure, workspace};

/// Something that a crate can be generated from.
#[derive(Debug)]
pub(super) struct Subject {
    pub(super) name: &'static str,
    /// What `cratewright` is told of it.
    pub(super) arguments: Vec<OsString>,
    /// The files that it consists of, or folders of such files.
    pub(super) inputs: Vec<PathBuf>,
}

/// The document that budgets are stated for: the largest that many people generate from.
pub(super) const LARGE: &str = "kubernetes";

/// Where a collection has them, below its folder: the files of a group, or all of a folder.
const KNOWN: [(&str, &str, &str); 5] = [
    (LARGE, "kubernetes-current", "swagger.json"),
    ("docker", "docker-engine-v1.41", "v1.41.yaml"),
    ("gitea", "gitea-2021", "swagger.json"),
    ("matrix-r0", "matrix-r0.6.1", "api/client-server"),
    // Of OpenAPI 3.0, which most generators of Rust know alone.
    ("nexus", "progenitor-samples", "sample_openapi/nexus.json"),
];

/// All that there are.
pub(super) fn subjects(collection: Option<&Path>) -> Result<Vec<Subject>, Failure> {
    let known = KNOWN.into_iter().filter_map(|known| known_subject(collection?, known).transpose());
    let seed = Subject {
        name: "seed",
        arguments: vec!["--config".into(), workspace::config().into()],
        inputs: vec![workspace::root().join("specs/matrix")],
    };
    known.chain([Ok(seed)]).collect()
}

/// One of [`KNOWN`], if the collection has it.
fn known_subject(
    collection: &Path,
    (name, root, path): (&'static str, &str, &str),
) -> Result<Option<Subject>, Failure> {
    let root = collection.join(root);
    let input = root.join(path);
    if !input.exists() {
        eprintln!("{name} is left out: there is no {}", input.display());
        return Ok(None);
    }
    let mut arguments: Vec<OsString> = vec!["--root".into(), root.into()];
    arguments.extend(documents(&input)?.into_iter().map(OsString::from));
    Ok(Some(Subject { name, arguments, inputs: vec![input] }))
}

/// The documents right in a folder, or the one that `path` is.
fn documents(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let entries = fs::read_dir(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut documents: Vec<_> =
        entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    documents.sort();
    Ok(documents)
}
