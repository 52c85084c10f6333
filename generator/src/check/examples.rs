//! Examples and defaults must be values of their types; those that are not are taken out.

use super::{Misfit, fits, fits_request};
use crate::api::{Api, Content, Example, Operation, Parameter, Shape, TypeId};
use crate::diagnostic::{Code, DEFAULT_MISFIT, Diagnostic, EXAMPLE_MISFIT, Place, Sink};
use crate::source::Pointer;
use serde_json::Value;

/// Checks all examples and defaults.
pub(super) fn check(api: &mut Api, sink: &Sink) {
    // What fits a type does not depend on operations.
    let mut operations = std::mem::take(&mut api.operations);
    let checker = Checker { api, sink };
    operations.iter_mut().for_each(|operation| checker.operation(operation));
    let types: Vec<_> = api.type_ids().map(|id| checker.values_of_type(id)).collect();

    api.operations = operations;
    for (ty, (default, example, properties)) in api.types.flatten().iter_mut().zip(types) {
        (ty.default, ty.example) = (default, example);
        if let Shape::Object(object) = &mut ty.shape {
            for (property, default) in object.properties.iter_mut().zip(properties) {
                property.default = default;
            }
        }
    }
}

type Fits = fn(&Api, TypeId, &Value) -> Result<(), Misfit>;

struct Checker<'a> {
    api: &'a Api,
    sink: &'a Sink,
}

impl Checker<'_> {
    fn operation(&self, operation: &mut Operation) {
        operation.parameters.iter_mut().for_each(|parameter| self.parameter(parameter));
        for content in operation.body.iter_mut().flat_map(|body| &mut body.contents) {
            self.examples(content, fits_request);
        }
        for content in operation.outcomes.iter_mut().flat_map(|outcome| &mut outcome.contents) {
            self.examples(content, fits);
        }
    }

    fn parameter(&self, parameter: &mut Parameter) {
        let (pointer, ty) = (&parameter.pointer, parameter.ty);
        let schema = &self.api[ty].pointer;
        parameter.default =
            self.kept(&DEFAULT_MISFIT, parameter.default.take(), ty, || schema.child("default"));
        // One example of a list is often one of its elements.
        let example = match (parameter.example.take(), &self.api.resolved(ty).shape) {
            (Some(value), Shape::Array(_)) if !value.is_array() => Some(Value::Array(vec![value])),
            (example, _) => example,
        };
        parameter.example = self.kept(&EXAMPLE_MISFIT, example, ty, || pointer.clone());
    }

    fn examples(&self, content: &mut Content, fits: Fits) {
        let Some(ty) = content.ty else { return };
        content.examples.retain(|Example { pointer, value }| {
            self.is_right(&EXAMPLE_MISFIT, fits(self.api, ty, value), || pointer.clone())
        });
    }

    /// The default and the example of a type, and the defaults of its properties.
    fn values_of_type(&self, id: TypeId) -> (Option<Value>, Option<Value>, Vec<Option<Value>>) {
        let ty = &self.api[id];
        let default = self.kept(&DEFAULT_MISFIT, ty.default.clone(), id, || ty.pointer.child("default"));
        // Text of something that has members is JSON with a fault, which is told of where bodies are read.
        let is_faulty = |value: &Value| {
            value.is_string()
                && matches!(self.api.resolved(id).shape, Shape::Array(_) | Shape::Map(_) | Shape::Object(_))
        };
        let example = ty.example.clone().filter(|value| !is_faulty(value));
        let example = self.kept(&EXAMPLE_MISFIT, example, id, || ty.pointer.child("example"));
        let properties = match &ty.shape {
            Shape::Object(object) => object.properties.as_slice(),
            _ => &[],
        };
        let defaults = properties.iter().map(|property| {
            let place = || property.pointer.child("default");
            self.kept(&DEFAULT_MISFIT, property.default.clone(), property.ty, place)
        });
        (default, example, defaults.collect())
    }

    fn kept(
        &self,
        code: &'static Code,
        value: Option<Value>,
        ty: TypeId,
        place: impl Fn() -> Pointer,
    ) -> Option<Value> {
        value.filter(|value| self.is_right(code, fits(self.api, ty, value), place))
    }

    fn is_right(&self, code: &'static Code, fit: Result<(), Misfit>, place: impl Fn() -> Pointer) -> bool {
        let Err(misfit) = fit else { return true };
        let what = if std::ptr::eq(code, &DEFAULT_MISFIT) { "default" } else { "example" };
        let message = match misfit.path.is_empty() {
            true => format!("the {what} does not fit: it {}", misfit.message),
            false => format!("the {what} does not fit: `{}` {}", misfit.path, misfit.message),
        };
        self.sink.report(Diagnostic::new(code, Place::Value(place()), message));
        false
    }
}
