//! What overlays did to a document, so that a value can be traced back to where it was written.

use super::super::{FileId, Pointer};

/// The edits of a document in the order in which they were made.
#[derive(Debug, Default)]
pub(in super::super) struct Edits(Vec<Edit>);

#[derive(Debug)]
enum Edit {
    /// The value at this path is the one at that place of an overlay.
    Put { path: String, from: Pointer },
    /// An element of the array at this path is gone, and those behind it moved up.
    Removed { array: String, index: usize },
}

impl Edits {
    pub(super) fn put(&mut self, path: String, from: Pointer) {
        self.0.push(Edit::Put { path, from });
    }

    pub(super) fn removed(&mut self, array: &str, index: usize) {
        self.0.push(Edit::Removed { array: array.to_owned(), index });
    }

    /// Where the value at a path of the edited document was written: the edits are undone for that
    /// one path, the last edit first.
    pub(in super::super) fn origin(&self, document: FileId, path: &str) -> Pointer {
        let mut path = path.to_owned();
        for edit in self.0.iter().rev() {
            match edit {
                Edit::Put { path: put, from } => {
                    if let Some(rest) = below(&path, put) {
                        return Pointer::new(from.file, &format!("{}{rest}", from.path()));
                    }
                }
                Edit::Removed { array, index } => {
                    if let Some(moved) = moved_down(&path, array, *index) {
                        path = moved;
                    }
                }
            }
        }
        Pointer::new(document, &path)
    }
}

/// What follows `ancestor` in `path`: nothing if they are the same.
fn below<'p>(path: &'p str, ancestor: &str) -> Option<&'p str> {
    path.strip_prefix(ancestor).filter(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The path before the element `removed` of `array` was removed, if that is another one.
fn moved_down(path: &str, array: &str, removed: usize) -> Option<String> {
    let element = below(path, array)?.strip_prefix('/')?;
    let (index, rest) = element.split_at(element.find('/').unwrap_or(element.len()));
    let index: usize = index.parse().ok()?;
    (index >= removed).then(|| format!("{array}/{}{rest}", index + 1))
}
