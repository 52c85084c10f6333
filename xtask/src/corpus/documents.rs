//! Which documents a run looks at: those of a list, or every Swagger 2.0 root of the index.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::Corpus;
use crate::Failure;

/// A root document of the collection.
#[derive(Debug, Clone)]
pub(super) struct Document {
    /// Its path below the collection's folder.
    pub(super) path: String,
    /// Whether the index calls it valid. A document that is not may be refused, with a finding
    /// that says where and why.
    pub(super) valid: bool,
    /// The size of the file, which stands for how much there is to do.
    pub(super) bytes: u64,
}

impl Document {
    /// The first folder of its path: the project that it comes from.
    pub(super) fn group(&self) -> &str {
        self.path.split_once('/').map_or("", |(group, _)| group)
    }

    /// Its path below the folder of its group.
    pub(super) fn in_group(&self) -> &str {
        self.path.split_once('/').map_or(self.path.as_str(), |(_, rest)| rest)
    }

    /// The package that is made from it. The prefix keeps it from being called as a dependency is.
    pub(super) fn package(&self) -> String {
        let lower = self.path.to_lowercase();
        let words = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        std::iter::once("corpus").chain(words).collect::<Vec<_>>().join("-")
    }
}

/// The documents that the arguments ask for, in the order of the list.
pub(super) fn wanted(arguments: &Corpus) -> Result<Vec<Document>, Failure> {
    let index = Index::read(&arguments.dir)?;
    let mut paths = match &arguments.list {
        Some(list) => lines(&arguments.dir, list)?,
        None => index.roots.clone(),
    };
    paths.retain(|path| arguments.group.as_deref().is_none_or(|group| path.split('/').next() == Some(group)));
    let documents = paths.into_iter().map(|path| {
        let metadata = arguments.dir.join(&path).metadata().map_err(|error| format!("{path}: {error}"))?;
        let valid = index.valid.get(&path).copied().unwrap_or(true);
        Ok(Document { path, valid, bytes: metadata.len() })
    });
    let documents: Vec<Document> = documents.collect::<Result<_, Failure>>()?;
    match documents.is_empty() {
        true => Err("there is no such document".to_owned()),
        false => distinct(documents),
    }
}

/// Two documents of one package would overwrite each other.
fn distinct(documents: Vec<Document>) -> Result<Vec<Document>, Failure> {
    let mut packages = BTreeMap::new();
    for document in &documents {
        if let Some(other) = packages.insert(document.package(), &document.path) {
            return Err(format!("{other} and {} would become one package", document.path));
        }
    }
    Ok(documents)
}

/// A file with one path a line; it lies in the collection, or where the caller is.
fn lines(dir: &Path, list: &Path) -> Result<Vec<String>, Failure> {
    let inside = dir.join(list);
    let file = if inside.exists() { &inside } else { list };
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(text.lines().map(str::trim_end).filter(|line| !line.is_empty()).map(str::to_owned).collect())
}

/// `INDEX.tsv`: a line for each document, under a line with the names of the columns.
#[derive(Debug, Default)]
struct Index {
    roots: Vec<String>,
    valid: BTreeMap<String, bool>,
}

impl Index {
    /// A collection without an index consists of what a list names, all of it valid.
    fn read(dir: &Path) -> Result<Self, Failure> {
        let Ok(text) = fs::read_to_string(dir.join("INDEX.tsv")) else { return Ok(Self::default()) };
        let mut lines = text.lines();
        let names: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
        let column = |name: &str| {
            let found = names.iter().position(|column| *column == name);
            found.ok_or_else(|| format!("INDEX.tsv has no column `{name}`"))
        };
        let (file, version) = (column("root_file")?, column("format_version")?);
        let verdict = column("valid_apidevtools")?;
        let mut index = Self::default();
        for line in lines {
            let cells: Vec<&str> = line.split('\t').collect();
            let cell = |at: usize| cells.get(at).copied().unwrap_or_default();
            index.valid.insert(cell(file).to_owned(), cell(verdict) == "ok");
            if cell(version) == "2.0" {
                index.roots.push(cell(file).to_owned());
            }
        }
        Ok(index)
    }
}
