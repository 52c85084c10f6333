//! What can come of an operation.

use indexmap::IndexMap;
use openapiv3 as oas;
use openapiv3::{MediaType, ReferenceOr};

use super::media_type;
use super::status::{Status, status};
use super::upgrader::Upgrader;
use crate::diagnostic::{self as codes, Diagnostic, Place};
use crate::source::{Pointer, below};
use crate::swagger::{Example, Operation, OrReference, Response};

impl Upgrader<'_, '_> {
    /// The responses of an operation, which are to stand at `at`.
    pub(super) fn responses(&mut self, operation: &Operation, at: &str) -> oas::Responses {
        let mut responses =
            oas::Responses { extensions: operation.responses_extensions.clone(), ..Default::default() };
        for (key, response) in &operation.responses {
            let at = below(at, [key]);
            let Some(response) = self.response_or_reference(operation, response, &at) else { continue };
            let response = ReferenceOr::Item(response);
            match status(key) {
                Some(Status::Code(code)) => {
                    responses.responses.insert(code, response);
                }
                Some(Status::Default) => responses.default = Some(response),
                None => self.unknown_status(key, &operation.pointer),
            }
        }
        responses
    }

    fn response_or_reference(
        &mut self,
        operation: &Operation,
        response: &OrReference<Response>,
        at: &str,
    ) -> Option<oas::Response> {
        match response {
            OrReference::Item(response) => Some(self.response(operation, response, false, at)),
            OrReference::Reference(reference, words) => {
                let node = self.schemas.reader.target(&reference.pointer, &reference.text)?;
                let mut response = Response::read_item(node, &self.schemas.reader)?;
                if let Some(words) = words {
                    response.description.clone_from(words);
                }
                Some(self.response(operation, &response, true, at))
            }
        }
    }

    fn response(
        &mut self,
        operation: &Operation,
        response: &Response,
        shared: bool,
        at: &str,
    ) -> oas::Response {
        self.schemas.record(at, &response.pointer);
        let content_at = below(at, ["content"]);
        let mut content = self.content(operation, response, shared, &content_at);
        self.add_examples(&mut content, response, &content_at);
        let full = self.schemas.is_full();
        let headers = response.headers.iter().take_while(|_| !full).map(|(name, header)| {
            let at = below(at, ["headers", name]);
            (name.clone(), ReferenceOr::Item(self.header(header, &at)))
        });
        oas::Response {
            description: response.description.clone(),
            headers: headers.collect(),
            content,
            links: IndexMap::new(),
            extensions: response.extensions.clone(),
        }
    }

    /// The media types of a response that has a schema.
    fn content(
        &mut self,
        operation: &Operation,
        response: &Response,
        shared: bool,
        at: &str,
    ) -> IndexMap<String, MediaType> {
        let Some(schema) = &response.schema else { return IndexMap::new() };
        let media_types = media_type::of_body(operation.produces.as_deref(), &self.document.produces, schema);
        let content = media_types.into_iter().map(|media_type| {
            let at = below(at, [&media_type, "schema"]);
            let schema = match shared {
                true => self.schemas.shared_schema(schema, &at),
                false => self.schemas.schema(schema, &at),
            };
            (media_type, MediaType { schema: Some(schema), ..MediaType::default() })
        });
        content.collect()
    }

    /// Puts each example with its media type. A response without a schema has no other content
    /// than that of its examples.
    fn add_examples(&mut self, content: &mut IndexMap<String, MediaType>, response: &Response, at: &str) {
        for example in &response.examples {
            let known = content.keys().find(|known| media_type::is_same(known, &example.media_type)).cloned();
            let media_type = match known {
                Some(media_type) => media_type,
                None if response.schema.is_none() && example.media_type.contains('/') => {
                    example.media_type.clone()
                }
                None if media_type::is_json(&example.media_type) => {
                    self.one_more_media_type(content, example, at);
                    example.media_type.clone()
                }
                None => {
                    self.unused_example(example);
                    continue;
                }
            };
            self.schemas.record(below(at, [&media_type, "example"]), &example.pointer);
            content.entry(media_type).or_default().example = Some(example.value.clone());
        }
    }

    /// An example in JSON says that the response may be JSON, though the operation only produces
    /// something else: an archive, say, but not if the answer is an error.
    fn one_more_media_type(
        &mut self,
        content: &mut IndexMap<String, MediaType>,
        example: &Example,
        at: &str,
    ) {
        let Some((first, same)) = content.first().map(|(name, content)| (name.clone(), content.clone()))
        else {
            return;
        };
        let schema = below(at, [&example.media_type, "schema"]);
        let origin = self.schemas.origin(&below(at, [&first, "schema"]));
        self.schemas.record(schema, &origin);
        content.insert(example.media_type.clone(), MediaType { example: None, ..same });
        let message = format!("the operation does not produce `{}`; read as if it did", example.media_type);
        let place = Place::Key(example.pointer.clone());
        self.schemas.report(Diagnostic::new(&codes::INTERPRETED, place, message));
    }

    fn unused_example(&self, example: &Example) {
        let message =
            format!("the example for `{}` is not used: no such response is produced", example.media_type);
        let place = Place::Key(example.pointer.clone());
        self.schemas.report(Diagnostic::new(&codes::UNUSED_EXAMPLE, place, message));
    }

    fn unknown_status(&self, key: &str, operation: &Pointer) {
        let message = format!("`{key}` is no status code; the response is left out");
        let place = Place::Key(operation.child("responses").child(key));
        self.schemas.report(Diagnostic::new(&codes::UNKNOWN_STATUS, place, message));
    }
}
