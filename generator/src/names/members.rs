//! The names of what a type has: fields, values, alternatives.

use serde_json::Value;

use super::scope::Scope;
use super::{Case, Ident};
use crate::api::{Api, EnumValue, Object, Property, Shape, Type, Union, Variant};

/// The name of the field that holds members which the document does not name.
const ADDITIONAL: &str = "additional";

/// Names of the members of a type, in order; of an object with further members, the field that
/// holds those is last.
pub(super) fn of(api: &Api, ty: &Type) -> Vec<Ident> {
    match &ty.shape {
        Shape::Object(object) => fields(object, &mut Scope::default()),
        Shape::Enumeration(values) => values_of(values),
        Shape::Union(union) => alternatives(api, union),
        _ => Vec::new(),
    }
}

/// Names of the fields of an object, in a scope that may hold others already.
pub(super) fn fields(object: &Object, scope: &mut Scope) -> Vec<Ident> {
    let mut names: Vec<_> = object.properties.iter().map(|property| scope.take([field(property)])).collect();
    names.extend(object.additional.map(|_| scope.take([additional()])));
    names
}

/// The proposal for the field of a property.
pub(super) fn field(property: &Property) -> Ident {
    Ident::new(property.preferred_name.as_deref().unwrap_or(&property.name), Case::Snake)
}

/// The proposal for the field of further members.
pub(super) fn additional() -> Ident {
    Ident::new(ADDITIONAL, Case::Snake)
}

fn values_of(values: &[EnumValue]) -> Vec<Ident> {
    let mut scope = Scope::reserving(["Unknown"]);
    let name = |value: &EnumValue| {
        let text = value.preferred_name.clone().unwrap_or_else(|| spoken(&value.value));
        let proposal = Ident::new(&text, Case::Camel);
        // A document's own "unknown" is not the variant that keeps what it does not list.
        scope.take([proposal.clone(), proposal.with_suffix("Value")])
    };
    values.iter().map(name).collect()
}

/// A scalar as a word: the text of a string, the digits of a number.
fn spoken(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn alternatives(api: &Api, union: &Union) -> Vec<Ident> {
    let mut scope = Scope::reserving(["Unknown"]);
    let name = |(index, variant): (usize, &Variant)| {
        let ty = &api[variant.ty];
        let definition = ty.parent.is_none().then(|| ty.pointer.last()).flatten();
        let proposals = [variant.tag.clone(), definition.map(Into::into), ty.docs.summary.clone()]
            .into_iter()
            .flatten()
            .chain([kind(&ty.shape).to_owned(), format!("Variant{}", index + 1)]);
        scope.take(proposals.map(|text| Ident::new(&text, Case::Camel)))
    };
    union.variants.iter().enumerate().map(name).collect()
}

/// What a shape is called where it has no name.
fn kind(shape: &Shape) -> &'static str {
    match shape {
        Shape::Any | Shape::Alias(_) => "Value",
        Shape::Boolean => "Boolean",
        Shape::Integer(_) => "Integer",
        Shape::Number(_) => "Number",
        Shape::String(_) | Shape::Enumeration(_) => "Text",
        Shape::Array(_) => "List",
        Shape::Map(_) | Shape::Object(_) | Shape::Union(_) => "Object",
        Shape::Bytes => "Bytes",
    }
}
