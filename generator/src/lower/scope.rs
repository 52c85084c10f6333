//! One document while it is lowered.

use std::collections::{HashMap, VecDeque};

use foldhash::fast::RandomState;
use openapiv3::{OpenAPI, ReferenceOr, Schema};

use super::schema::{Conflict, State};
use super::store::Store;
use crate::api::{DocumentId, Parameter, TypeId};
use crate::diagnostic::{Code, Diagnostic, Place, Sink};
use crate::source::Pointer;
use crate::upgrade::Origins;

/// One document, the store that its parts go to, and the definitions that are still to be read.
pub(super) struct Scope<'a> {
    pub(super) openapi: &'a OpenAPI,
    pub(super) origins: &'a Origins,
    pub(super) sink: &'a Sink,
    pub(super) store: &'a mut Store,
    pub(super) document: DocumentId,
    /// The types of this document's definitions, by key.
    pub(super) definitions: HashMap<&'a str, TypeId, RandomState>,
    /// The definitions whose bodies are not read yet. They wait, so that a chain of references
    /// is not a chain of calls.
    pub(super) waiting: VecDeque<TypeId>,
    /// The parameters that several operations may refer to, by where they are in the model.
    pub(super) parameters: HashMap<String, Parameter, RandomState>,
    /// How far each definition that is not done has come.
    pub(super) states: HashMap<TypeId, State<'a>, RandomState>,
    /// For each definition, those that name it in an `allOf`.
    pub(super) subtypes: HashMap<&'a str, Vec<&'a str>>,
    /// Whether `format: binary` is bytes here, as in a multipart body, or text, as in JSON.
    pub(super) binary_is_bytes: bool,
    /// How many `allOf` are being read within each other.
    pub(super) depth: usize,
    /// The unions that are being extended by an `allOf`, within each other.
    pub(super) extending: Vec<TypeId>,
    /// How many alternatives such extensions have made.
    pub(super) extensions: usize,
    /// Properties that two members of an `allOf` describe.
    pub(super) conflicts: Vec<Conflict>,
    /// The path item that is being read; what is written elsewhere is shared.
    pub(super) path_item: Option<Pointer>,
}

impl<'a> Scope<'a> {
    pub(super) fn new(
        openapi: &'a OpenAPI,
        origins: &'a Origins,
        sink: &'a Sink,
        store: &'a mut Store,
    ) -> Self {
        Self {
            openapi,
            origins,
            sink,
            document: DocumentId(store.api.documents.len() as u32),
            store,
            definitions: HashMap::default(),
            waiting: VecDeque::new(),
            parameters: HashMap::default(),
            states: HashMap::default(),
            subtypes: super::schema::subtypes(openapi),
            binary_is_bytes: false,
            depth: 0,
            extending: Vec::new(),
            extensions: 0,
            conflicts: Vec::new(),
            path_item: None,
        }
    }

    /// Where the part of the model at `at` was written.
    pub(super) fn origin(&self, at: &str) -> Pointer {
        self.origins.get(at)
    }

    /// A finding at the value that the part of the model at `at` was made from.
    pub(super) fn finding(&self, code: &'static Code, at: &str, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(code, Place::Value(self.origin(at)), message)
    }

    /// A finding at a member of that value, or at the value where it has none of that name.
    pub(super) fn finding_in(&self, code: &'static Code, at: &str, key: &str, message: String) -> Diagnostic {
        Diagnostic::new(code, Place::Value(self.origin(at).child(key)), message)
    }

    /// The definition of that key.
    pub(super) fn definition(&self, key: &str) -> Option<(&'a str, &'a ReferenceOr<Schema>)> {
        let schemas = &self.openapi.components.as_ref()?.schemas;
        schemas.get_key_value(key).map(|(key, schema)| (key.as_str(), schema))
    }
}
