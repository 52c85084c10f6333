//! The first half of the pipeline: from a document, of whichever version, to one OpenAPI 3 model.

use openapiv3::{OpenAPI, ReferenceOr};

use crate::api::Method;
use crate::config::{Candidate, Config, Document, Selection};
use crate::diagnostic::Sink;
use crate::lower::{DocumentInput, Lowering};
use crate::openapi;
use crate::source::Sources;
use crate::swagger;
use crate::upgrade::{self, Origins, operation_of};

/// A document as the second half takes it.
#[derive(Debug)]
pub struct Model<'c> {
    /// What the configuration says about it.
    pub document: &'c Document,
    /// What it says, without references to other files.
    pub openapi: OpenAPI,
    /// Where it says that.
    pub origins: Origins,
}

impl<'c> Model<'c> {
    /// Reads a document; nothing if it can't be read at all. Operations that the configuration
    /// leaves out are not in it.
    pub fn read(document: &'c Document, sources: &Sources<'_>, config: &Config, sink: &Sink) -> Option<Self> {
        let file = sources.load(&document.path, None, sink)?;
        let root = sources.root(file)?;
        sources.enter(file);
        let (mut openapi, origins) = if openapi::is_openapi(&root) {
            openapi::read(root, sources, &config.variables, sink)?
        } else {
            let written = swagger::read(root, sources, sink)?;
            upgrade::upgrade(&written, sources, &config.variables, sink)
        };
        select(&mut openapi, &document.operations);
        Some(Self { document, openapi, origins })
    }

    /// Adds it to the API of the crate.
    pub fn lower(&self, lowering: &mut Lowering<'_>) {
        let name = self.document.name().to_owned();
        let input = DocumentInput { name, base_path: self.document.base_path.clone() };
        lowering.add(&self.openapi, &self.origins, input);
    }

    /// How many operations it has.
    pub fn operations(&self) -> usize {
        let items = self.openapi.paths.iter().filter_map(|(_, item)| item.as_item());
        items.map(|item| item.iter().count()).sum()
    }
}

/// Takes out the operations that are not selected.
fn select(openapi: &mut OpenAPI, selection: &Selection) {
    for (path, item) in &mut openapi.paths.paths {
        let ReferenceOr::Item(item) = item else { continue };
        for (_, method) in Method::ALL {
            let operation = operation_of(item, method);
            let selected = operation.as_ref().is_none_or(|operation| {
                let id = operation.operation_id.as_deref();
                selection.selects(Candidate { method, path, id, tags: &operation.tags })
            });
            if !selected {
                *operation = None;
            }
        }
    }
}
