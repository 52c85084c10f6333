//! The model as a document that other tools read.
//!
//! The model says in [extensions](crate::upgrade::extensions) what its types have no room for. What
//! OpenAPI 3.0 has words for is said in them here; what it has none for stays, and is understood when
//! the document is read again.

mod ignored;
mod lists;
mod nulls;
mod schema;
#[cfg(test)]
mod tests;

use openapiv3 as oas;
use openapiv3::{OpenAPI, Operation, Parameter, ParameterSchemaOrContent, ReferenceOr};
use serde_json::Value;

use self::schema::{said, slot};
use crate::api::Method;
use crate::diagnostic::Sink;
use crate::swagger::MORE_PATHS;
use crate::upgrade::extensions::{BASE_PATH, SKIPPED};
use crate::upgrade::{Origins, operation_of};

/// A document of OpenAPI 3.0 that says what the model does. An operation that is left out of crates,
/// since a part of it could not be read, is left out here too. What means less in OpenAPI 3.0 than it
/// did where it is from, as `origins` say, is reported to `sink`.
pub fn written(mut openapi: OpenAPI, origins: &Origins, sink: &Sink) -> Value {
    ignored::report(&openapi, origins, sink);
    // The servers say the one, and the paths are the other.
    openapi.extensions.shift_remove(BASE_PATH);
    openapi.extensions.shift_remove(MORE_PATHS);
    for (_, item) in &mut openapi.paths.paths {
        let ReferenceOr::Item(item) = item else { continue };
        item.parameters.iter_mut().for_each(parameter);
        for (_, method) in Method::ALL {
            let place = operation_of(item, method);
            match place {
                Some(skipped) if skipped.extensions.contains_key(SKIPPED) => *place = None,
                Some(kept) => operation(kept),
                None => {}
            }
        }
    }
    if let Some(components) = &mut openapi.components {
        components.parameters.values_mut().for_each(parameter);
        components.schemas.values_mut().for_each(slot);
    }
    // Nothing in it has other keys than text, which is all that could stand against it.
    let mut document = serde_json::to_value(openapi).unwrap_or_default();
    nulls::remove(&mut document);
    document
}

fn operation(operation: &mut Operation) {
    operation.parameters.iter_mut().for_each(parameter);
    if let Some(ReferenceOr::Item(body)) = &mut operation.request_body {
        content(&mut body.content);
    }
    let responses = &mut operation.responses;
    for response in responses.default.iter_mut().chain(responses.responses.values_mut()) {
        let ReferenceOr::Item(response) = response else { continue };
        content(&mut response.content);
        for header in response.headers.values_mut() {
            let ReferenceOr::Item(header) = header else { continue };
            said(&mut header.extensions, Some(lists::SIMPLE));
            described(&mut header.format, Some(lists::SIMPLE));
        }
    }
}

fn parameter(parameter: &mut ReferenceOr<Parameter>) {
    let ReferenceOr::Item(parameter) = parameter else { return };
    let format = lists::of_parameter(parameter);
    let data = match parameter {
        Parameter::Query { parameter_data, .. }
        | Parameter::Header { parameter_data, .. }
        | Parameter::Path { parameter_data, .. }
        | Parameter::Cookie { parameter_data, .. } => parameter_data,
    };
    said(&mut data.extensions, format);
    described(&mut data.format, format);
}

/// What describes a value whose lists are written in a format.
fn described(described: &mut ParameterSchemaOrContent, format: Option<&str>) {
    match described {
        ParameterSchemaOrContent::Schema(schema) => {
            if let ReferenceOr::Item(schema) = schema {
                said(&mut schema.schema_data.extensions, format);
            }
            slot(schema);
        }
        ParameterSchemaOrContent::Content(media_types) => content(media_types),
    }
}

fn content(content: &mut oas::Content) {
    for media_type in content.values_mut() {
        if let Some(schema) = &mut media_type.schema {
            lists::of_form(schema, &media_type.encoding);
            slot(schema);
        }
        media_type.encoding.values_mut().for_each(lists::explicit);
    }
}
