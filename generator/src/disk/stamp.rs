//! A note of what the crate in a folder was made from, so that it is not printed again from the
//! same.
//!
//! The note is a file in Cargo's `target`, and only where there is such a folder; it can be deleted
//! at any time. It holds a hash of the generator, of all that went into the run and of all files that
//! came out, so that it speaks of nothing but what is in the folder now.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use sha2::{Digest, Sha256};
use tempfile::NamedTempFile;

use super::OutputFolder;
use crate::output::{Existing, Files};
use crate::{CrateFiles, Fingerprint};

/// The note about an output folder.
#[derive(Debug, Clone)]
pub struct Stamp {
    output: PathBuf,
}

impl Stamp {
    /// The note about `output`.
    pub fn of(output: &OutputFolder) -> Self {
        Self { output: output.root().to_owned() }
    }

    /// Where it is, if there is a place for it.
    fn path(&self) -> Option<PathBuf> {
        let output = self.output.canonicalize().ok()?;
        let mut targets = output.ancestors().map(|folder| folder.join("target"));
        let target = targets.find(|target| target.join("CACHEDIR.TAG").is_file())?;
        let name = hexadecimal(&Sha256::digest(output.as_os_str().as_encoded_bytes()));
        Some(target.join("cratewright").join(name))
    }

    /// The crate that is in the folder, if this generator would make the same from what has this
    /// fingerprint.
    pub fn recall(
        &self,
        fingerprint: &Fingerprint,
        existing: &BTreeMap<String, Existing>,
    ) -> Option<CrateFiles> {
        let note = fs::read_to_string(self.path()?).ok()?;
        let (seal, types) = note.trim_end().split_once(' ')?;
        let files = Files::present(existing);
        let made = CrateFiles { files, types: types.parse().ok()? };
        (sealed(fingerprint, &made.files)? == seal).then_some(made)
    }

    /// Notes what the folder holds now. Where that is not possible, the next run prints again.
    pub fn keep(&self, fingerprint: &Fingerprint, files: &Files, types: usize) {
        let Some(path) = self.path() else { return };
        if let Some(seal) = sealed(fingerprint, files) {
            // Nothing depends on it.
            let _ = write(&path, &format!("{seal} {types}\n"));
        }
    }
}

/// Writes a note, unless it is there already.
fn write(path: &Path, note: &str) -> std::io::Result<()> {
    if fs::read_to_string(path).is_ok_and(|there| there == note) {
        return Ok(());
    }
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder)?;
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(note.as_bytes())?;
    file.persist(path)?;
    Ok(())
}

/// One hash of the generator, what goes in and what comes out.
fn sealed(fingerprint: &Fingerprint, files: &Files) -> Option<String> {
    let mut hasher = Sha256::new();
    // Lengths keep neighbours apart.
    hasher.update(format!("{}\n{fingerprint}\n", this_build()?));
    for (path, text) in files.iter() {
        hasher.update(format!("{}:{path}{}:", path.len(), text.len()));
        hasher.update(text);
    }
    Some(hexadecimal(&hasher.finalize()))
}

/// What tells this program from every other build of the generator: its file.
fn this_build() -> Option<String> {
    let program = std::env::current_exe().ok()?;
    let metadata = program.metadata().ok()?;
    let modified = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    let version = env!("CARGO_PKG_VERSION");
    Some(format!("{version} {} {} {}", program.display(), metadata.len(), modified.as_nanos()))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::source::{Limits, LoadError, Loader, Sources};

    struct Nothing;

    impl Loader for Nothing {
        fn load(&self, _: &str) -> Result<Vec<u8>, LoadError> {
            Err(LoadError::NotFound)
        }
    }

    fn fingerprint(text: &str) -> Fingerprint {
        let sources = Sources::new(&Nothing, Limits::default());
        sources.add_text("login.yaml", text);
        Fingerprint::of(&sources, &Config::default())
    }

    fn files(text: &str) -> Files {
        let mut files = Files::new();
        files.insert("src/lib.rs", text);
        files
    }

    fn existing(files: &Files) -> BTreeMap<String, Existing> {
        let file = |(path, text): (&str, &str)| (path.to_owned(), Existing::File(text.as_bytes().to_vec()));
        files.iter().map(file).collect()
    }

    fn project() -> (tempfile::TempDir, Stamp) {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("crate")).unwrap();
        fs::create_dir_all(folder.path().join("target")).unwrap();
        fs::write(folder.path().join("target/CACHEDIR.TAG"), "").unwrap();
        let stamp = Stamp::of(&OutputFolder::new(folder.path().join("crate")));
        (folder, stamp)
    }

    #[test]
    fn the_same_input_finds_the_same_files() {
        let (_folder, stamp) = project();
        let made = files("//! An API.\n");
        stamp.keep(&fingerprint("a: 1"), &made, 3);
        let recalled = stamp.recall(&fingerprint("a: 1"), &existing(&made)).unwrap();
        assert_eq!((recalled.files, recalled.types), (made, 3));
    }

    #[test]
    fn other_input_or_other_files_are_not_known() {
        let (_folder, stamp) = project();
        let made = files("//! An API.\n");
        stamp.keep(&fingerprint("a: 1"), &made, 3);
        assert!(stamp.recall(&fingerprint("a: 2"), &existing(&made)).is_none());
        assert!(stamp.recall(&fingerprint("a: 1"), &existing(&files("//! Edited.\n"))).is_none());
        assert!(stamp.recall(&fingerprint("a: 1"), &BTreeMap::new()).is_none());
    }

    #[test]
    fn a_note_that_is_broken_or_gone_is_no_note() {
        let (folder, stamp) = project();
        let made = files("//! An API.\n");
        stamp.keep(&fingerprint("a: 1"), &made, 3);
        fs::write(stamp.path().unwrap(), "nonsense").unwrap();
        assert!(stamp.recall(&fingerprint("a: 1"), &existing(&made)).is_none());
        fs::remove_dir_all(folder.path().join("target")).unwrap();
        assert!(stamp.recall(&fingerprint("a: 1"), &existing(&made)).is_none());
    }
}
