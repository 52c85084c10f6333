//! Examples of the document, as data. Some documents, Matrix' among them, give JSON as a text.

use std::ops::Deref;

use openapiv3::MediaType;
use serde_json::Value;

use super::Scope;
use super::schema::Slot;
use crate::api::{Encoding, Example, Shape, TypeId};
use crate::diagnostic::{Diagnostic, EXAMPLE_NOT_JSON, Place};
use crate::source::below;
use crate::upgrade::{extensions, follow};

impl<'a> Scope<'a, '_> {
    /// The examples of a body: those beside its schema, then that of its schema. Most have none, and need not
    /// know where they are.
    pub(super) fn examples(
        &mut self,
        media: &'a MediaType,
        at: &impl Deref<Target = String>,
        encoding: Encoding,
        ty: TypeId,
    ) -> Vec<Example> {
        let mut written: Vec<(&'a Value, String)> = Vec::new();
        written.extend(media.example.as_ref().map(|value| (value, below(at, ["example"]))));
        let components = self.given.openapi.components.as_ref();
        for (name, example) in &media.examples {
            let at = below(at, ["examples", name]);
            let found = follow(example, &at, "examples", |key| components?.examples.get(key));
            written.extend(
                found.and_then(|(example, at)| Some((example.value.as_ref()?, below(&at, ["value"])))),
            );
        }
        written.extend(media.schema.as_ref().and_then(|schema| self.schema_example(schema.into(), at)));

        let mut examples: Vec<Example> = Vec::new();
        for (value, at) in written {
            if let Some(value) = self.as_data(value, &at, encoding, ty)
                && !examples.iter().any(|known| known.value == value)
            {
                examples.push(Example { pointer: self.origin(&at), value });
            }
        }
        examples
    }

    /// `example` of a schema, or of the definition that it refers to.
    fn schema_example(
        &self,
        slot: Slot<'a>,
        at: &impl Deref<Target = String>,
    ) -> Option<(&'a Value, String)> {
        match slot {
            Slot::Inline(schema) => {
                Some((schema.schema_data.example.as_ref()?, below(at, ["schema", "example"])))
            }
            Slot::Reference(reference) => {
                let (key, schema) = self.definition(&extensions::schema_key(reference)?)?;
                let example = schema.as_item()?.schema_data.example.as_ref()?;
                Some((example, below(&extensions::schema_place(key), ["example"])))
            }
        }
    }

    fn as_data(&self, value: &Value, at: &str, encoding: Encoding, ty: TypeId) -> Option<Value> {
        let Value::String(text) = value else { return Some(value.clone()) };
        if encoding != Encoding::Json || is_string(&self.store.api.resolved(ty).shape) {
            return Some(value.clone());
        }
        match serde_json::from_str(text) {
            Ok(value) => Some(value),
            Err(_) if self.store.api.resolved(ty).shape == Shape::Any => Some(value.clone()),
            Err(error) => {
                let message = format!("the example is not JSON: {error}");
                let place = Place::Line(self.origin(at), error.line());
                self.sink.report(Diagnostic::new(&EXAMPLE_NOT_JSON, place, message));
                None
            }
        }
    }
}

/// The example of a parameter as a value of its shape: YAML reads `x-example: 1` of a string as
/// a number, and writers quote numbers.
pub(super) fn as_scalar(example: &Value, shape: &Shape) -> Value {
    match (example, shape) {
        (Value::String(_), shape) if is_string(shape) => example.clone(),
        (Value::String(text), _) => serde_json::from_str(text).unwrap_or_else(|_| example.clone()),
        (Value::Number(_) | Value::Bool(_), shape) if is_string(shape) => Value::String(example.to_string()),
        _ => example.clone(),
    }
}

fn is_string(shape: &Shape) -> bool {
    match shape {
        Shape::String(_) => true,
        Shape::Enumeration(values) => values.iter().all(|value| value.value.is_string()),
        _ => false,
    }
}
