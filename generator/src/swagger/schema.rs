//! Schema Objects, and the Items Objects that are a part of them.

use indexmap::IndexMap;
use serde_json::Value;

use super::fields::Fields;
use super::kind::read_types;
use super::reader::Dialect;
use super::{CollectionFormat, Constraints, Extensions, ExternalDocs, Kind, Reader, Reference, nouns};
use crate::diagnostic::{self as codes, Diagnostic, Place};
use crate::source::{Node, Pointer};

/// What values look like (Swagger 2.0, "Schema Object").
///
/// It also stands for the Items Object and for the type of a parameter or header outside the
/// body, which have fewer keywords and `collectionFormat`. What is large and seldom there is boxed: a
/// document has tens of thousands of them.
#[derive(Debug, Clone)]
pub struct Schema {
    /// Where it is written.
    pub pointer: Pointer,
    /// `$ref`. The specification gives what stands beside it no meaning; people do.
    pub reference: Option<Reference>,
    /// `type`: nothing, one, or (against Swagger 2.0, as JSON Schema has it) several. `null` is
    /// not among them, but in [`Self::nullable`].
    pub types: Vec<Kind>,
    /// Whether `null` is a value too: `x-nullable`, `nullable`, or `null` in `type`.
    pub nullable: bool,
    /// `format`.
    pub format: Option<String>,
    /// `title`.
    pub title: Option<String>,
    /// `description`.
    pub description: Option<String>,
    /// `default`, as data.
    pub default: Option<Box<Value>>,
    /// `example`, as data.
    pub example: Option<Box<Value>>,
    /// `enum`, as data.
    pub enumeration: Option<Vec<Value>>,
    /// What values must satisfy, if anything; see [`constraints`](Self::constraints).
    constraints: Option<Box<Constraints>>,
    /// `items`.
    pub items: Option<Box<Schema>>,
    /// `collectionFormat`, of Items Objects, parameters and headers.
    pub collection_format: Option<CollectionFormat>,
    /// `properties`.
    pub properties: IndexMap<String, Schema>,
    /// `required`, and the properties that say `required: true` themselves.
    pub required: Vec<String>,
    /// `additionalProperties`.
    pub additional_properties: Option<AdditionalProperties>,
    /// `allOf`.
    pub all_of: Vec<Schema>,
    /// `oneOf`, which Swagger 2.0 does not have.
    pub one_of: Vec<Schema>,
    /// `anyOf`, which Swagger 2.0 does not have.
    pub any_of: Vec<Schema>,
    /// `not`, which Swagger 2.0 does not have.
    pub not: Option<Box<Schema>>,
    /// `discriminator`.
    pub discriminator: Option<Box<Discriminator>>,
    /// `readOnly`.
    pub read_only: bool,
    /// `writeOnly`, which Swagger 2.0 does not have.
    pub write_only: bool,
    /// `deprecated`, which Swagger 2.0 has for operations only, or `x-deprecated`.
    pub deprecated: bool,
    /// `externalDocs`.
    pub external_docs: Option<Box<ExternalDocs>>,
    /// `x-…`.
    pub extensions: Extensions,
}

/// `additionalProperties`.
#[derive(Debug, Clone)]
pub enum AdditionalProperties {
    /// Whether there may be any.
    Allowed(bool),
    /// What they look like.
    Schema(Box<Schema>),
}

/// The property that tells which of several schemas applies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Discriminator {
    /// The property's name; all that Swagger 2.0 has.
    pub property: String,
    /// From values of the property to `$ref`s or names of definitions.
    pub mapping: IndexMap<String, String>,
}

impl Schema {
    /// Reads a Schema Object; nothing, with an error, if it is none.
    pub fn read(node: Node<'_>, reader: &Reader<'_, '_>) -> Option<Self> {
        if let Value::Null | Value::Bool(_) = node.value {
            return Some(Self::read_constant(node, reader));
        }
        let reference = Reference::read(&node);
        let fields = Fields::open_here(node, &nouns::SCHEMA, reader)?;
        let mut schema = Self::any(fields.pointer());
        schema.reference = reference;
        schema.read_annotations(&fields, reader);
        schema.read_type(&fields, reader);
        schema.read_members(&fields, reader);
        schema.read_combinations(&fields, reader);
        schema.read_later(&fields, reader);
        Some(schema)
    }

    /// `true` and `null` fit any value, `false` fits none. Only JSON Schema has them, from draft 6
    /// on.
    fn read_constant(node: Node<'_>, reader: &Reader<'_, '_>) -> Self {
        if reader.dialect == Dialect::Swagger2 || node.is_null() {
            let message = format!("{} where a schema should be", node.kind());
            reader.report(Diagnostic::new(&codes::READ_AS, Place::Value(node.pointer.clone()), message));
        }
        let mut schema = Self::any(node.pointer.clone());
        if node.as_bool() == Some(false) {
            schema.not = Some(Box::new(Self::any(node.pointer)));
        }
        schema
    }

    /// Reads the type that a parameter or header is itself (Swagger 2.0, "Items Object").
    pub(crate) fn read_items_object(fields: &Fields<'_, '_>, reader: &Reader<'_, '_>) -> Self {
        let mut schema = Self::any(fields.pointer());
        schema.default = fields.data("default").map(Box::new);
        schema.example = fields.data("example").map(Box::new);
        schema.extensions = fields.extensions();
        schema.read_type(fields, reader);
        schema
    }

    /// What values must satisfy.
    pub fn constraints(&self) -> &Constraints {
        self.constraints.as_deref().unwrap_or(&Constraints::NONE)
    }

