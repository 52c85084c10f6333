//! The first half of the pipeline: from a document, of whichever version, to one OpenAPI 3 model.

use openapiv3::OpenAPI;

use crate::config::{Config, Document, Selector};
use crate::diagnostic::Sink;
use crate::lower::{DocumentInput, Lowering};
use crate::openapi;
use crate::selection;
use crate::source::{Node, Sources};
use crate::swagger;
use crate::upgrade::{self, Origins};

/// A document as the second half takes it.
#[derive(Debug)]
pub struct Model<'c> {
    /// What the configuration says about it.
    pub document: &'c Document,
    /// What it says, without references to other files.
    pub openapi: OpenAPI,
    /// Where it says that.
    pub origins: Origins,
    /// What the configuration selects by and none of its operations is.
    pub idle: Vec<&'c Selector>,
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
        let idle = selection::select(&mut openapi, &document.operations);
        Some(Self { document, openapi, origins, idle })
    }

    /// The document as it is written.
    pub fn root<'s>(&self, sources: &'s Sources<'_>) -> Option<Node<'s>> {
        sources.root(sources.load(&self.document.path, None, &Sink::new())?)
    }

    /// Adds it to the API of the crate.
    pub fn lower(&self, lowering: &mut Lowering<'_>) {
        let document = self.document;
        let input = DocumentInput {
            name: document.name().to_owned(),
            namespace: document.namespace.clone(),
            base_path: document.base_path.clone(),
            split_by_tags: document.split_by_tags,
        };
        lowering.add(&self.openapi, &self.origins, input);
    }

    /// How many operations it has.
    pub fn operations(&self) -> usize {
        self.openapi.operations().count()
    }
}
