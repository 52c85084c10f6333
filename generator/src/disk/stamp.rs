//! A note of what the crate in a folder was made from, so that it is not printed again from the
//! same.
//!
//! The note is a file in Cargo's `target`, and only where there is such a folder; it can be deleted
//! at any time. It holds a hash of the generator, of all that went into the run and of all files that
//! came out, so that it speaks of nothing but what is in the folder now.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use sha2::{Digest, Sha256};

use super::note::{Note, Told, read, write};
use super::recollection::{Printed, Recollection};
use super::{OutputFolder, SourceFolder};
use crate::config::Config;
use crate::diagnostic::Style;
use crate::output::Existing;
use crate::source::{Loader, decode};
use crate::{Fingerprint, Generated, Report};

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
        let output = real(&self.output)?;
        let mut targets = output.ancestors().map(|folder| folder.join("target"));
        let target = targets.find(|target| target.join("CACHEDIR.TAG").is_file())?;
        let name = hexadecimal(&Sha256::digest(output.as_os_str().as_encoded_bytes()));
        Some(target.join("cratewright").join(name))
    }

    /// What is known of the crate that is in the folder.
    pub fn recall<'e>(&self, existing: &'e BTreeMap<String, Existing>) -> Recollection<'e> {
        Recollection::new(self.path(), existing)
    }

    /// What a run would do and say, if it is known without reading a document: all files that the last one
    /// has loaded are as they were, and so is the crate. A file that it did not find is none of those, since
    /// nothing says that it is not there now.
    pub fn retell(
        &self,
        config: &Config,
        source: &SourceFolder,
        existing: &BTreeMap<String, Existing>,
        style: Style,
    ) -> Option<(Told, Report)> {
        let mut report = Report::default();
        let (told, types) = report.phase("recall", || {
            let note: Note = read(&self.path()?)?;
            let told = note.told.as_ref().filter(|told| told.is_set(style))?;
            let load = |name: &String| decode(source.load(name).ok()?).ok();
            let texts = told.files.par_iter().map(load).collect::<Option<Vec<_>>>()?;
            let texts = texts.iter().map(String::as_str);
            let fingerprint = Fingerprint::of_texts(told.files.iter().map(String::as_str).zip(texts), config);
            note.is_about(&fingerprint, existing).then(|| (told.clone(), note.types))
        })?;
        let report = Report { phases: report.phases, ..told.report(types) };
        Some((told, report))
    }

    /// Notes what the folder holds now, and what was told of it. Where that is not possible, the next run
    /// prints again.
    pub fn keep(&self, generated: &Generated, told: Option<Told>) {
        let Some(path) = self.path() else { return };
        if let Some(note) = Note::of(generated, told) {
            // Nothing depends on it.
            let _ = write(&path, &note);
        }
        if let Some(printed) = Printed::of(generated) {
            let _ = write(&Printed::path(&path), &printed);
        }
    }
}

/// The path without symbolic links, also of a folder that is not there yet.
fn real(folder: &Path) -> Option<PathBuf> {
    let folder = std::path::absolute(folder).ok()?;
    let real = |there: &Path| Some(there.canonicalize().ok()?.join(folder.strip_prefix(there).ok()?));
    folder.ancestors().find_map(real)
}

pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::output::Files;
    use crate::source::{Limits, LoadError, Sources};
    use crate::{CrateFiles, Known};

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

    fn generated(input: &str, files: &Files) -> Generated {
        let report = Report { types: 3, ..Report::default() };
        let (files, fingerprint) = (files.clone(), fingerprint(input));
        Generated { files, fingerprint, report, ..Generated::default() }
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

    fn crate_of(stamp: &Stamp, input: &str, existing: &BTreeMap<String, Existing>) -> Option<CrateFiles> {
        stamp.recall(existing).crate_files(&fingerprint(input))
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
        stamp.keep(&generated("a: 1", &made), None);
        let recalled = crate_of(&stamp, "a: 1", &existing(&made)).unwrap();
        assert_eq!((recalled.files, recalled.types), (made, 3));
    }

    #[test]
    fn other_input_or_other_files_are_not_known() {
        let (_folder, stamp) = project();
        let made = files("//! An API.\n");
        stamp.keep(&generated("a: 1", &made), None);
        assert!(crate_of(&stamp, "a: 2", &existing(&made)).is_none());
        assert!(crate_of(&stamp, "a: 1", &existing(&files("//! Edited.\n"))).is_none());
        assert!(crate_of(&stamp, "a: 1", &BTreeMap::new()).is_none());
    }

    #[test]
    fn a_note_that_is_broken_or_gone_is_no_note() {
        let (folder, stamp) = project();
        let made = files("//! An API.\n");
        stamp.keep(&generated("a: 1", &made), None);
        fs::write(stamp.path().unwrap(), "nonsense").unwrap();
        assert!(crate_of(&stamp, "a: 1", &existing(&made)).is_none());
        fs::remove_dir_all(folder.path().join("target")).unwrap();
        assert!(crate_of(&stamp, "a: 1", &existing(&made)).is_none());
    }
}