    /// A schema that any value fits.
    pub(crate) fn any(pointer: Pointer) -> Self {
        Self {
            pointer,
            reference: None,
            types: Vec::new(),
            nullable: false,
            format: None,
            title: None,
            description: None,
            default: None,
            example: None,
            enumeration: None,
            constraints: None,
            items: None,
            collection_format: None,
            properties: IndexMap::new(),
            required: Vec::new(),
            additional_properties: None,
            all_of: Vec::new(),
            one_of: Vec::new(),
            any_of: Vec::new(),
            not: None,
            discriminator: None,
            read_only: false,
            write_only: false,
            deprecated: false,
            external_docs: None,
            extensions: Extensions::new(),
        }
    }

    fn read_annotations(&mut self, fields: &Fields<'_, '_>, reader: &Reader<'_, '_>) {
        self.title = fields.text("title");
        self.description = fields.text("description");
        self.default = fields.data("default").map(Box::new);
        self.example = fields.data("example").map(Box::new);
        self.read_only = fields.flag("readOnly");
        self.write_only = fields.flag("writeOnly");
        self.deprecated = fields.flag("deprecated") || fields.flag("x-deprecated");
        let external_docs = fields.member("externalDocs").and_then(|node| ExternalDocs::read(node, reader));
        self.external_docs = external_docs.map(Box::new);
        self.extensions = fields.extensions();
        if fields.member("xml").is_some() {
            let message = "`xml` has no effect: bodies in XML are bytes as they are";
            let place = Place::Key(fields.pointer().child("xml"));
            reader.report_once(Diagnostic::new(&codes::XML_IGNORED, place, message));
        }
    }

    fn read_type(&mut self, fields: &Fields<'_, '_>, reader: &Reader<'_, '_>) {
        let (types, null) = read_types(fields);
        self.types = types;
        self.nullable = null || fields.flag("x-nullable") || fields.flag("nullable");
        self.format = fields.text("format");
        self.enumeration = fields.member("enum").and_then(|member| match member.value {
            Value::Array(values) => Some(values.clone()),
            _ => fields.ignore(&member, "an array"),
        });
        self.constraints = Constraints::read(fields, reader).map(Box::new);
        self.items =
            fields.member("items").and_then(|member| read_items(member, &self.types, fields, reader));
        self.collection_format = CollectionFormat::read(fields);
    }

    fn read_members(&mut self, fields: &Fields<'_, '_>, reader: &Reader<'_, '_>) {
        self.required = read_required(fields);
        for (name, node) in fields.map("properties") {
            if is_draft3_required(&node) && !self.required.iter().any(|required| required == name) {
                self.required.push(name.to_owned());
            }
            if let Some(property) = Self::read(node, reader) {
                self.properties.insert(name.to_owned(), property);
            }
        }
        self.additional_properties =
            fields.member("additionalProperties").and_then(|member| match member.value {
                Value::Bool(allowed) => Some(AdditionalProperties::Allowed(*allowed)),
                _ => Self::read(member, reader).map(Box::new).map(AdditionalProperties::Schema),
            });
        let discriminator = fields.member("discriminator");
        self.discriminator = discriminator.and_then(|node| read_discriminator(&node, fields)).map(Box::new);
    }

    fn read_combinations(&mut self, fields: &Fields<'_, '_>, reader: &Reader<'_, '_>) {
        let all_of = fields.list("allOf").into_iter();
        self.all_of = all_of.filter_map(|node| Self::read(node, reader)).collect();
        self.one_of = self.read_alternatives("oneOf", fields, reader);
        self.any_of = self.read_alternatives("anyOf", fields, reader);
        self.not = fields.member("not").and_then(|node| Self::read(node, reader)).map(Box::new);
    }
}

/// `items` is one schema. JSON Schema also has a list of them, one per position, which is read as
/// a list of anything. Without a `type` there is no telling: such values are often objects.
fn read_items(
    member: Node<'_>,
    types: &[Kind],
    fields: &Fields<'_, '_>,
    reader: &Reader<'_, '_>,
) -> Option<Box<Schema>> {
    if !member.is_array() {
        return Schema::read(member, reader).map(Box::new);
    }
    if types.is_empty() {
        fields.interpret(&member, "one schema, beside `type: array`", "read as if it were absent");
        return None;
    }
    fields.interpret(&member, "one schema", "read as `{}`, any value");
    Some(Box::new(Schema::any(member.pointer)))
}

/// `required` is a list of names. A boolean is draft 3 of JSON Schema, where a property says it
/// of itself: the object around it has taken notice of `true`.
fn read_required(fields: &Fields<'_, '_>) -> Vec<String> {
    match fields.member("required") {
        Some(member) if member.value.is_boolean() => {
            let how = "read as a word of the property about itself";
            fields.read_as(&member, "an array of names of properties", how);
            Vec::new()
        }
        _ => fields.texts("required").unwrap_or_default(),
    }
}

fn is_draft3_required(property: &Node<'_>) -> bool {
    property.get("required").is_some_and(|required| required.as_bool() == Some(true))
}

/// In Swagger 2.0 the name of a property; an object is OpenAPI 3, read all the same.
fn read_discriminator(member: &Node<'_>, fields: &Fields<'_, '_>) -> Option<Discriminator> {
    let name = match member.value {
        Value::String(name) => Some(name.as_str()),
        Value::Object(_) => member.get("propertyName").and_then(|name| name.as_str()),
        _ => None,
    };
    let Some(name) = name else { return fields.ignore(member, "the name of a property") };
    let mapping = member.get("mapping").map(|mapping| {
        let entries = mapping.entries();
        entries.filter_map(|(value, target)| Some((value.to_owned(), target.as_str()?.to_owned()))).collect()
    });
    Some(Discriminator { property: name.to_owned(), mapping: mapping.unwrap_or_default() })
}
