//! One document of the API, which becomes one module and one server trait, or one of each for each
//! of its tags.

use indexmap::IndexSet;

use super::{Api, Docs, DocumentId, OperationId};
use crate::source::Pointer;

/// What one root document says about itself, with its operations or those of one tag.
#[derive(Debug, Clone)]
pub struct Document {
    /// The root of the file.
    pub pointer: Pointer,
    /// The file's name without folder and extension (`content-repo`), or the module that the
    /// configuration names.
    pub name: String,
    /// Whether each tag is to become a module and a server trait of its own.
    pub split_by_tags: bool,
    /// Where this is the part of a document that one tag names: the tag, as it is written.
    pub tag: Option<String>,
    /// The module of the crate that the document is within, where the configuration names one.
    pub namespace: Option<String>,
    /// `info.version`.
    pub version: String,
    /// `info.title` and `info.description`.
    pub docs: Docs,
    /// `info.termsOfService`.
    pub terms_of_service: Option<String>,
    /// `info.contact`: name, URL and address, those that there are.
    pub contact: Vec<String>,
    /// `info.license`: its name and its URL.
    pub license: Option<(String, Option<String>)>,
    /// `tags`: the groups that its operations are in, with what is said about them.
    pub tags: Vec<(String, Docs)>,
    /// The URLs of its servers, most preferred first: `https://localhost:8008/_matrix/client/api/v1`.
    pub servers: Vec<String>,
    /// What comes before every path: empty, or `/…` without a trailing slash.
    pub base_path: String,
    /// Its operations, in document order.
    pub operations: Vec<OperationId>,
}

impl Document {
    /// What it is called: its tag, or its name.
    pub fn label(&self) -> &str {
        self.tag.as_deref().unwrap_or(&self.name)
    }

    /// What it says about the tag that it is the part of.
    pub fn about_tag(&self) -> Option<&Docs> {
        let tag = self.tag.as_ref()?;
        self.tags.iter().find(|(name, _)| name == tag).map(|(_, docs)| docs)
    }
}

impl Api {
    /// `info.title` of each of the documents, each once.
    pub fn titles(&self, documents: &[DocumentId]) -> Vec<&str> {
        let titles: IndexSet<_> =
            documents.iter().filter_map(|id| self[*id].docs.summary.as_deref()).collect();
        titles.into_iter().collect()
    }
}
