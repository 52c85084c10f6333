//! Paths and path items.

use indexmap::IndexMap;
use openapiv3 as oas;
use openapiv3::ReferenceOr;

use super::method::operation_of;
use super::operation::place;
use super::shares;
use super::upgrader::Upgrader;
use crate::diagnostic::{self as codes, Diagnostic, Place};
use crate::source::{Node, Pointer, below};
use crate::swagger::{Operation, PathItem};

/// A path, as it is written, and its path item.
type Written<'d> = (&'d str, &'d Node<'d>);

/// Path items by path.
pub(crate) type PathItems = IndexMap<String, ReferenceOr<oas::PathItem>>;

impl Upgrader<'_, '_> {
    /// All paths of the document. A path starts with a slash; one that does not is read as if it
    /// did, and must not be there already. Space around a path is a slip of the pen, unless the path
    /// is there without it too.
    pub(super) fn paths(&mut self) -> oas::Paths {
        let document = self.document;
        let written: Vec<Written<'_>> = document.paths.iter().map(|(path, node)| (*path, node)).collect();
        // Path items are large.
        let mut paths = IndexMap::with_capacity(written.len());
        if self.schemas.may_be_shared(written.len()) {
            self.add_paths_in_shares(&written, &mut paths);
        } else {
            self.add_paths(&written, &mut paths);
        }
        oas::Paths { paths, extensions: document.paths_extensions.clone() }
    }

    fn add_paths_in_shares(&mut self, written: &[Written<'_>], paths: &mut PathItems) {
        let (document, servers) = (self.document, &self.servers);
        let (schemas, parameters) = (&mut self.schemas, &mut self.shared_parameters);
        let made = shares::made(written, schemas, parameters, |written, schemas, parameters| {
            let mut upgrader = Upgrader::of_share(document, schemas, parameters, servers.clone());
            let mut paths = IndexMap::with_capacity(written.len());
            upgrader.add_paths(written, &mut paths);
            (paths, upgrader.schemas, upgrader.shared_parameters)
        });
        for (written, made, share) in made {
            let are_new = !made.keys().any(|path| paths.contains_key(path));
            if are_new && share.join(&mut self.schemas, &mut self.shared_parameters) {
                paths.extend(made);
            } else {
                self.add_paths(written, paths);
            }
        }
    }

    fn add_paths(&mut self, written: &[Written<'_>], paths: &mut PathItems) {
        for (written, node) in written {
            let Some(item) = PathItem::read((*node).clone(), &self.schemas.reader) else { continue };
            let path = self.normal_path(written, &item.pointer);
            let mut merged = match paths.shift_remove(&path) {
                Some(ReferenceOr::Item(earlier)) => earlier,
                _ => oas::PathItem { extensions: item.extensions.clone(), ..Default::default() },
            };
            self.schemas.record(below("", ["paths", &path]), &item.pointer);
            self.path_item(&item, &path, &mut merged);
            paths.insert(path, ReferenceOr::Item(merged));
        }
    }

    fn normal_path(&self, written: &str, item: &Pointer) -> String {
        let trimmed = written.trim();
        let bare = if self.document.paths.contains_key(trimmed) { written } else { trimmed };
        let (path, what) = match bare.starts_with('/') {
            true if bare == written => return written.to_owned(),
            true => (bare.to_owned(), "has space around it"),
            false => (format!("/{bare}"), "does not start with a slash"),
        };
        let code = if written.starts_with('/') { &codes::INTERPRETED } else { &codes::READ_AS };
        let message = format!("the path `{written}` {what}; read as `{path}`");
        self.schemas.report(Diagnostic::new(code, Place::Key(item.clone()), message));
        path
    }

    /// Adds the operations of a path item, its own and those of the one that it refers to.
    fn path_item(&mut self, item: &PathItem, path: &str, into: &mut oas::PathItem) {
        let inherited = self.found_parameters(&item.parameters);
        let complete = !item.incomplete;
        for operation in &item.operations {
            if self.schemas.is_full() {
                return;
            }
            let at = place(path, operation.method.key());
            if operation_of(into, operation.method).is_some() {
                self.twice(operation, path, &at);
                continue;
            }
            let mut upgraded = self.operation(operation, &inherited, &at);
            if !complete {
                upgraded.extensions.insert(super::extensions::SKIPPED.to_owned(), true.into());
            }
            *operation_of(into, operation.method) = Some(upgraded);
        }
        if let Some(reference) = &item.reference {
            let node = self.schemas.reader.target(&reference.pointer, &reference.text);
            let target = node.and_then(|node| PathItem::read(node, &self.schemas.reader));
            if let Some(mut target) = target {
                target.reference = None;
                let own =
                    |operation: &Operation| item.operations.iter().any(|own| own.method == operation.method);
                target.operations.retain(|operation| !own(operation));
                self.path_item(&target, path, into);
            }
        }
    }

    fn twice(&self, operation: &Operation, path: &str, at: &str) {
        let message = format!("`{} {path}` is described twice", operation.method.key());
        self.schemas.report(
            Diagnostic::new(&codes::DUPLICATE_OPERATION, Place::Key(operation.pointer.clone()), message)
                .also(Place::Key(self.schemas.origin(at)), "first here"),
        );
    }
}
