//! Paths and path items.

use indexmap::IndexMap;
use openapiv3 as oas;
use openapiv3::ReferenceOr;

use super::{Converter, nouns};
use crate::api::Method;
use crate::diagnostic::{self as codes, Diagnostic, Place};
use crate::source::{Node, below};
use crate::swagger::{Fields, path_items};
use crate::upgrade::{PathItems, operation_of, shares};

/// A path and its path item, as written.
type Written<'s> = (&'s str, Node<'s>);

impl Converter<'_, '_> {
    /// All paths of the document.
    pub(super) fn paths(&mut self, fields: &Fields<'_, '_>) -> oas::Paths {
        let (extensions, items) = path_items(fields, &self.reader);
        let items: Vec<Written<'_>> = items.into_iter().collect();
        // Path items are large.
        let mut paths = IndexMap::with_capacity(items.len());
        if self.schemas.may_be_shared(items.len()) {
            self.add_paths_in_shares(&items, &mut paths);
        } else {
            self.add_paths(&items, &mut paths);
        }
        oas::Paths { paths, extensions }
    }

    fn add_paths_in_shares(&mut self, items: &[Written<'_>], paths: &mut PathItems) {
        let (schemas, parameters) = (&mut self.schemas, &mut self.shared_parameters);
        let made = shares::made(items, schemas, parameters, |items, schemas, shared_parameters| {
            let mut converter = Converter { reader: schemas.reader, schemas, shared_parameters };
            let mut paths = IndexMap::with_capacity(items.len());
            converter.add_paths(items, &mut paths);
            (paths, converter.schemas, converter.shared_parameters)
        });
        for (items, made, share) in made {
            if share.join(&mut self.schemas, &mut self.shared_parameters) {
                paths.extend(made);
            } else {
                self.add_paths(items, paths);
            }
        }
    }

    fn add_paths(&mut self, items: &[Written<'_>], paths: &mut PathItems) {
        for (path, node) in items {
            if !path.starts_with('/') {
                let message = format!("the path `{path}` does not start with a slash");
                let place = Place::Key(node.pointer.clone());
                self.report(
                    Diagnostic::new(&codes::UNKNOWN_VALUE, place, message).help(format!("write `/{path}`")),
                );
            } else if let Some(item) = self.path_item(node.clone(), &below("", ["paths", path])) {
                paths.insert((*path).to_owned(), ReferenceOr::Item(item));
            }
        }
    }

    /// A path item. One that refers to another has the operations of both, its own first.
    fn path_item(&mut self, node: Node<'_>, at: &str) -> Option<oas::PathItem> {
        let reader = self.reader;
        let mut item = match node.reference() {
            Some(reference) => {
                let target = reader.target(&node.pointer, reference)?;
                self.own_path_item(target, at)?
            }
            None => oas::PathItem::default(),
        };
        let own = self.own_path_item(node, at)?;
        for (_, method) in Method::ALL {
            if let Some(operation) = slot(&own, method) {
                *operation_of(&mut item, method) = Some(operation.clone());
            }
        }
        item.summary = own.summary.or(item.summary);
        item.description = own.description.or(item.description);
        item.servers.extend(own.servers);
        item.parameters.extend(own.parameters);
        item.extensions.extend(own.extensions);
        Some(item)
    }

    fn own_path_item(&mut self, node: Node<'_>, at: &str) -> Option<oas::PathItem> {
        let reader = self.reader;
        let fields = Fields::open_here(node, &nouns::PATH_ITEM, &reader)?;
        self.record(at, &fields.pointer());
        let (parameters, complete) = self.parameters(&fields, at);
        let mut item = oas::PathItem {
            summary: fields.text("summary"),
            description: fields.text("description"),
            servers: self.servers(&fields, &IndexMap::new()),
            parameters,
            extensions: fields.extensions(),
            ..oas::PathItem::default()
        };
        for (key, method) in Method::ALL {
            let Some(node) = fields.member(key).filter(|_| !self.schemas.is_full()) else { continue };
            *operation_of(&mut item, method) = self.operation(node, complete, &below(at, [key]));
        }
        Some(item)
    }
}

fn slot(item: &oas::PathItem, method: Method) -> Option<&oas::Operation> {
    item.iter().find(|(key, _)| *key == method.key()).map(|(_, operation)| operation)
}
