//! Operations: all that a path item says about one method.

use openapiv3::{Operation as Written, PathItem, ReferenceOr};

use super::shares::Parts;
use super::{Scope, Skip, docs, document, path, schema};
use crate::api::{Method, Operation, OperationId};
use crate::diagnostic::{Diagnostic, Place, UNSUPPORTED_PATH};
use crate::source::{Pointer, below};
use crate::upgrade::extensions;

/// What an operation is written under.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry<'a> {
    pub(super) path: &'a str,
    pub(super) item: &'a PathItem,
    pub(super) method: Method,
    pub(super) written: &'a Written,
}

impl<'a> Scope<'a, '_> {
    /// Lowers all operations of the document, whose definitions are read.
    pub(super) fn operations(&mut self) {
        let first = self.store.api.operations.len();
        let entries = self.entries();
        self.common_parameters(&entries);
        self.lower(Parts::Operations(&entries));
        let ids = self.store.api.operation_ids().skip(first).collect();
        self.store.api[self.given.document].operations = ids;
    }

    /// All that the document has under a path and a method, and can be read.
    fn entries(&mut self) -> Vec<Entry<'a>> {
        let mut entries = Vec::new();
        for (path, item) in &self.given.openapi.paths.paths {
            let ReferenceOr::Item(item) = item else {
                let why = format!("the path item of `{path}` is a reference that is not resolved");
                self.sink.report(self.finding(&UNSUPPORTED_PATH, &below("", ["paths", path]), why));
                continue;
            };
            entries.extend(methods(item).map(|(method, written)| Entry { path, item, method, written }));
        }
        self.store.api.operations_found += entries.len();
        entries.retain(|entry| !entry.written.extensions.contains_key(extensions::SKIPPED));
        entries
    }

    /// Lowers operations, one after the other. One that can't be is reported and left out.
    pub(super) fn each_operation(&mut self, entries: &[Entry<'a>]) {
        for entry in entries {
            let at = below("", ["paths", entry.path, entry.method.key()]);
            match self.operation(*entry, &at) {
                Ok(operation) => self.store.api.operations.push(operation),
                Err(why) => {
                    self.sink.report(left_out(*why, entry.method, entry.path, &self.origin(&at)));
                }
            }
            self.path_item = None;
            self.complete_waiting();
        }
    }

    fn operation(&mut self, entry: Entry<'a>, at: &str) -> Result<Operation, Skip> {
        let id = OperationId(self.store.api.operations.len() as u32);
        let pointer = self.origin(at);
        self.path_item = pointer.parent();
        let mut path = path::read(entry.path)
            .map_err(|why| Diagnostic::new(&UNSUPPORTED_PATH, self.key_of_path(at), why))?;
        self.refuse_own_servers(entry, at)?;
        let written = entry.written;
        let mut parameters = self.parameters(id, entry, at)?;
        self.without_empty(&mut path.template, &mut parameters);
        Ok(Operation {
            document: self.given.document,
            method: entry.method,
            parameters: self.with_query(&path, parameters, at)?,
            path: path.template,
            operation_id: written.operation_id.clone().filter(|id| !id.is_empty()),
            preferred_name: schema::preferred_name(&written.extensions),
            tags: written.tags.clone(),
            servers: written.servers.iter().chain(&entry.item.servers).map(document::url).collect(),
            docs: docs::of_operation(written),
            body: self.request_body(id, written.request_body.as_ref(), at)?,
            outcomes: self.outcomes(id, &written.responses, at)?,
            security: self.security(written.security.as_ref(), at)?,
            pointer,
        })
    }

    fn refuse_own_servers(&self, entry: Entry<'_>, at: &str) -> Result<(), Skip> {
        let place = |url: &str| url.split_once("//").map_or(url, |(_, place)| place).to_owned();
        let known: Vec<String> = self.given.openapi.servers.iter().map(|server| place(&server.url)).collect();
        let mut own = entry.written.servers.iter().chain(&entry.item.servers);
        // Another scheme is still the same server.
        if own.all(|server| known.contains(&place(&server.url))) {
            return Ok(());
        }
        let why = "the operation has servers of its own, other than those of its document";
        Err(Box::new(self.finding(&UNSUPPORTED_PATH, at, why)))
    }

    /// The key of the path in `paths`.
    pub(super) fn key_of_path(&self, at: &str) -> Place {
        let item = at.rsplit_once('/').map_or(at, |(item, _)| item);
        Place::Key(self.origin(item))
    }
}

/// Says which operation a finding takes with it. The message says so too, because one fault may
/// take several.
pub(super) fn left_out(mut why: Diagnostic, method: Method, path: &str, operation: &Pointer) -> Diagnostic {
    why.message = format!("{}, so `{} {path}` is left out", why.message, method.key().to_uppercase());
    why.also(Place::Key(operation.clone()), "this operation")
}

fn methods(item: &PathItem) -> impl Iterator<Item = (Method, &Written)> {
    let written =
        [&item.get, &item.put, &item.post, &item.delete, &item.options, &item.head, &item.patch, &item.trace];
    Method::ALL
        .into_iter()
        .zip(written)
        .filter_map(|((_, method), written)| Some((method, written.as_ref()?)))
}
