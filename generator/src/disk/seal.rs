//! Hashes by which a run is known again.

use std::collections::BTreeMap;
use std::time::UNIX_EPOCH;

use rayon::iter::{IntoParallelIterator, ParallelIterator};
use sha2::{Digest, Sha256};

use super::stamp::hexadecimal;
use crate::output::Existing;

/// The files of earlier runs in a folder.
pub(super) fn present(existing: &BTreeMap<String, Existing>) -> Vec<(&str, &[u8])> {
    let mut files = Vec::new();
    for (path, found) in existing {
        if let Existing::File(content) = found {
            files.push((path.as_str(), content.as_slice()));
        }
    }
    files
}

/// One hash of files, which are in the order of their paths.
pub(super) fn hash_of(files: Vec<(&str, &[u8])>) -> String {
    let hash = |(path, content)| (path, Sha256::digest(content));
    let hashes: Vec<(&str, _)> = files.into_par_iter().map(hash).collect();
    let mut hasher = Sha256::new();
    for (path, hash) in hashes {
        // Lengths keep neighbours apart.
        hasher.update(format!("{}:{path}", path.len()));
        hasher.update(hash);
    }
    hexadecimal(&hasher.finalize())
}

/// What tells this program from every other build of the generator: its file.
pub(super) fn this_build() -> Option<String> {
    let program = std::env::current_exe().ok()?;
    let metadata = program.metadata().ok()?;
    let modified = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    let version = env!("CARGO_PKG_VERSION");
    Some(format!("{version} {} {} {}", program.display(), metadata.len(), modified.as_nanos()))
}
