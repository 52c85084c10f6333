//! Operations.

use indexmap::IndexMap;
use openapiv3 as oas;

use super::{Converter, nouns};
use crate::diagnostic as codes;
use crate::source::Node;
use crate::swagger::{ExternalDocs, Fields};
use crate::upgrade::extensions::SKIPPED;
use crate::upgrade::info;

impl Converter<'_, '_> {
    /// The operation that is to stand at `at`. `complete` says whether all parameters of its path
    /// could be read.
    pub(super) fn operation(&mut self, node: Node<'_>, complete: bool, at: &str) -> Option<oas::Operation> {
        let reader = self.reader;
        let fields = Fields::open(node, &nouns::OPERATION, &reader)?;
        self.record(at, &fields.pointer());
        let (parameters, own_complete) = self.parameters(&fields, at);
        let mut extensions = fields.extensions();
        if !complete || !own_complete {
            extensions.insert(SKIPPED.to_owned(), true.into());
        }
        if fields.member("responses").is_none() {
            fields.missing(&codes::MISSING_RESPONSES, "responses");
        }
        if let Some(callbacks) = fields.member("callbacks") {
            self.unsupported(&callbacks, "callbacks");
        }
        let external_docs = fields.member("externalDocs").and_then(|node| ExternalDocs::read(node, &reader));
        Some(oas::Operation {
            tags: fields.texts("tags").unwrap_or_default(),
            summary: fields.text("summary"),
            description: fields.text("description"),
            external_docs: external_docs.as_ref().map(info::external_docs),
            operation_id: fields.text("operationId"),
            parameters,
            request_body: self.request_body(&fields, at),
            responses: self.responses(&fields, at),
            callbacks: IndexMap::new(),
            deprecated: fields.flag("deprecated"),
            security: self.security(&fields, at),
            servers: self.servers(&fields, &IndexMap::new()),
            extensions,
        })
    }
}
