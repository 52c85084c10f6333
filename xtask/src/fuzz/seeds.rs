//! Inputs to begin with, made from our own documents.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use cratewright::diagnostic::Sink;
use cratewright::disk::SourceFolder;
use cratewright::source::{Limits, Loader, Node, Sources};

use crate::{Failure, workspace};

/// Where documents of ours are.
const FOLDERS: [&str; 2] = ["specs", "tests/fixtures"];

/// Writes the inputs that a target begins with; those that are there already stay.
pub(super) fn write(target: &str, corpus: &Path) -> Result<(), Failure> {
    let failed = |error: std::io::Error| format!("{}: {error}", corpus.display());
    fs::create_dir_all(corpus).map_err(failed)?;
    for (number, seed) in seeds(target).map_err(failed)?.into_iter().enumerate() {
        fs::write(corpus.join(format!("seed-{number}")), seed).map_err(failed)?;
    }
    Ok(())
}

fn seeds(target: &str) -> std::io::Result<BTreeSet<Vec<u8>>> {
    let mut seeds = BTreeSet::new();
    for folder in FOLDERS {
        let folder = SourceFolder::new(&workspace::root().join(folder), Limits::default().file_bytes)?;
        let sources = Sources::new(&folder, Limits::default());
        for file in folder.files()? {
            if !file.ends_with(".yaml") {
                continue;
            }
            if matches!(target, "documents" | "crates") {
                seeds.extend(folder.load(&file));
            } else if let Some(root) = sources.load(&file, None, &Sink::new()).and_then(|id| sources.root(id))
            {
                texts(target, "", &root, &mut seeds);
            }
        }
    }
    Ok(seeds)
}

/// Those texts of a document that a target is about.
fn texts(target: &str, key: &str, node: &Node<'_>, seeds: &mut BTreeSet<Vec<u8>>) {
    for (name, member) in node.entries() {
        if target == "identifiers" || target == "paths" && name.starts_with('/') {
            seeds.insert(name.as_bytes().to_vec());
        }
        texts(target, name, &member, seeds);
    }
    node.items().for_each(|item| texts(target, key, &item, seeds));
    let is_wanted = match target {
        "docs" => matches!(key, "description" | "summary" | "title"),
        "identifiers" => key == "operationId",
        _ => false,
    };
    seeds.extend(node.as_str().filter(|_| is_wanted).map(|text| text.as_bytes().to_vec()));
    if target == "requests" && matches!(key, "example" | "application/json") {
        seeds.insert(node.value.to_string().into_bytes());
    }
}
