//! What is known of the crate that is in a folder, by the notes of the run that made it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::note::{Note, read};
use super::seal::this_build;
use crate::output::{Existing, Files, Origin, origin, stated_hash};
use crate::{CrateFiles, Emitted, Fingerprint, Generated, Known};

/// What is known of a crate.
#[derive(Debug)]
pub struct Recollection<'e> {
    /// Where the note is, if there is a place for one.
    note: Option<PathBuf>,
    existing: &'e BTreeMap<String, Existing>,
    /// Read once somebody asks.
    printed: OnceLock<Option<Printed>>,
}

/// From what each file was printed.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Printed {
    /// The generator that did it.
    build: String,
    /// By path: a hash of the tokens, and the hash that the header of the file states.
    files: BTreeMap<String, (String, String)>,
}

impl Printed {
    /// What is to be noted of a run; nothing where it printed nothing.
    pub(super) fn of(generated: &Generated) -> Option<Self> {
        let hashes = |(path, emitted): &(String, Emitted)| {
            let stated = stated_hash(generated.files.get(path)?.as_bytes())?;
            Some((path.clone(), (emitted.to_string(), stated.to_owned())))
        };
        let files: BTreeMap<_, _> = generated.emitted.iter().filter_map(hashes).collect();
        if files.is_empty() { None } else { Some(Self { build: this_build()?, files }) }
    }

    /// Where it is: beside the note of the run.
    pub(super) fn path(note: &Path) -> PathBuf {
        note.with_extension("printed")
    }
}

impl<'e> Recollection<'e> {
    pub(super) fn new(note: Option<PathBuf>, existing: &'e BTreeMap<String, Existing>) -> Self {
        Self { note, existing, printed: OnceLock::new() }
    }

    fn printed(&self) -> Option<&Printed> {
        let read = || {
            let printed: Printed = read(&Printed::path(self.note.as_ref()?))?;
            (Some(&printed.build) == this_build().as_ref()).then_some(printed)
        };
        self.printed.get_or_init(read).as_ref()
    }
}

impl Known for Recollection<'_> {
    fn crate_files(&self, fingerprint: &Fingerprint) -> Option<CrateFiles> {
        let note: Note = read(self.note.as_ref()?)?;
        let files = note.is_about(fingerprint, self.existing).then(|| Files::present(self.existing))?;
        Some(CrateFiles { files, types: note.types, emitted: Vec::new() })
    }

    fn is_about_files(&self) -> bool {
        self.note.is_some()
    }

    /// The file that is there, if it is just what came of these tokens.
    fn file(&self, path: &str, emitted: Emitted) -> Option<String> {
        let (from, stated) = self.printed()?.files.get(path)?;
        let Existing::File(content) = self.existing.get(path)? else { return None };
        let is_same = *from == emitted.to_string() && stated_hash(content) == Some(stated);
        if !is_same || origin(content) != Origin::Generated {
            return None;
        }
        // The hash overlooks how lines end.
        let text = std::str::from_utf8(content).ok().filter(|text| !text.contains('\r'))?;
        Some(text.to_owned())
    }
}
