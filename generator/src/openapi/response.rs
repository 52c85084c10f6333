//! Responses and their headers.

use indexmap::IndexMap;
use openapiv3 as oas;
use openapiv3::{HeaderStyle, ReferenceOr};

use super::{Converter, nouns};
use crate::diagnostic::{self as codes, Diagnostic, Place};
use crate::source::{Node, below};
use crate::swagger::{Fields, is_extension};
use crate::upgrade::status::{Status, status};

impl Converter<'_, '_> {
    /// The responses of the operation at `at`.
    pub(super) fn responses(&mut self, operation: &Fields<'_, '_>, at: &str) -> oas::Responses {
        let mut responses = oas::Responses::default();
        for (key, node) in operation.map("responses") {
            if is_extension(key) {
                responses.extensions.insert(key.to_owned(), node.value.clone());
                continue;
            }
            let place = Place::Key(node.pointer.clone());
            let Some(response) = self.response(node, &below(at, ["responses", key])) else {
                continue;
            };
            let response = ReferenceOr::Item(response);
            match status(key) {
                Some(Status::Code(code)) => {
                    responses.responses.insert(code, response);
                }
                Some(Status::Default) => responses.default = Some(response),
                None => {
                    let message = format!("`{key}` is no status code; the response is left out");
                    self.report(Diagnostic::new(&codes::UNKNOWN_STATUS, place, message));
                }
            }
        }
        responses
    }

    fn response(&mut self, node: Node<'_>, at: &str) -> Option<oas::Response> {
        let reader = self.reader;
        let shared = node.reference().is_some();
        let fields = Fields::open(node, &nouns::RESPONSE, &reader)?;
        self.record(at, &fields.pointer());
        let full = self.schemas.is_full();
        let headers = fields.map("headers").into_iter().take_while(|_| !full);
        let headers = headers.filter_map(|(name, node)| {
            let at = below(at, ["headers", name]);
            Some((name.to_owned(), ReferenceOr::Item(self.header(node, &at)?)))
        });
        Some(oas::Response {
            description: fields.expected_text("description"),
            headers: headers.collect(),
            content: self.content(&fields, shared, at),
            links: IndexMap::new(),
            extensions: fields.extensions(),
        })
    }

    fn header(&mut self, node: Node<'_>, at: &str) -> Option<oas::Header> {
        let reader = self.reader;
        let shared = node.reference().is_some();
        let fields = Fields::open(node, &nouns::HEADER, &reader)?;
        self.record(at, &fields.pointer());
        Some(oas::Header {
            description: fields.text("description"),
            style: HeaderStyle::Simple,
            required: fields.flag("required"),
            deprecated: fields.optional_flag("deprecated"),
            format: self.schema_or_content(&fields, shared, at),
            example: self.example(&fields, at),
            examples: self.examples(&fields, at),
            extensions: fields.extensions(),
        })
    }
}
