//! Parameters outside the body.

use openapiv3 as oas;
use openapiv3::{HeaderStyle, ParameterData, ParameterSchemaOrContent, PathStyle, QueryStyle};
use serde_json::Value;

use super::extensions::COLLECTION_FORMAT;
use super::upgrader::Upgrader;
use crate::diagnostic::{self as codes, Diagnostic, Place};
use crate::source::below;
use crate::swagger::{CollectionFormat, Extensions, Kind, Location, Parameter, Schema};

impl Upgrader<'_, '_> {
    /// The parameter that is to stand at `at`; nothing for those that make up the body.
    pub(super) fn parameter(&mut self, parameter: &Parameter, at: &str) -> Option<oas::Parameter> {
        let location = parameter.location;
        if location.is_body() {
            return None;
        }
        let collection = self.collection_format(parameter);
        let parameter_data = self.parameter_data(parameter, collection, at);
        Some(match location {
            Location::Path => oas::Parameter::Path { parameter_data, style: PathStyle::Simple },
            Location::Header => oas::Parameter::Header { parameter_data, style: HeaderStyle::Simple },
            _ => oas::Parameter::Query {
                parameter_data,
                allow_reserved: false,
                style: query_style(collection),
                allow_empty_value: parameter.allow_empty_value.then_some(true),
            },
        })
    }

    fn parameter_data(
        &mut self,
        parameter: &Parameter,
        collection: CollectionFormat,
        at: &str,
    ) -> ParameterData {
        self.schemas.record(at, &parameter.pointer);
        let mut extensions = parameter.extensions.clone();
        let is_array = is_array(&parameter.schema);
        if is_array {
            extensions.insert(COLLECTION_FORMAT.to_owned(), collection.as_str().into());
        }
        let example = example(&parameter.schema, &parameter.extensions);
        if example.is_some() {
            let is_extension = parameter.extensions.contains_key("x-example");
            let key = if is_extension { "x-example" } else { "example" };
            self.schemas.record(below(at, ["example"]), &parameter.pointer.child(key));
        }
        let schema = self.schemas.schema(&parameter.schema, &below(at, ["schema"]));
        ParameterData {
            name: parameter.name.clone(),
            description: parameter.description.clone(),
            required: self.is_required(parameter),
            deprecated: parameter.extensions.get("x-deprecated").and_then(Value::as_bool),
            format: ParameterSchemaOrContent::Schema(schema),
            example,
            examples: Default::default(),
            explode: is_array.then_some(collection == CollectionFormat::Multi),
            extensions,
        }
    }

    /// A path parameter is always required, and has to say so.
    fn is_required(&self, parameter: &Parameter) -> bool {
        let in_path = parameter.location == Location::Path;
        if in_path && !parameter.required {
            let message =
                format!("the path parameter `{}` must say `required: true`; read so", parameter.name);
            let place = Place::Missing(parameter.pointer.child("required"));
            self.schemas.report(Diagnostic::new(&codes::READ_AS, place, message));
        }
        in_path || parameter.required
    }

    /// `multi` is only for queries and forms; elsewhere it is read as the default.
    fn collection_format(&self, parameter: &Parameter) -> CollectionFormat {
        let format = parameter.schema.collection_format.unwrap_or_default();
        let repeatable = matches!(parameter.location, Location::Query | Location::FormData);
        if format == CollectionFormat::Multi && !repeatable {
            let message = "`multi` is only for the query and forms; read as `csv`";
            let place = Place::Value(parameter.schema.pointer.child("collectionFormat"));
            self.schemas.report(Diagnostic::new(&codes::READ_AS, place, message));
            return CollectionFormat::Csv;
        }
        format
    }
}

/// How OpenAPI 3 says a collection format. It has no word for tabs, so that the extension counts.
pub(super) fn query_style(collection: CollectionFormat) -> QueryStyle {
    match collection {
        CollectionFormat::Csv | CollectionFormat::Multi | CollectionFormat::Tsv => QueryStyle::Form,
        CollectionFormat::Ssv => QueryStyle::SpaceDelimited,
        CollectionFormat::Pipes => QueryStyle::PipeDelimited,
    }
}

/// `x-example`, which is how Swagger 2.0 gives an example outside of bodies, or `example`.
pub(super) fn example(schema: &Schema, extensions: &Extensions) -> Option<Value> {
    extensions.get("x-example").or(schema.example.as_deref()).cloned()
}

pub(super) fn is_array(schema: &Schema) -> bool {
    schema.types.contains(&Kind::Array)
}
