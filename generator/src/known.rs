//! What is known of an earlier run, so that nothing is printed that would be the same.

use std::fmt;

use crate::{CrateFiles, Fingerprint};

/// What an earlier run of the same generator has made.
pub trait Known: Sync {
    /// The crate that was made from what has this fingerprint.
    fn crate_files(&self, fingerprint: &Fingerprint) -> Option<CrateFiles>;

    /// Whether it matters from what each file was printed.
    fn is_about_files(&self) -> bool;

    /// The file at a path of the crate, header and all, if it was printed from this.
    fn file(&self, path: &str, emitted: Emitted) -> Option<String>;
}

/// Nothing is known.
impl Known for () {
    fn crate_files(&self, _: &Fingerprint) -> Option<CrateFiles> {
        None
    }

    fn is_about_files(&self) -> bool {
        false
    }

    fn file(&self, _: &str, _: Emitted) -> Option<String> {
        None
    }
}

/// A hash of all that a file is printed from: its docs and its tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Emitted(pub(crate) [u8; 16]);

impl fmt::Display for Emitted {
    /// In hexadecimal.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}
