//! The files of a fixture, and the place that is marked in them.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::Path;

use crate::Failure;

/// Files by their path below the fixture, without marks.
#[derive(Debug, Default)]
pub(super) struct Fixture {
    pub(super) files: BTreeMap<String, Vec<u8>>,
    pub(super) mark: Option<Mark>,
}

/// What a finding underlines. Lines and columns count from 1; the end is the first place behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) file: String,
    pub(super) start: (usize, usize),
    pub(super) end: (usize, usize),
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, start, end } = self;
        write!(f, "{file}:{}:{} to {}:{}", start.0, start.1, end.0, end.1)
    }
}

/// The configuration of a fixture that has one.
pub(super) const CONFIG: &str = "cratewright.toml";
/// What an emitter would have made, in a fixture for a fault that no document has.
pub(super) const EMITTED: &str = "emitted.txt";

impl Fixture {
    pub(super) fn read(folder: &Path) -> Result<Self, Failure> {
        let mut fixture = Self::default();
        fixture.add(folder, "").map_err(|error| format!("{}: {error}", folder.display()))??;
        Ok(fixture)
    }

    /// Whether it is about what an emitter makes, which stands in no document.
    pub(super) fn is_emitted(&self) -> bool {
        self.files.contains_key(EMITTED)
    }

    fn add(&mut self, folder: &Path, below: &str) -> std::io::Result<Result<(), Failure>> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = format!("{below}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                if let Err(fault) = self.add(&entry.path(), &format!("{name}/"))? {
                    return Ok(Err(fault));
                }
                continue;
            }
            let (bytes, mark) = unmark(&name, &fs::read(entry.path())?);
            if mark.is_some() && self.mark.is_some() {
                return Ok(Err("there are two marks".to_owned()));
            }
            self.mark = self.mark.take().or(mark);
            self.files.insert(name, bytes);
        }
        Ok(Ok(()))
    }
}

/// Takes the first `«` and the first `»` out.
fn unmark(file: &str, bytes: &[u8]) -> (Vec<u8>, Option<Mark>) {
    let find = |mark: &str| bytes.windows(mark.len()).position(|window| window == mark.as_bytes());
    let (Some(start), Some(end)) = (find("«"), find("»")) else { return (bytes.to_vec(), None) };
    let (Some(before), Some(marked), Some(after)) =
        (bytes.get(..start), bytes.get(start + "«".len()..end), bytes.get(end + "»".len()..))
    else {
        return (bytes.to_vec(), None);
    };
    let upto = [before, marked].concat();
    let mark = Mark { file: file.to_owned(), start: line_column(before), end: line_column(&upto) };
    ([upto.as_slice(), after].concat(), Some(mark))
}

/// The line and the column, in characters, behind these bytes.
fn line_column(before: &[u8]) -> (usize, usize) {
    let before = String::from_utf8_lossy(before);
    let line = before.rsplit_once('\n').map_or(&*before, |(_, line)| line);
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}
