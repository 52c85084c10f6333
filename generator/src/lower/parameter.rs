//! Parameters of the path, the query, headers and cookies.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use openapiv3::{
    Parameter as Written, ParameterData, ParameterSchemaOrContent, PathStyle, QueryStyle, ReferenceOr,
};
use serde_json::Value;

use super::operation::Entry;
use super::schema::{is_named, preferred_name, style};
use super::{Scope, Skip, docs, example, text};
use crate::api::{Location, OperationId, Parameter, Parent, Role, Shape, Style, TypeId};
use crate::diagnostic::{DUPLICATE_PARAMETER, Diagnostic, EMPTY_VALUE, Place, UNSUPPORTED_PARAMETER};
use crate::source::below;
use crate::upgrade::follow;

/// A parameter of an operation.
struct Found<'a> {
    written: &'a Written,
    /// Where it is in the model.
    at: String,
}

impl<'a> Scope<'a, '_> {
    /// Lowers the parameters that several operations may refer to, which are the same for all of them if no
    /// type is named after one. One that can't be had is left to those that refer to it.
    pub(super) fn common_parameters(&mut self, entries: &[Entry<'a>]) {
        let all =
            entries.iter().flat_map(|entry| entry.item.parameters.iter().chain(&entry.written.parameters));
        let mut seen = HashSet::new();
        let mut common = HashMap::default();
        for parameter in all {
            let is_new = matches!(parameter, ReferenceOr::Reference { reference } if seen.insert(reference));
            if let Some(Found { written, at }) = is_new.then(|| self.found(parameter, String::new)).flatten()
                && is_plain(written)
                && let Ok(parameter) = self.parameter(written, Parent::Operations(role(written)), &at)
            {
                common.insert(at, parameter);
            }
        }
        self.given.parameters = Arc::new(common);
        // Operations ask for the whole of them, and shares of those have no part in this queue.
        self.complete_waiting();
    }

    /// The parameters of an operation, those of its path item first.
    pub(super) fn parameters(
        &mut self,
        id: OperationId,
        entry: Entry<'a>,
        at: &str,
    ) -> Result<Vec<Parameter>, Skip> {
        let item = at.rsplit_once('/').map_or("", |(item, _)| item);
        let own = self.followed(&entry.written.parameters, at)?;
        let mut all = self.followed(&entry.item.parameters, item)?;
        all.retain(|inherited| !own.iter().any(|own| is_same(inherited.written, own.written)));
        all.extend(own);

        let mut parameters: Vec<Parameter> = Vec::with_capacity(all.len());
        for (index, found) in all.iter().enumerate() {
            let earlier = all[..index].iter().find(|earlier| is_same(earlier.written, found.written));
            match earlier {
                Some(earlier) => self.report_duplicate(found, earlier),
                None => parameters.push(self.once(id, found)?),
            }
        }
        Ok(parameters)
    }

    fn followed(&self, parameters: &'a [ReferenceOr<Written>], at: &str) -> Result<Vec<Found<'a>>, Skip> {
        let found = |(index, parameter): (usize, &'a ReferenceOr<Written>)| {
            let here = || below(at, ["parameters", &index.to_string()]);
            self.found(parameter, here).ok_or_else(|| {
                let why = "the parameter is a reference that leads nowhere";
                Box::new(self.finding(&UNSUPPORTED_PARAMETER, &here(), why))
            })
        };
        parameters.iter().enumerate().map(found).collect()
    }

    fn found(&self, parameter: &'a ReferenceOr<Written>, here: impl Fn() -> String) -> Option<Found<'a>> {
        let components = self.given.openapi.components.as_ref();
        match parameter {
            ReferenceOr::Item(written) => Some(Found { written, at: here() }),
            ReferenceOr::Reference { .. } => {
                let (written, at) =
                    follow(parameter, "", "parameters", |key| components?.parameters.get(key))?;
                Some(Found { written, at: at.into_owned() })
            }
        }
    }

    /// A parameter, which may be one of many operations.
    fn once(&mut self, id: OperationId, found: &Found<'a>) -> Result<Parameter, Skip> {
        match self.given.parameters.get(&found.at) {
            Some(common) => Ok(common.clone()),
            None => self.parameter(found.written, Parent::Operation(id, role(found.written)), &found.at),
        }
    }

    fn parameter(&mut self, written: &'a Written, parent: Parent, at: &str) -> Result<Parameter, Skip> {
        let data = written.parameter_data_ref();
        let ParameterSchemaOrContent::Schema(schema) = &data.format else {
            return Err(self.unsupported(data, at, "is described by a media type"));
        };
        let ty = self.type_of(schema, &below(at, ["schema"]), parent);
        let is_list = self.refuse_structure(data, ty, written, at)?;
        self.join_values(data, ty);
        let inline = schema.as_item();
        let location = location(written);
        Ok(Parameter {
            pointer: self.origin(at),
            name: data.name.clone(),
            preferred_name: preferred_name(&data.extensions),
            location,
            required: data.required || location == Location::Path,
            docs: docs::of_description(data.description.as_ref(), data.deprecated == Some(true)),
            ty,
            style: match style(&data.extensions) {
                Some(style) => style,
                None => self.written_style(written, is_list, at)?,
            },
            default: inline.and_then(|schema| Some(text::joined(schema.schema_data.default.as_ref()?, data))),
            example: self.parameter_example(data, ty).map(|example| text::joined(&example, data)),
            allow_empty: self.may_be_empty(written, ty, at),
        })
    }

    /// OpenAPI 3, Parameter Object, `style` and `explode`.
    fn written_style(&self, written: &Written, is_list: bool, at: &str) -> Result<Style, Skip> {
        let data = written.parameter_data_ref();
        match written {
            Written::Query { style: QueryStyle::DeepObject, .. } => Ok(Style::DeepObject),
            Written::Query { .. } if !is_list => Ok(Style::Csv),
            Written::Query { style, .. } => Ok(match (style, data.explode) {
                (QueryStyle::Form, None) | (_, Some(true)) => Style::Multi,
                (QueryStyle::SpaceDelimited, _) => Style::Ssv,
                (QueryStyle::PipeDelimited, _) => Style::Pipes,
                _ => Style::Csv,
            }),
            Written::Path { style: PathStyle::Simple, .. }
            | Written::Header { .. }
            | Written::Cookie { .. } => Ok(Style::Csv),
            Written::Path { .. } => Err(self.unsupported(data, at, "has `style: matrix` or `label`")),
        }
    }

    fn parameter_example(&self, data: &ParameterData, ty: TypeId) -> Option<Value> {
        let named = data.examples.values().find_map(|example| example.as_item()?.value.as_ref());
        let vendor = ["x-example", "x-examples"].into_iter().find_map(|key| data.extensions.get(key));
        let schema = match &data.format {
            ParameterSchemaOrContent::Schema(ReferenceOr::Item(schema)) => {
                schema.schema_data.example.as_ref()
            }
            _ => None,
        };
        let example = data.example.as_ref().or(named).or(vendor).or(schema)?;
        Some(example::as_scalar(example, &self.store.api.resolved(ty).shape))
    }

    /// `allowEmptyValue`. An empty text is a text, and no value of any other type.
    fn may_be_empty(&self, written: &Written, ty: TypeId, at: &str) -> bool {
        let Written::Query { allow_empty_value: Some(true), parameter_data, .. } = written else {
            return false;
        };
        let is_text = matches!(self.store.api.resolved(ty).shape, Shape::String(_));
        if !is_text {
            let message =
                format!("`allowEmptyValue` has no effect on `{}`, which is no text", parameter_data.name);
            self.sink.report(self.finding(&EMPTY_VALUE, at, message));
        }
        is_text
    }

    fn report_duplicate(&self, found: &Found<'_>, earlier: &Found<'_>) {
        let name = &found.written.parameter_data_ref().name;
        let message = format!("the parameter `{name}` is there twice");
        self.sink.report(
            self.finding(&DUPLICATE_PARAMETER, &found.at, message)
                .label("this one is ignored")
                .also(Place::Value(self.origin(&earlier.at)), "it is here first"),
        );
    }

    pub(super) fn unsupported(&self, data: &ParameterData, at: &str, what: &str) -> Box<Diagnostic> {
        let message = format!("the parameter `{}` {what}, which is not supported", data.name);
        Box::new(self.finding(&UNSUPPORTED_PARAMETER, at, message))
    }
}

/// Whether the values of a parameter have no type that is inline in it and has a name.
fn is_plain(written: &Written) -> bool {
    match &written.parameter_data_ref().format {
        ParameterSchemaOrContent::Schema(ReferenceOr::Item(schema)) => !is_named(schema),
        _ => true,
    }
}

fn role(written: &Written) -> Role {
    Role::Parameter(written.parameter_data_ref().name.clone())
}

fn location(written: &Written) -> Location {
    match written {
        Written::Path { .. } => Location::Path,
        Written::Query { .. } => Location::Query,
        Written::Header { .. } => Location::Header,
        Written::Cookie { .. } => Location::Cookie,
    }
}

/// A parameter is told by its name and its place; names of headers are the same in any case.
fn is_same(a: &Written, b: &Written) -> bool {
    let (name, other) = (&a.parameter_data_ref().name, &b.parameter_data_ref().name);
    location(a) == location(b)
        && match location(a) {
            Location::Header => name.eq_ignore_ascii_case(other),
            _ => name == other,
        }
}
