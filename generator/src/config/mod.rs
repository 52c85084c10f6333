//! What is to be generated, and from what: `cratewright.toml`, or the command line in its place.
//!
//! Text in, [`Config`] out. Nothing here reads a disk: the globs of the file are resolved against
//! a list of paths that the caller hands over.

mod documents;
mod features;
mod file;
mod limits;
mod package_name;
mod policy;
mod reader;
mod rule;
mod sections;
mod selection;
#[cfg(test)]
mod tests;
mod written;

use std::ops::Range;

use indexmap::IndexMap;

use crate::diagnostic::Place;
use crate::source::{FileId, Loader, Sources, normalise};

pub use crate::source::Limits;
pub use documents::Entry;
pub use features::{Features, UnknownFeatures};
pub use file::ConfigFile;
pub use package_name::{NoPackageName, check_package_name};
pub use policy::Policy;
pub(crate) use policy::judge;
pub use rule::{NotAllowed, Rule, UnknownRule};
pub use selection::{Candidate, Selection, Selector};
pub use written::Written;

/// Everything that a run depends on beside the documents themselves.
#[derive(Debug, Clone, Default)]
pub struct Config {
    /// The crate that comes out.
    pub package: Package,
    /// The documents that become its modules. In which order is of no effect.
    pub documents: Vec<Document>,
    /// Overlays that apply to every document, in order; paths below the source root.
    pub overlays: Vec<String>,
    /// Overlays for files that documents refer to, by the file's path below the source root.
    pub corrections: IndexMap<String, Vec<String>>,
    /// What stands in for `%NAME%` and `{NAME}` in base paths and server URLs.
    pub variables: IndexMap<String, String>,
    /// Rust names pinned by place: `login.yaml#/paths/~1login/post` → `log_in`.
    pub names: IndexMap<String, String>,
    /// Which findings stop a run, and which are not shown.
    pub policy: Policy,
    /// How much input a run takes before it refuses.
    pub limits: Limits,
    /// The file that says so, where there is one.
    pub written: Option<Written>,
}

impl Config {
    /// The documents as a run takes them: by path, so that equal documents give equal bytes in
    /// whichever order they are listed.
    pub(crate) fn documents_by_path(&self) -> Vec<&Document> {
        let mut documents: Vec<&Document> = self.documents.iter().collect();
        documents.sort_by_cached_key(|document| {
            let path = normalise(&document.path).unwrap_or_else(|_| document.path.clone());
            (path, document.module.clone())
        });
        documents
    }

    /// The place of a setting that `find` looks up. Where there is no configuration file, the first
    /// document stands for it.
    pub(crate) fn place(
        &self,
        sources: &Sources<'_>,
        find: impl FnOnce(&Written) -> Option<Range<usize>>,
    ) -> Place {
        let found = self.written.as_ref().and_then(|written| {
            let span = find(written)?;
            Some(Place::Bytes(sources.add_text(&written.name, &written.text)?, span))
        });
        found.unwrap_or(Place::File(FileId(0)))
    }

    /// The files of this configuration, to be loaded through `loader`, under their overlays.
    pub fn sources<'l>(&self, loader: &'l dyn Loader) -> Sources<'l> {
        let of_documents = self.documents.iter().map(|document| {
            let overlays = self.overlays.iter().chain(&document.overlays);
            (&document.path, overlays.collect::<Vec<_>>())
        });
        let of_files = self.corrections.iter().map(|(path, overlays)| (path, overlays.iter().collect()));
        of_documents
            .chain(of_files)
            .fold(Sources::new(loader, self.limits.clone()), |sources, (path, overlays)| {
                sources.with_overlays(path, overlays.into_iter().map(String::as_str))
            })
    }
}

/// The crate that comes out.
#[derive(Debug, Clone)]
pub struct Package {
    /// Its name, as Cargo takes it.
    pub name: String,
    /// Its version.
    pub version: String,
    /// `description` in its Cargo.toml; by default made from the documents' titles.
    pub description: Option<String>,
    /// `license` in its Cargo.toml, an SPDX expression.
    pub license: Option<String>,
    /// Which parts of the API are features of it.
    pub features: Features,
}

impl Default for Package {
    fn default() -> Self {
        Self {
            name: "api".to_owned(),
            version: "0.1.0".to_owned(),
            description: None,
            license: None,
            features: Features::None,
        }
    }
}

/// One document of the crate.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    /// Its path below the source root, with `/` between folders.
    pub path: String,
    /// The module that it becomes; by default made from the file's name.
    pub module: Option<String>,
    /// The module that this one is within, with a client, a server and types of its own.
    pub namespace: Option<String>,
    /// What comes before its paths, in place of what the document says.
    pub base_path: Option<String>,
    /// Whether each tag becomes a module and a server trait of its own.
    pub split_by_tags: bool,
    /// Overlays for this document alone, after those for all.
    pub overlays: Vec<String>,
    /// Which of its operations are generated.
    pub operations: Selection,
}

impl Document {
    /// A document with no settings of its own.
    pub fn new(path: impl Into<String>) -> Self {
        Self { path: path.into(), ..Self::default() }
    }

    /// The module that it becomes, before that is made an identifier: the one that the
    /// configuration names, or the file's name without folder and extension.
    pub fn name(&self) -> &str {
        let file = self.path.rsplit_once('/').map_or(self.path.as_str(), |(_, file)| file);
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        self.module.as_deref().unwrap_or(stem)
    }
}
