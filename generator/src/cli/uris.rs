//! What files are called in a log that others read: by URI.

use std::path::{Path, PathBuf};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// All but what RFC 3986 lets stand in a path as it is, and the slash. A colon in the first segment
/// would end a scheme.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The folders that names of files are relative to.
pub(super) struct Uris<'c> {
    /// The working folder, which URIs are relative to where a file is below it.
    here: PathBuf,
    /// The source root.
    root: &'c Path,
    /// The configuration, which is named from the working folder as it is.
    config: Option<&'c Path>,
}

impl<'c> Uris<'c> {
    /// Names relative to `root`, but for that of the configuration.
    pub(super) fn new(root: &'c Path, config: Option<&'c Path>) -> Self {
        let here = std::env::current_dir().and_then(|here| here.canonicalize());
        Self { here: here.unwrap_or_default(), root, config }
    }

    /// The URI of a file by its name: relative to the working folder, which is what a repository's
    /// code scanning resolves it against, and absolute outside of it.
    pub(super) fn of(&self, name: &str) -> String {
        let path = match self.config {
            Some(config) if config == Path::new(name) => self.here.join(config),
            _ => self.here.join(self.root).join(name),
        };
        // What is not there stays as it is said to be.
        let path = path.canonicalize().unwrap_or(path);
        match path.strip_prefix(&self.here) {
            Ok(below) => escaped(below),
            Err(_) => absolute(&path),
        }
    }
}

fn absolute(path: &Path) -> String {
    let escaped = escaped(path);
    // Windows: `\\?\C:\api` is `file:///C:/api`.
    let local = escaped.strip_prefix("//%3F/").unwrap_or(&escaped);
    match local.starts_with('/') {
        true => format!("file://{local}"),
        false => format!("file:///{}", local.replacen("%3A", ":", 1)),
    }
}

fn escaped(path: &Path) -> String {
    let slashed = path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
    utf8_percent_encode(&slashed, ESCAPED).to_string()
}
