//! What the parts of the upgrade share.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use foldhash::fast::RandomState;
use openapiv3::{Components, Server};

use super::schemas::Schemas;
use super::{Origins, SharedParameters};
use crate::diagnostic::Sink;
use crate::source::{Pointer, Sources};
use crate::swagger::{Document, Parameter, Reader};

/// An upgrade that is going on.
pub(super) struct Upgrader<'a, 'l> {
    pub(super) document: &'a Document<'a>,
    /// The schemas so far, and all findings and origins.
    pub(super) schemas: Schemas<'a, 'l>,
    /// Where the API is, for the operations that have schemes of their own.
    pub(super) servers: Vec<Server>,
    /// The parameters that a `$ref` led to, as they are written, by where that is.
    pub(super) parameters: RefCell<HashMap<Pointer, Option<Rc<Parameter>>, RandomState>>,
    /// What has been made of them.
    pub(super) shared_parameters: SharedParameters,
}

impl<'a, 'l> Upgrader<'a, 'l> {
    pub(super) fn new(document: &'a Document<'a>, sources: &'a Sources<'l>, sink: &'a Sink) -> Self {
        let reader = Reader::new(sources, sink);
        let mut schemas = Schemas::new(document.pointer.clone(), reader, sources, sink);
        schemas.adopt(&document.definitions);
        Self::of_share(document, schemas, SharedParameters::default(), Vec::new())
    }

    /// An upgrade of some of the document's paths, apart from the others.
    pub(super) fn of_share(
        document: &'a Document<'a>,
        schemas: Schemas<'a, 'l>,
        shared_parameters: SharedParameters,
        servers: Vec<Server>,
    ) -> Self {
        Self { document, schemas, servers, parameters: RefCell::default(), shared_parameters }
    }

    /// What the rest refers to.
    pub(super) fn components(&mut self) -> Components {
        Components {
            security_schemes: self.security_schemes(),
            parameters: self.shared_parameters.take(),
            schemas: self.schemas.components(),
            ..Components::default()
        }
    }

    pub(super) fn into_origins(self) -> Origins {
        self.schemas.into_origins()
    }
}
