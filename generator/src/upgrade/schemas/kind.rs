//! What values look like: `type` and the keywords that go with it.

use openapiv3 as oas;
use openapiv3::{ReferenceOr, SchemaData, SchemaKind, Type};
use serde_json::Value;

use super::super::extensions::{FILE, MAXIMUM, MINIMUM, MULTIPLE_OF};
use super::number::{count, float, integer};
use super::{Schemas, enumeration};
use crate::diagnostic::{self as codes, Diagnostic, Place};
use crate::source::below;
use crate::swagger::{AdditionalProperties, Constraints, Kind, Schema};

impl Schemas<'_, '_> {
    /// The kind of a schema that is no reference. Keywords that don't apply to its type mean
    /// nothing (JSON Schema draft 4, "Validation", section 4.1) and are dropped.
    pub(super) fn schema_kind(&mut self, schema: &Schema, at: &str, data: &mut SchemaData) -> SchemaKind {
        if combines(schema) {
            return self.combination(schema, at, data);
        }
        match schema.types.as_slice() {
            [] => match implied(schema) {
                Some(kind) => self.typed(kind, schema, at, data),
                None => SchemaKind::Any(self.any_schema(schema, at, data)),
            },
            [kind] => self.typed(*kind, schema, at, data),
            several => self.any_type_of(several, schema, at),
        }
    }

    fn typed(&mut self, kind: Kind, schema: &Schema, at: &str, data: &mut SchemaData) -> SchemaKind {
        let limits = schema.constraints();
        SchemaKind::Type(match kind {
            Kind::String => Type::String(oas::StringType {
                format: schema.format.clone().into(),
                pattern: limits.pattern.clone(),
                enumeration: enumeration::strings(schema, data, self.sink),
                min_length: count(limits.min_length),
                max_length: count(limits.max_length),
            }),
            Kind::File => {
                data.extensions.insert(FILE.to_owned(), true.into());
                Type::String(oas::StringType {
                    format: Some("binary".to_owned()).into(),
                    ..oas::StringType::default()
                })
            }
            Kind::Number => Type::Number(oas::NumberType {
                format: schema.format.clone().into(),
                multiple_of: float(limits.multiple_of.as_ref(), MULTIPLE_OF, &mut data.extensions),
                exclusive_minimum: limits.exclusive_minimum,
                exclusive_maximum: limits.exclusive_maximum,
                minimum: float(limits.minimum.as_ref(), MINIMUM, &mut data.extensions),
                maximum: float(limits.maximum.as_ref(), MAXIMUM, &mut data.extensions),
                enumeration: enumeration::numbers(schema, data, self.sink),
            }),
            Kind::Integer => Type::Integer(oas::IntegerType {
                format: schema.format.clone().into(),
                multiple_of: integer(limits.multiple_of.as_ref(), MULTIPLE_OF, &mut data.extensions),
                exclusive_minimum: limits.exclusive_minimum,
                exclusive_maximum: limits.exclusive_maximum,
                minimum: integer(limits.minimum.as_ref(), MINIMUM, &mut data.extensions),
                maximum: integer(limits.maximum.as_ref(), MAXIMUM, &mut data.extensions),
                enumeration: enumeration::integers(schema, data, self.sink),
            }),
            Kind::Boolean => Type::Boolean(oas::BooleanType {
                enumeration: enumeration::booleans(schema, data, self.sink),
            }),
            Kind::Array => {
                enumeration::raw(schema, data);
                Type::Array(self.array(schema, at))
            }
            Kind::Object => {
                enumeration::raw(schema, data);
                Type::Object(self.object(schema, at))
            }
        })
    }

    fn array(&mut self, schema: &Schema, at: &str) -> oas::ArrayType {
        if schema.items.is_none() {
            let message = "an array without `items`; read as an array of any values";
            let place = Place::Missing(schema.pointer.child("items"));
            self.report(Diagnostic::new(&codes::MISSING_TYPE, place, message));
        }
        let limits = schema.constraints();
        oas::ArrayType {
            items: self.items(schema, at),
            min_items: count(limits.min_items),
            max_items: count(limits.max_items),
            unique_items: limits.unique_items,
        }
    }

    fn object(&mut self, schema: &Schema, at: &str) -> oas::ObjectType {
        let limits = schema.constraints();
        oas::ObjectType {
            properties: self.properties(schema, at),
            required: schema.required.clone(),
            additional_properties: self.additional_properties(schema, at),
            min_properties: count(limits.min_properties),
            max_properties: count(limits.max_properties),
        }
    }

    /// `allOf` and its like. Alone, or beside a `type: object` that says nothing more, it is the
    /// kind of that name; with keywords of the schema's own, everything is in one [`oas::AnySchema`].
    fn combination(&mut self, schema: &Schema, at: &str, data: &mut SchemaData) -> SchemaKind {
        let any = self.any_schema(schema, at, data);
        let kinds = [&any.all_of, &any.one_of, &any.any_of].into_iter().filter(|list| !list.is_empty());
        let alone = kinds.count() + usize::from(any.not.is_some()) == 1 && !says_more(schema);
        if !alone {
            return SchemaKind::Any(any);
        }
        match any.not {
            Some(not) => SchemaKind::Not { not },
            None if !any.all_of.is_empty() => SchemaKind::AllOf { all_of: any.all_of },
            None if !any.one_of.is_empty() => SchemaKind::OneOf { one_of: any.one_of },
            None => SchemaKind::AnyOf { any_of: any.any_of },
        }
    }

