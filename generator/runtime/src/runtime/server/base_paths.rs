//! Where the operations of a document are served: below the base path that it says, below another one, or
//! below several.

use crate::runtime::Metadata;

/// What is served elsewhere than the documents say.
#[derive(Clone, Default)]
pub(crate) struct BasePaths {
    moved: Vec<(String, String)>,
    also: Vec<(String, String)>,
}

impl BasePaths {
    /// Moves the operations of a document; the last word counts.
    pub(crate) fn shift(&mut self, document: &str, base_path: &str) {
        self.moved.insert(0, (document.to_owned(), normal(base_path)));
    }

    /// Has what is below one path below another one too.
    pub(crate) fn repeat(&mut self, base_path: &str, also: &str) {
        self.also.push((normal(base_path), normal(also)));
    }

    /// All base paths of an operation, its own first.
    pub(crate) fn of(&self, operation: &Metadata) -> Vec<String> {
        let moved = self.moved.iter().find(|(document, _)| document == operation.document);
        let own = moved.map_or(operation.base_path, |(_, base_path)| base_path.as_str());
        let also = self.also.iter().filter_map(|(from, to)| Some(format!("{to}{}", below(own, from)?)));
        [own.to_owned()].into_iter().chain(also).collect()
    }
}

/// What comes after some whole segments of a path: `/media` of `/v1/media` below `/v1`.
fn below<'p>(path: &'p str, prefix: &str) -> Option<&'p str> {
    path.strip_prefix(prefix).filter(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn normal(base_path: &str) -> String {
    base_path.trim_end_matches('/').to_owned()
}
