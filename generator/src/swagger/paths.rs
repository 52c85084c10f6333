//! The Paths Object, and the second one that some documents have beside it.

use super::extensions::is_extension;
use super::fields::Fields;
use super::{Extensions, Reader};
use crate::diagnostic::{self as codes, Diagnostic, Place};
use crate::source::Node;

/// Path items by path, as written.
type Items<'a> = Vec<(&'a str, Node<'a>)>;

/// An extension of AutoRest: one more Paths Object, for paths that are told apart by their queries.
pub(crate) const MORE_PATHS: &str = "x-ms-paths";

/// The path items of a document, and the `x-…` of its Paths Object. A path is in that or in
/// [`MORE_PATHS`].
pub(crate) fn path_items<'a>(fields: &Fields<'a, '_>, reader: &Reader<'_, '_>) -> (Extensions, Items<'a>) {
    let (extensions, mut items): (Items<'a>, Items<'a>) =
        fields.map("paths").into_iter().partition(|(key, _)| is_extension(key));
    for (path, node) in fields.map(MORE_PATHS).into_iter().filter(|(key, _)| !is_extension(key)) {
        match items.iter().find(|(known, _)| *known == path) {
            None => items.push((path, node)),
            Some((_, first)) => {
                let message = format!("the path `{path}` is in `paths` already");
                let twice = Diagnostic::new(&codes::DUPLICATE_OPERATION, Place::Key(node.pointer), message);
                reader.report(twice.also(Place::Key(first.pointer.clone()), "first here"));
            }
        }
    }
    let extensions = extensions.into_iter().map(|(key, node)| (key.to_owned(), node.value.clone()));
    (extensions.collect(), items)
}
