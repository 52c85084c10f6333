//! One document while it is lowered.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::Arc;

use foldhash::fast::RandomState;
use openapiv3::{OpenAPI, ReferenceOr, Schema};

use super::schema::{self, Conflict, States};
use super::store::Store;
use crate::api::{DocumentId, Parameter, TypeId};
use crate::diagnostic::{Code, Diagnostic, Place, Sink};
use crate::source::Pointer;
use crate::upgrade::Origins;

/// What all parts of a document are lowered with, whichever thread lowers them.
#[derive(Debug, Clone)]
pub(super) struct Given<'a> {
    pub(super) openapi: &'a OpenAPI,
    pub(super) origins: &'a Origins,
    pub(super) document: DocumentId,
    /// The types of this document's definitions, by key.
    pub(super) definitions: Arc<HashMap<&'a str, TypeId, RandomState>>,
    /// For each definition, those that name it in an `allOf`.
    pub(super) subtypes: Arc<HashMap<&'a str, Vec<&'a str>>>,
    /// The parameters that several operations may refer to, by where they are in the model.
    pub(super) parameters: Arc<HashMap<String, Parameter, RandomState>>,
    /// Where the document was found to say what the specification forbids, when it was read.
    pub(super) breaches: Arc<HashSet<Pointer>>,
}

impl<'a> Given<'a> {
    /// What a document says, without its definitions and parameters so far.
    pub(super) fn new(openapi: &'a OpenAPI, origins: &'a Origins, document: DocumentId, sink: &Sink) -> Self {
        Self {
            openapi,
            origins,
            document,
            definitions: Arc::default(),
            subtypes: Arc::new(schema::subtypes(openapi)),
            parameters: Arc::default(),
            breaches: Arc::new(sink.breaches()),
        }
    }
}

/// A document, the store that its parts go to, and what is still to be read.
pub(super) struct Scope<'a, 's> {
    pub(super) given: Given<'a>,
    pub(super) sink: &'s Sink,
    pub(super) store: &'s mut Store,
    /// The types whose bodies are not read yet. They wait, so that a chain of references is not a
    /// chain of calls.
    pub(super) waiting: VecDeque<TypeId>,
    /// How far each type that is not done has come.
    pub(super) states: States<'a>,
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

impl<'a, 's> Scope<'a, 's> {
    pub(super) fn new(given: Given<'a>, sink: &'s Sink, store: &'s mut Store) -> Self {
        Self {
            given,
            sink,
            store,
            waiting: VecDeque::new(),
            states: HashMap::default(),
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
        self.given.origins.get(at)
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
        let schemas = &self.given.openapi.components.as_ref()?.schemas;
        schemas.get_key_value(key).map(|(key, schema)| (key.as_str(), schema))
    }
}
