//! Hashes by which a run is known again.

use std::collections::BTreeMap;
use std::time::UNIX_EPOCH;

use rayon::iter::{IntoParallelIterator, ParallelIterator};
use sha2::{Digest, Sha256};

use super::stamp::hexadecimal;
use crate::Fingerprint;
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

/// One hash of the generator, what goes in and what comes out: files in the order of their paths.
pub(super) fn sealed(fingerprint: &Fingerprint, files: Vec<(&str, &[u8])>) -> Option<String> {
    let mut hasher = Sha256::new();
    // Lengths keep neighbours apart.
    hasher.update(format!("{}\n{fingerprint}\n", this_build()?));
    let hash = |(path, content): (&str, &[u8])| (path.to_owned(), Sha256::digest(content));
    let hashes: Vec<_> = files.into_par_iter().map(hash).collect();
    for (path, hash) in hashes {
        hasher.update(format!("{}:{path}", path.len()));
        hasher.update(hash);
    }
    Some(hexadecimal(&hasher.finalize()))
}

/// What tells this program from every other build of the generator: its file.
pub(super) fn this_build() -> Option<String> {
    let program = std::env::current_exe().ok()?;
    let metadata = program.metadata().ok()?;
    let modified = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    let version = env!("CARGO_PKG_VERSION");
    Some(format!("{version} {} {} {}", program.display(), metadata.len(), modified.as_nanos()))
}
