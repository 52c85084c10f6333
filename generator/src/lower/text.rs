//! What can be written as text: the values of parameters and headers, and lists of such.

use openapiv3::{
    Parameter as Written, ParameterData, ParameterSchemaOrContent, QueryStyle, ReferenceOr, Schema,
    SchemaKind, Type,
};
use serde_json::Value;

use super::schema::style;
use super::{Scope, Skip};
use crate::api::{Shape, StringFormat, Style, TypeId};
use crate::diagnostic::JOINED_LIST;

impl Scope<'_, '_> {
    /// Refuses what no text can say; says whether the parameter is a list.
    pub(super) fn refuse_structure(
        &mut self,
        data: &ParameterData,
        ty: TypeId,
        written: &Written,
        at: &str,
    ) -> Result<bool, Skip> {
        let target = self.settle(ty);
        let deep = matches!(written, Written::Query { style: QueryStyle::DeepObject, .. });
        match self.store.api[target].shape.clone() {
            Shape::Array(items) => {
                let items = self.settle(items);
                match self.is_text(items) || self.is_joined(items, data, at) {
                    true => Ok(true),
                    false => Err(self.unsupported(data, at, "is a list of something else than scalars")),
                }
            }
            Shape::Object(_) | Shape::Map(_) if deep => Ok(false),
            Shape::Object(_) | Shape::Map(_) => Err(self.unsupported(data, at, "is an object")),
            _ if self.is_text(target) => Ok(false),
            _ => Err(self.unsupported(data, at, "is not a scalar")),
        }
    }

    /// Completes a type as far as its shape is concerned, and gives the one behind all aliases.
    pub(super) fn settle(&mut self, id: TypeId) -> TypeId {
        let mut at = id;
        for _ in 0..self.store.api.types.len() {
            self.complete(at);
            match self.store.api[at].shape {
                Shape::Alias(next) => at = next,
                _ => break,
            }
        }
        at
    }

    /// Whether values are scalars, of one kind or of several. Where nothing is said about an inline type, its values are
    /// text, since that is what is on the wire.
    pub(super) fn is_text(&mut self, id: TypeId) -> bool {
        let is_faulty = self.store.fault_of(id).is_some();
        let is_definition = self.store.is_definition(id);
        if self.store.api[id].shape == Shape::Any && !is_definition && !is_faulty {
            self.store.api[id].shape = Shape::String(StringFormat::Plain);
        }
        let shape = self.store.api[id].shape.clone();
        let Shape::Union(union) = shape else { return is_faulty || shape.is_scalar() };
        for variant in &union.variants {
            self.settle(variant.ty);
        }
        is_faulty || self.store.api.is_of_scalars(&union)
    }

    /// A list within a list (Swagger 2.0, Items Object, `collectionFormat`) is one text with
    /// separators in it. That is what callers get, since no type tells such a list from others.
    fn is_joined(&mut self, list: TypeId, data: &ParameterData, at: &str) -> bool {
        if self.store.is_definition(list) || !self.ends_in_text(list) {
            return false;
        }
        let (_, by) = separator(inner_style(data).unwrap_or_default());
        let message = format!(
            "`{}` is a list of lists; each inner one is a text, with {by} between its elements",
            data.name
        );
        self.sink.report(self.finding(&JOINED_LIST, at, message));
        let ty = &mut self.store.api[list];
        ty.shape = Shape::String(StringFormat::Plain);
        ty.constraints = Default::default();
        true
    }

    /// The default and the example of a list of lists, as values of the type that it has become.
    pub(super) fn join_values(&mut self, data: &ParameterData, ty: TypeId) {
        let known = &self.store.api[ty];
        let as_text = |value: &Option<Value>| value.as_ref().map(|value| joined(value, data));
        let (default, example) = (as_text(&known.default), as_text(&known.example));
        // A type that others know is not touched without need.
        if (&default, &example) != (&known.default, &known.example) {
            let ty = &mut self.store.api[ty];
            (ty.default, ty.example) = (default, example);
        }
    }

    /// Whether a list is one of texts, or of lists that end in texts.
    fn ends_in_text(&mut self, list: TypeId) -> bool {
        let mut at = list;
        // A list that holds itself never ends.
        for _ in 0..self.store.api.types.len() {
            let Shape::Array(elements) = self.store.api[at].shape else { return false };
            at = self.settle(elements);
            if self.is_text(at) {
                return true;
            }
        }
        false
    }
}

/// How the lists in a list are written.
fn inner_style(data: &ParameterData) -> Option<Style> {
    style(&inner(data)?.schema_data.extensions)
}

/// The elements of a list, where they are described in place.
fn inner(data: &ParameterData) -> Option<&Schema> {
    let ParameterSchemaOrContent::Schema(ReferenceOr::Item(schema)) = &data.format else { return None };
    elements(schema)
}

fn elements(list: &Schema) -> Option<&Schema> {
    let SchemaKind::Type(Type::Array(array)) = &list.schema_kind else { return None };
    array.items.as_ref()?.as_item().map(AsRef::as_ref)
}

/// A value of a parameter; of a list of lists, one with a text for each inner list. What is no such list
/// stays as it is, and does not fit.
pub(super) fn joined(value: &Value, data: &ParameterData) -> Value {
    let lists = inner(data).filter(|inner| elements(inner).is_some());
    let (Some(list), Value::Array(values)) = (lists, value) else { return value.clone() };
    let texts = values.iter().map(|value| match value {
        Value::Array(_) => text_of(value, list).map_or_else(|| value.clone(), Value::String),
        _ => value.clone(),
    });
    Value::Array(texts.collect())
}

/// A list of scalars, or of such lists, with the separators of each level in it.
fn text_of(value: &Value, schema: &Schema) -> Option<String> {
    match (value, elements(schema)) {
        (Value::Array(values), Some(inner)) => {
            let by = separator(style(&schema.schema_data.extensions).unwrap_or_default()).0;
            let texts: Option<Vec<String>> = values.iter().map(|value| text_of(value, inner)).collect();
            texts.map(|texts| texts.join(by))
        }
        (Value::String(text), None) => Some(text.clone()),
        (Value::Number(_) | Value::Bool(_), None) => Some(value.to_string()),
        _ => None,
    }
}

/// What is between the elements of a list, and what that is called.
fn separator(style: Style) -> (&'static str, &'static str) {
    match style {
        Style::Ssv => (" ", "a space"),
        Style::Tsv => ("\t", "a tab"),
        Style::Pipes => ("|", "`|`"),
        Style::Csv | Style::Multi | Style::DeepObject => (",", "a comma"),
    }
}
