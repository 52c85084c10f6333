//! What a run depends on, as one number: equal fingerprints, equal files.

use std::fmt::{self, Write};

use sha2::{Digest, Sha256};

use crate::config::Config;
use crate::source::Sources;

/// A hash of everything that goes into a run, but for the generator itself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Fingerprint([u8; 32]);

impl Fingerprint {
    /// Of a configuration and all files that were loaded for it.
    pub(crate) fn of(sources: &Sources<'_>, config: &Config) -> Self {
        Self::of_texts(sources.files().map(|file| (sources.name(file), sources.text(file))), config)
    }

    /// Of a configuration and the names and texts of those files, in the order in which they were loaded.
    pub(crate) fn of_texts<'t>(texts: impl Iterator<Item = (&'t str, &'t str)>, config: &Config) -> Self {
        let mut hasher = Hasher(Sha256::new());
        // Writing to a hasher cannot fail. Lengths keep neighbours apart.
        let _ = write!(hasher, "{config:?}");
        for (name, text) in texts {
            let _ = write!(hasher, "{}:{name}{}:{text}", name.len(), text.len());
        }
        Self(hasher.0.finalize().into())
    }
}

impl fmt::Display for Fingerprint {
    /// In hexadecimal.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Takes what is formatted, without a text of it.
struct Hasher(Sha256);

impl Write for Hasher {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.update(text);
        Ok(())
    }
}
