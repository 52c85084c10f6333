//! Parameter Objects.

use super::fields::Fields;
use super::{Extensions, Kind, OrReference, Reader, Schema, nouns};
use crate::diagnostic::{self as codes, Diagnostic, Place, instead_of};
use crate::source::{Node, Pointer};

/// A parameter of an operation (Swagger 2.0, "Parameter Object"): unique by name and location.
#[derive(Debug, Clone)]
pub struct Parameter {
    /// Where it is written.
    pub pointer: Pointer,
    /// `name`; that of a body parameter has no meaning on the wire, and may be empty.
    pub name: String,
    /// `in`.
    pub location: Location,
    /// `description`.
    pub description: Option<String>,
    /// `required`.
    pub required: bool,
    /// `allowEmptyValue`.
    pub allow_empty_value: bool,
    /// What values it takes: `schema` in the body, elsewhere the keywords of an Items Object.
    pub schema: Schema,
    /// `x-…`.
    pub extensions: Extensions,
}

/// Where a parameter is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum Location {
    Query,
    Header,
    Path,
    FormData,
    Body,
}

impl Location {
    /// All of them, as the specification spells them.
    pub const ALL: [(&'static str, Self); 5] = [
        ("query", Self::Query),
        ("header", Self::Header),
        ("path", Self::Path),
        ("formData", Self::FormData),
        ("body", Self::Body),
    ];

    /// Whether what is there makes up the body of a request.
    pub fn is_body(self) -> bool {
        matches!(self, Self::FormData | Self::Body)
    }
}

impl Parameter {
    /// Reads a Parameter Object or a reference to one; nothing, with an error, if it is neither.
    pub fn read(node: Node<'_>, reader: &Reader<'_, '_>) -> Option<OrReference<Self>> {
        OrReference::reference(&node, reader).or_else(|| Self::read_item(node, reader).map(OrReference::Item))
    }

    /// Reads a Parameter Object.
    pub fn read_item(node: Node<'_>, reader: &Reader<'_, '_>) -> Option<Self> {
        let in_body = node.get("in").is_some_and(|location| location.as_str() == Some("body"));
        let noun = if in_body { &nouns::BODY_PARAMETER } else { &nouns::PARAMETER };
        let fields = Fields::open(node, noun, reader)?;
        let location = read_location(&fields, reader)?;
        let name = match location {
            Location::Body => fields.expected_text("name"),
            _ => fields.required_text("name")?,
        };
        let schema = match location {
            Location::Body => read_body_schema(&fields, reader)?,
            _ => read_own_schema(&fields, reader)?,
        };
        Some(Self {
            name,
            location,
            description: fields.text("description"),
            required: fields.flag("required"),
            allow_empty_value: fields.flag("allowEmptyValue"),
            schema,
            extensions: fields.extensions(),
            pointer: fields.pointer(),
        })
    }
}

fn read_location(fields: &Fields<'_, '_>, reader: &Reader<'_, '_>) -> Option<Location> {
    let text = fields.required_text("in")?;
    let exact = Location::ALL.into_iter().find(|(name, _)| *name == text);
    let near = || Location::ALL.into_iter().find(|(name, _)| name.eq_ignore_ascii_case(&text));
    let place = || Place::Value(fields.pointer().child("in"));
    match exact {
        Some((_, location)) => Some(location),
        None => match near() {
            Some((name, location)) => {
                let message = format!("`in` is `{text}` and should be `{name}`; read as that");
                reader.report(Diagnostic::new(&codes::READ_AS, place(), message));
                Some(location)
            }
            None => {
                let message = format!("a parameter can't be in `{text}`");
                reader.report(
                    Diagnostic::new(&codes::UNKNOWN_VALUE, place(), message)
                        .help(instead_of(&text, &["query", "header", "path", "formData", "body"])),
                );
                None
            }
        },
    }
}

fn read_body_schema(fields: &Fields<'_, '_>, reader: &Reader<'_, '_>) -> Option<Schema> {
    match fields.member("schema") {
        Some(node) => Schema::read(node, reader),
        None => {
            fields.missing(&codes::MISSING_SCHEMA, "schema");
            Some(Schema::any(fields.pointer()))
        }
    }
}

/// The type that a parameter outside the body is itself. OpenAPI 3 puts it under `schema`, and so
/// do some documents of version 2.0.
fn read_own_schema(fields: &Fields<'_, '_>, reader: &Reader<'_, '_>) -> Option<Schema> {
    if let (Some(schema), None) = (fields.member("schema"), fields.member("type")) {
        return Schema::read(schema, reader);
    }
    let mut schema = Schema::read_items_object(fields, reader);
    if schema.types.is_empty() && fields.member("type").is_none() {
        fields.missing(&codes::MISSING_TYPE, "type");
        schema.types.push(Kind::String);
    }
    Some(schema)
}
