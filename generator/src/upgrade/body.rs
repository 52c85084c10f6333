//! The parameters that make up the body of a request.

use indexmap::IndexMap;
use openapiv3 as oas;
use openapiv3::{ReferenceOr, SchemaKind, Type};

use super::extensions::{ALLOW_EMPTY, BODY_NAME, COLLECTION_FORMAT};
use super::media_type;
use super::operation::Found;
use super::parameter::{is_array, query_style};
use super::upgrader::Upgrader;
use crate::source::{Pointer, below};
use crate::swagger::{CollectionFormat, Kind, Operation, Parameter};

impl Upgrader<'_, '_> {
    /// The request body that a body parameter becomes. OpenAPI 3 has no name for it.
    pub(super) fn body(&mut self, operation: &Operation, found: &Found<'_>, at: &str) -> oas::RequestBody {
        let parameter: &Parameter = found;
        self.schemas.record(at, &parameter.pointer);
        let media_types =
            media_type::of_body(operation.consumes.as_deref(), &self.document.consumes, &parameter.schema);
        let content = media_types.into_iter().map(|media_type| {
            let at = below(at, ["content", &media_type, "schema"]);
            let schema = match found.is_shared() {
                true => self.schemas.shared_schema(&parameter.schema, &at),
                false => self.schemas.schema(&parameter.schema, &at),
            };
            (media_type, oas::MediaType { schema: Some(schema), ..oas::MediaType::default() })
        });
        let content = content.collect();
        let mut extensions = parameter.extensions.clone();
        extensions.insert(BODY_NAME.to_owned(), parameter.name.clone().into());
        oas::RequestBody {
            description: parameter.description.clone(),
            content,
            required: parameter.required,
            extensions,
        }
    }

    /// The request body that the parameters of a form become: an object with a property for each.
    pub(super) fn form(&mut self, operation: &Operation, fields: &[Found<'_>], at: &str) -> oas::RequestBody {
        let parameters: Vec<&Parameter> = fields.iter().map(|found| &**found).collect();
        let origin = operation.pointer.child("parameters");
        self.schemas.record(at, &origin);
        let has_file = parameters.iter().any(|parameter| parameter.schema.types.contains(&Kind::File));
        let media_types =
            media_type::of_form(operation.consumes.as_deref(), &self.document.consumes, has_file);
        let content = media_types.into_iter().map(|media_type| {
            let at = below(at, ["content", &media_type, "schema"]);
            let content = oas::MediaType {
                schema: Some(ReferenceOr::Item(self.form_schema(&parameters, &origin, &at))),
                encoding: encodings(&parameters),
                ..oas::MediaType::default()
            };
            (media_type, content)
        });
        oas::RequestBody {
            content: content.collect(),
            required: parameters.iter().any(|parameter| parameter.required),
            ..oas::RequestBody::default()
        }
    }

    fn form_schema(&mut self, parameters: &[&Parameter], origin: &Pointer, at: &str) -> oas::Schema {
        self.schemas.record(at, origin);
        let properties = parameters.iter().map(|parameter| {
            let at = below(at, ["properties", &parameter.name]);
            (parameter.name.clone(), self.form_property(parameter, &at))
        });
        let object = oas::ObjectType {
            properties: properties.collect(),
            required: parameters
                .iter()
                .filter(|parameter| parameter.required)
                .map(|parameter| parameter.name.clone())
                .collect(),
            ..oas::ObjectType::default()
        };
        oas::Schema { schema_data: Default::default(), schema_kind: SchemaKind::Type(Type::Object(object)) }
    }

    fn form_property(&mut self, parameter: &Parameter, at: &str) -> ReferenceOr<Box<oas::Schema>> {
        let mut schema = self.schemas.boxed_schema(&parameter.schema, at);
        if let ReferenceOr::Item(schema) = &mut schema {
            let data = &mut schema.schema_data;
            data.description = parameter.description.clone();
            if parameter.allow_empty_value {
                data.extensions.insert(ALLOW_EMPTY.to_owned(), true.into());
            }
            if is_array(&parameter.schema) {
                let format = parameter.schema.collection_format.unwrap_or_default();
                data.extensions.insert(COLLECTION_FORMAT.to_owned(), format.as_str().into());
            }
        }
        schema
    }
}

/// How the lists of a form are written.
fn encodings(parameters: &[&Parameter]) -> IndexMap<String, oas::Encoding> {
    let arrays = parameters.iter().filter(|parameter| is_array(&parameter.schema));
    let encodings = arrays.map(|parameter| {
        let format = parameter.schema.collection_format.unwrap_or_default();
        let encoding = oas::Encoding {
            style: Some(query_style(format)),
            explode: format == CollectionFormat::Multi,
            ..oas::Encoding::default()
        };
        (parameter.name.clone(), encoding)
    });
    encodings.collect()
}
