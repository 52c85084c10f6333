//! What OpenAPI 3 and the JSON Schema of 2020-12 (OpenAPI 3.1) add to schemas, in the terms of
//! what was there before.

use serde_json::Value;

use super::fields::Fields;
use super::reader::Dialect;
use super::{AdditionalProperties, Kind, Reader, Schema};
use crate::diagnostic::{self as codes, Diagnostic, Place};
use crate::source::Node;

/// Keywords that narrow a schema in ways that no generated type can show.
const UNSUPPORTED: &[&str] = &[
    "if",
    "then",
    "else",
    "contains",
    "dependentRequired",
    "dependentSchemas",
    "prefixItems",
    "propertyNames",
    "unevaluatedItems",
    "unevaluatedProperties",
    "$anchor",
    "$dynamicRef",
];

impl Schema {
    /// Reads the keywords that came later.
    pub(super) fn read_later(&mut self, fields: &Fields<'_, '_>, reader: &Reader<'_, '_>) {
        if self.enumeration.is_none() {
            self.enumeration = fields.data("const").map(|value| vec![value]);
        }
        if self.example.is_none() {
            self.example =
                fields.member("examples").and_then(|examples| examples.at(0)).map(value).map(Box::new);
        }
        self.read_encoding(fields);
        self.read_pattern_properties(fields, reader);
        if reader.dialect == Dialect::OpenApi3 {
            warn_of_unsupported(fields, reader);
        }
    }

    /// `oneOf` or `anyOf`. An alternative that is only `null` makes the schema nullable; with one
    /// more beside it, it is that one.
    pub(super) fn read_alternatives(
        &mut self,
        key: &str,
        fields: &Fields<'_, '_>,
        reader: &Reader<'_, '_>,
    ) -> Vec<Schema> {
        let (null, others): (Vec<_>, Vec<_>) = fields.list(key).into_iter().partition(is_null);
        let mut others: Vec<_> = others.into_iter().filter_map(|node| Self::read(node, reader)).collect();
        if !null.is_empty() {
            self.nullable = true;
            if others.len() == 1 {
                self.all_of.append(&mut others);
            }
        }
        others
    }

    /// JSON Schema 2020-12, "Validation", section 8, has words for what were formats.
    fn read_encoding(&mut self, fields: &Fields<'_, '_>) {
        if self.format.is_some() || !matches!(self.types.as_slice(), [] | [Kind::String]) {
            return;
        }
        let encoding = fields.text("contentEncoding");
        let media_type = fields.text("contentMediaType");
        let format = match (encoding.as_deref(), media_type.as_deref()) {
            (Some("base64"), _) => "byte",
            (None, Some("application/octet-stream")) => "binary",
            _ => return,
        };
        self.types = vec![Kind::String];
        self.format = Some(format.to_owned());
    }

    /// Members whose names match a pattern are additional ones: that the names are restricted is
    /// lost, and where there are several patterns, so are their types.
    fn read_pattern_properties(&mut self, fields: &Fields<'_, '_>, reader: &Reader<'_, '_>) {
        let patterns = fields.map("patternProperties");
        let Some((_, first)) = patterns.first() else { return };
        if matches!(self.additional_properties, Some(AdditionalProperties::Schema(_))) {
            return;
        }
        let values = match patterns.len() {
            1 => Self::read(first.clone(), reader),
            _ => Some(Self::any(first.pointer.clone())),
        };
        self.additional_properties = values.map(Box::new).map(AdditionalProperties::Schema);
    }
}

fn is_null(node: &Node<'_>) -> bool {
    node.get("type").is_some_and(|name| name.as_str() == Some("null"))
        || node.get("const").is_some_and(|value| value.is_null())
}

fn warn_of_unsupported(fields: &Fields<'_, '_>, reader: &Reader<'_, '_>) {
    for key in UNSUPPORTED.iter().filter(|key| fields.member(key).is_some()) {
        let message = format!("`{key}` is not supported; ignored");
        let place = Place::Key(fields.pointer().child(key));
        reader.report(Diagnostic::new(&codes::UNSUPPORTED_MEMBER, place, message));
    }
}

fn value(node: Node<'_>) -> Value {
    node.value.clone()
}
