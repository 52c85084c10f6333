//! How lists are written: where `style` and `explode` say it, a `collectionFormat` beside them is no news.

use indexmap::IndexMap;
use openapiv3::{Encoding, Parameter, QueryStyle, ReferenceOr, Schema, SchemaKind, Type};

use super::schema::said;

/// What path parameters and headers have: elements with commas between.
pub(super) const SIMPLE: &str = "csv";

/// The `collectionFormat` that a parameter's `style` and `explode` are.
pub(super) fn of_parameter(parameter: &Parameter) -> Option<&'static str> {
    match parameter {
        Parameter::Query { style, parameter_data, .. } => of_style(style, parameter_data.explode?),
        _ => Some(SIMPLE),
    }
}

/// Leaves out of a form's properties what its encodings say.
pub(super) fn of_form(schema: &mut ReferenceOr<Schema>, encodings: &IndexMap<String, Encoding>) {
    let ReferenceOr::Item(Schema { schema_kind: SchemaKind::Type(Type::Object(form)), .. }) = schema else {
        return;
    };
    for (name, property) in &mut form.properties {
        if let (ReferenceOr::Item(property), Some(encoding)) = (property, encodings.get(name)) {
            let style = encoding.style.as_ref();
            let format = style.and_then(|style| of_style(style, encoding.explode));
            said(&mut property.schema_data.extensions, format);
        }
    }
}

/// Has an encoding say that it is not exploded where it would be if it said nothing, which is what the
/// model writes for `false` (OpenAPI 3.0, Encoding Object, `explode`).
pub(super) fn explicit(encoding: &mut Encoding) {
    if !encoding.explode && matches!(encoding.style, None | Some(QueryStyle::Form)) {
        encoding.extensions.insert("explode".to_owned(), false.into());
    }
}

fn of_style(style: &QueryStyle, explode: bool) -> Option<&'static str> {
    match (style, explode) {
        (QueryStyle::Form, true) => Some("multi"),
        (QueryStyle::Form, false) => Some("csv"),
        (QueryStyle::SpaceDelimited, false) => Some("ssv"),
        (QueryStyle::PipeDelimited, false) => Some("pipes"),
        _ => None,
    }
}
