//! Where things are in this repository.

use std::path::{Path, PathBuf};

/// The folder of the workspace: the one above this package.
pub(crate) fn root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package).to_owned()
}

/// The configuration of this repository's own crate.
pub(crate) fn config() -> PathBuf {
    root().join("cratewright.toml")
}
