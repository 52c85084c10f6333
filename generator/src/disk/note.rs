//! What a run leaves for the next one to know: that it would do the same, and what it would say.

use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::seal::{hash_of, present, this_build};
use super::write::stage;
use crate::diagnostic::Style;
use crate::output::Existing;
use crate::source::Sources;
use crate::{Fingerprint, Generated, Report};

/// The note of a run.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Note {
    /// The generator, and a hash of all that went into the run.
    made_from: String,
    /// A hash of all files that came out.
    made: String,
    /// How many types the crate has.
    pub(super) types: usize,
    /// What was told of the run, if it can be told again.
    pub(super) told: Option<Told>,
}

impl Note {
    /// The note of a run; nothing where nothing tells this generator from others.
    pub(super) fn of(generated: &Generated, told: Option<Told>) -> Option<Self> {
        let files: Vec<_> = generated.files.iter().map(|(path, text)| (path, text.as_bytes())).collect();
        let (made_from, made) = (made_from(&generated.fingerprint)?, hash_of(files));
        Some(Self { made_from, made, types: generated.report.types, told })
    }

    /// Whether it is about a run of this generator on the same, and about the crate that is there. That
    /// crate is large, and looked at last.
    pub(super) fn is_about(&self, fingerprint: &Fingerprint, existing: &BTreeMap<String, Existing>) -> bool {
        made_from(fingerprint).as_ref() == Some(&self.made_from) && hash_of(present(existing)) == self.made
    }
}

fn made_from(fingerprint: &Fingerprint) -> Option<String> {
    Some(format!("{} {fingerprint}", this_build()?))
}

/// What a run told people.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Told {
    /// The files that were loaded, in this order.
    pub(super) files: Vec<String>,
    /// How the words are set.
    setting: (bool, usize),
    /// The findings, as they were printed.
    pub words: String,
    /// Documents, operations in them, and operations of the crate.
    numbers: [usize; 3],
}

impl Told {
    /// What is told of a run over these files.
    pub fn new(sources: &Sources<'_>, words: String, style: Style, report: &Report) -> Self {
        Self {
            files: sources.files().map(|file| sources.name(file).to_owned()).collect(),
            setting: (style.color, style.width),
            words,
            numbers: [report.documents, report.operations_found, report.operations_generated],
        }
    }

    /// Whether the words are set as they would be now.
    pub(super) fn is_set(&self, style: Style) -> bool {
        self.setting == (style.color, style.width)
    }

    /// The numbers of the run; how long it took is not among them.
    pub(super) fn report(&self, types: usize) -> Report {
        let [documents, operations_found, operations_generated] = self.numbers;
        Report { documents, operations_found, operations_generated, types, ..Report::default() }
    }
}

/// What is noted in a file. A note that can't be read is none.
pub(super) fn read<T: DeserializeOwned>(path: &Path) -> Option<T> {
    serde_json::from_slice(&fs::read(path).ok()?).ok()
}

/// Notes something in a file, unless it is there already.
pub(super) fn write(path: &Path, note: &impl Serialize) -> io::Result<()> {
    let text = serde_json::to_string(note)?;
    if fs::read(path).is_ok_and(|there| there == text.as_bytes()) {
        return Ok(());
    }
    Ok(stage(path, &text)?.persist(path)?)
}