    /// Several types: any of them, each with the keywords that apply to it.
    fn any_type_of(&mut self, types: &[Kind], schema: &Schema, at: &str) -> SchemaKind {
        let mut any_of = Vec::with_capacity(types.len());
        for (index, kind) in types.iter().enumerate() {
            let at = below(at, ["anyOf", &index.to_string()]);
            self.record(at.as_str(), &schema.pointer.child("type").index(index));
            let mut schema_data = SchemaData::default();
            let schema_kind = self.typed(*kind, schema, &at, &mut schema_data);
            any_of.push(ReferenceOr::Item(oas::Schema { schema_data, schema_kind }));
        }
        SchemaKind::AnyOf { any_of }
    }

    /// All keywords at once, for what fits no other kind.
    pub(super) fn any_schema(&mut self, schema: &Schema, at: &str, data: &mut SchemaData) -> oas::AnySchema {
        let limits = schema.constraints();
        let kind = schema.types.first().copied().or_else(|| implied(schema));
        oas::AnySchema {
            typ: kind.map(|kind| type_name(kind).to_owned()),
            pattern: limits.pattern.clone(),
            multiple_of: float(limits.multiple_of.as_ref(), MULTIPLE_OF, &mut data.extensions),
            exclusive_minimum: limits.exclusive_minimum.then_some(true),
            exclusive_maximum: limits.exclusive_maximum.then_some(true),
            minimum: float(limits.minimum.as_ref(), MINIMUM, &mut data.extensions),
            maximum: float(limits.maximum.as_ref(), MAXIMUM, &mut data.extensions),
            properties: self.properties(schema, at),
            required: schema.required.clone(),
            additional_properties: self.additional_properties(schema, at),
            min_properties: count(limits.min_properties),
            max_properties: count(limits.max_properties),
            items: self.items(schema, at),
            min_items: count(limits.min_items),
            max_items: count(limits.max_items),
            unique_items: limits.unique_items.then_some(true),
            enumeration: schema.enumeration.clone().unwrap_or_default(),
            format: schema.format.clone(),
            min_length: count(limits.min_length),
            max_length: count(limits.max_length),
            one_of: self.schemas(&schema.one_of, &below(at, ["oneOf"])),
            all_of: self.schemas(&schema.all_of, &below(at, ["allOf"])),
            any_of: self.schemas(&schema.any_of, &below(at, ["anyOf"])),
            not: schema.not.as_deref().map(|not| Box::new(self.schema(not, &below(at, ["not"])))),
        }
    }

    fn items(&mut self, schema: &Schema, at: &str) -> Option<ReferenceOr<Box<oas::Schema>>> {
        let items = schema.items.as_deref()?;
        Some(self.boxed_schema(items, &below(at, ["items"])))
    }

    fn properties(
        &mut self,
        schema: &Schema,
        at: &str,
    ) -> indexmap::IndexMap<String, ReferenceOr<Box<oas::Schema>>> {
        let properties = schema.properties.iter().map(|(name, property)| {
            let at = below(at, ["properties", name]);
            (name.clone(), self.boxed_schema(property, &at))
        });
        properties.collect()
    }

    fn additional_properties(&mut self, schema: &Schema, at: &str) -> Option<oas::AdditionalProperties> {
        Some(match schema.additional_properties.as_ref()? {
            AdditionalProperties::Allowed(allowed) => oas::AdditionalProperties::Any(*allowed),
            AdditionalProperties::Schema(values) => {
                let at = below(at, ["additionalProperties"]);
                oas::AdditionalProperties::Schema(Box::new(self.schema(values, &at)))
            }
        })
    }

    fn schemas(&mut self, schemas: &[Schema], at: &str) -> Vec<ReferenceOr<oas::Schema>> {
        let schemas = schemas.iter().enumerate();
        schemas.map(|(index, schema)| self.schema(schema, &below(at, [&index.to_string()]))).collect()
    }
}

/// The type that a schema without one must mean, by the keywords it has or by its values.
fn implied(schema: &Schema) -> Option<Kind> {
    if !schema.properties.is_empty() || schema.additional_properties.is_some() {
        return Some(Kind::Object);
    }
    if schema.items.is_some() {
        return Some(Kind::Array);
    }
    let values = schema.enumeration.as_deref().filter(|values| !values.is_empty())?;
    let all = |is: fn(&Value) -> bool| values.iter().all(|value| is(value) || value.is_null());
    [
        (Kind::String, Value::is_string as fn(&Value) -> bool),
        (Kind::Integer, Value::is_i64),
        (Kind::Number, Value::is_number),
        (Kind::Boolean, Value::is_boolean),
    ]
    .into_iter()
    .find_map(|(kind, is)| all(is).then_some(kind))
}

fn combines(schema: &Schema) -> bool {
    !schema.all_of.is_empty()
        || !schema.one_of.is_empty()
        || !schema.any_of.is_empty()
        || schema.not.is_some()
}

/// Whether a schema with `allOf` or the like has keywords of its own that matter.
fn says_more(schema: &Schema) -> bool {
    !matches!(schema.types.as_slice(), [] | [Kind::Object])
        || !schema.properties.is_empty()
        || !schema.required.is_empty()
        || schema.additional_properties.is_some()
        || schema.items.is_some()
        || schema.enumeration.is_some()
        || schema.format.is_some()
        || schema.constraints() != &Constraints::NONE
}

fn type_name(kind: Kind) -> &'static str {
    match kind {
        Kind::String | Kind::File => "string",
        Kind::Number => "number",
        Kind::Integer => "integer",
        Kind::Boolean => "boolean",
        Kind::Array => "array",
        Kind::Object => "object",
    }
}
