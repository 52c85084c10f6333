//! What is said about a schema. What values look like is in `kind.rs`.

use openapiv3 as oas;
use openapiv3::{ReferenceOr, SchemaKind};

use super::super::extensions::{ANNOTATED_REFERENCE, COLLECTION_FORMAT, schema_reference};
use super::super::info::external_docs;
use super::Schemas;
use crate::diagnostic::{self as codes, Diagnostic, Place};
use crate::source::below;
use crate::swagger::{Dialect, Kind, Reference, Schema};

impl Schemas<'_, '_> {
    /// The schema that is to stand at `at`.
    pub(crate) fn schema(&mut self, schema: &Schema, at: &str) -> ReferenceOr<oas::Schema> {
        if self.is_full() {
            return anything();
        }
        self.record(at, &schema.pointer);
        match &schema.reference {
            Some(reference) => self.reference(schema, reference, at),
            None => ReferenceOr::Item(self.schema_item(schema, at)),
        }
    }

    /// The same, boxed as properties and items have it.
    pub(crate) fn boxed_schema(&mut self, schema: &Schema, at: &str) -> ReferenceOr<Box<oas::Schema>> {
        match self.schema(schema, at) {
            ReferenceOr::Reference { reference } => ReferenceOr::Reference { reference },
            ReferenceOr::Item(item) => ReferenceOr::boxed_item(item),
        }
    }

    /// A schema with a key, though the document has it inline: the body of a shared parameter or
    /// response is one type, however many operations use it. What is too simple to be a type of
    /// its own stays inline.
    pub(crate) fn shared_schema(&mut self, schema: &Schema, at: &str) -> ReferenceOr<oas::Schema> {
        if schema.reference.is_some() || !has_structure(schema) {
            return self.schema(schema, at);
        }
        self.record(at, &schema.pointer);
        let key = self.keys.of_place(&schema.pointer, self.sources);
        ReferenceOr::Reference { reference: schema_reference(&key) }
    }

    fn schema_item(&mut self, schema: &Schema, at: &str) -> oas::Schema {
        let mut schema_data = self.annotations(schema, at);
        let schema_kind = self.schema_kind(schema, at, &mut schema_data);
        oas::Schema { schema_data, schema_kind }
    }

    /// A reference. It stays one if nothing is said beside it; otherwise it is an `allOf` of one,
    /// as OpenAPI 3.0 recommends, that carries what is said.
    fn reference(&mut self, schema: &Schema, reference: &Reference, at: &str) -> ReferenceOr<oas::Schema> {
        let Some(key) = self.key(reference) else { return anything() };
        let target = ReferenceOr::Reference { reference: schema_reference(&key) };
        if extends(schema) {
            return ReferenceOr::Item(self.extension(schema, target, at));
        }
        self.warn_of_ignored_siblings(schema);
        if !is_annotated(schema) {
            return target;
        }
        let mut schema_data = self.annotations(schema, at);
        schema_data.extensions.insert(ANNOTATED_REFERENCE.to_owned(), true.into());
        ReferenceOr::Item(oas::Schema {
            schema_data,
            schema_kind: SchemaKind::AllOf { all_of: vec![target] },
        })
    }

    /// A reference with properties beside it. To the letter they mean nothing before OpenAPI 3.1,
    /// but nobody writes them for nothing: the type is extended by them.
    fn extension(&mut self, schema: &Schema, target: ReferenceOr<oas::Schema>, at: &str) -> oas::Schema {
        if self.reader.dialect == Dialect::Swagger2 {
            let message = "a `$ref` with properties beside it; read as an `allOf` of the two";
            let place = Place::Value(schema.pointer.child("$ref"));
            self.report(Diagnostic::new(&codes::INTERPRETED, place, message));
        }
        let mut schema_data = self.annotations(schema, at);
        let mut any = self.any_schema(schema, at, &mut schema_data);
        any.all_of.push(target);
        oas::Schema { schema_data, schema_kind: SchemaKind::Any(any) }
    }

    fn annotations(&mut self, schema: &Schema, at: &str) -> oas::SchemaData {
        for (key, present) in [("example", schema.example.is_some()), ("default", schema.default.is_some())] {
            if present {
                self.record(below(at, [key]), &schema.pointer.child(key));
            }
        }
        let mut extensions = schema.extensions.clone();
        if let Some(format) = schema.collection_format {
            extensions.insert(COLLECTION_FORMAT.to_owned(), format.as_str().into());
        }
        oas::SchemaData {
            nullable: schema.nullable,
            read_only: schema.read_only,
            write_only: schema.write_only,
            deprecated: schema.deprecated,
            external_docs: schema.external_docs.as_deref().map(external_docs),
            example: schema.example.as_deref().cloned(),
            title: schema.title.clone(),
            description: schema.description.clone(),
            discriminator: schema
                .discriminator
                .as_ref()
                .map(|discriminator| self.discriminator(discriminator, &schema.pointer)),
            default: schema.default.as_deref().cloned(),
            extensions,
        }
    }

    fn warn_of_ignored_siblings(&self, schema: &Schema) {
        let sibling = [
            ("items", schema.items.is_some()),
            ("oneOf", !schema.one_of.is_empty()),
            ("anyOf", !schema.any_of.is_empty()),
            ("enum", schema.enumeration.is_some()),
            ("format", schema.format.is_some()),
        ]
        .into_iter()
        .find(|(_, present)| *present);
        if let Some((key, _)) = sibling {
            let message = format!("`{key}` beside a `$ref` is ignored");
            self.report(
                Diagnostic::new(&codes::IGNORED_SIBLINGS, Place::Key(schema.pointer.child(key)), message)
                    .help("to extend the type, use `allOf` with the reference and a second schema"),
            );
        }
    }
}

/// A schema that any value fits, for what could not be read.
pub(crate) fn anything() -> ReferenceOr<oas::Schema> {
    ReferenceOr::Item(oas::Schema {
        schema_data: oas::SchemaData::default(),
        schema_kind: SchemaKind::Any(oas::AnySchema::default()),
    })
}

fn extends(schema: &Schema) -> bool {
    let is_object = matches!(schema.types.as_slice(), [] | [Kind::Object]);
    let says_more = !schema.properties.is_empty()
        || !schema.required.is_empty()
        || !schema.all_of.is_empty()
        || schema.additional_properties.is_some();
    is_object && says_more
}

fn is_annotated(schema: &Schema) -> bool {
    schema.nullable
        || schema.read_only
        || schema.write_only
        || schema.deprecated
        || schema.title.is_some()
        || schema.description.is_some()
        || schema.default.is_some()
        || schema.example.is_some()
        || schema.external_docs.is_some()
        || !schema.extensions.is_empty()
}

/// Whether a schema becomes a type of its own, and not just a scalar or a list of named things.
fn has_structure(schema: &Schema) -> bool {
    !schema.properties.is_empty()
        || !schema.all_of.is_empty()
        || !schema.one_of.is_empty()
        || !schema.any_of.is_empty()
        || schema.enumeration.is_some()
        || schema.items.as_deref().is_some_and(has_structure)
}
