//! The Paths Object, and the second one that some documents have beside it.

use indexmap::IndexMap;

use super::extensions::is_extension;
use super::fields::Fields;
use super::{Extensions, Reader};
use crate::diagnostic::{self as codes, Diagnostic, Place};
use crate::source::Node;

/// An extension of AutoRest: one more Paths Object, for paths that are told apart by their queries.
pub(crate) const MORE_PATHS: &str = "x-ms-paths";

/// How many paths a document may have. A path item that says nothing takes 12 bytes of a document, and is
/// made into nearly 9 KB.
const MOST_PATHS: usize = 50_000;

/// The path items of a document by path, as written, and the `x-…` of its Paths Object. A path is in that or
/// in [`MORE_PATHS`].
pub(crate) fn path_items<'a>(
    fields: &Fields<'a, '_>,
    reader: &Reader<'_, '_>,
) -> (Extensions, IndexMap<&'a str, Node<'a>>) {
    let (extensions, mut items): (IndexMap<_, _>, IndexMap<_, _>) =
        fields.map("paths").into_iter().partition(|(key, _)| is_extension(key));
    for (path, node) in fields.map(MORE_PATHS).into_iter().filter(|(key, _)| !is_extension(key)) {
        match items.get(path) {
            None => {
                items.insert(path, node);
            }
            Some(first) => {
                let message = format!("the path `{path}` is in `paths` already");
                let twice = Diagnostic::new(&codes::DUPLICATE_OPERATION, Place::Key(node.pointer), message);
                reader.report(twice.also(Place::Key(first.pointer.clone()), "first here"));
            }
        }
    }
    if let Some((_, first)) = items.get_index(MOST_PATHS) {
        let message = format!("the document has {} paths, and {MOST_PATHS} are allowed", items.len());
        let place = Place::Key(first.pointer.clone());
        reader.report(Diagnostic::new(&codes::LIMIT, place, message).help("split the document"));
        items.clear();
    }
    let extensions = extensions.into_iter().map(|(key, node)| (key.to_owned(), node.value.clone()));
    (extensions.collect(), items)
}
