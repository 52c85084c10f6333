//! Where things are in this repository.

use std::path::{Path, PathBuf};

/// The folder of the workspace: the one above this package. Where the package is, Cargo says to what it
/// runs; a checkout may have moved since it was built.
pub(crate) fn root() -> PathBuf {
    let package = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let package = package.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")));
    package.parent().unwrap_or(&package).to_owned()
}

/// The Cargo that runs this, or the one that is installed.
pub(crate) fn cargo() -> PathBuf {
    std::env::var_os("CARGO").map_or_else(|| "cargo".into(), PathBuf::from)
}

/// The configuration of this repository's own crate.
pub(crate) fn config() -> PathBuf {
    root().join("cratewright.toml")
}

/// This program, to be started again. Where the system knows what is running, that is not what was built in
/// its place meanwhile: long runs go on while somebody works.
pub(crate) fn this_program() -> std::io::Result<PathBuf> {
    let running = Path::new("/proc/self/exe");
    if running.exists() { Ok(running.to_owned()) } else { std::env::current_exe() }
}
