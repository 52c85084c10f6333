//! Operations, with everything they inherit.

use std::ops::Deref;
use std::rc::Rc;

use openapiv3 as oas;
use openapiv3::ReferenceOr;

use super::extensions::{SKIPPED, parameter_place};
use super::info::external_docs;
use super::server;
use super::upgrader::Upgrader;
use crate::diagnostic::{self as codes, Diagnostic, Place};
use crate::source::below;
use crate::swagger::{Location, Operation, OrReference, Parameter, Reference};

/// A parameter of an operation.
#[derive(Clone)]
pub(super) enum Found<'d> {
    /// It is written there.
    Written(&'d Parameter),
    /// A `$ref` led to it.
    Shared(Rc<Parameter>),
    /// A `$ref` with words of its own led to it.
    Reworded(Rc<Parameter>),
}

impl Found<'_> {
    /// Whether a `$ref` led to it.
    pub(super) fn is_shared(&self) -> bool {
        matches!(self, Self::Shared(_) | Self::Reworded(_))
    }
}

impl Deref for Found<'_> {
    type Target = Parameter;

    fn deref(&self) -> &Parameter {
        match self {
            Self::Written(parameter) => parameter,
            Self::Shared(parameter) | Self::Reworded(parameter) => parameter,
        }
    }
}

impl Upgrader<'_, '_> {
    /// The operation that is to stand at `at`. `inherited` are the parameters of the path item.
    pub(super) fn operation(
        &mut self,
        operation: &Operation,
        inherited: &Parameters<'_>,
        at: &str,
    ) -> oas::Operation {
        self.schemas.record(at, &operation.pointer);
        let own = self.found_parameters(&operation.parameters);
        let complete = own.complete && inherited.complete && !operation.incomplete;
        let parameters = merged(&inherited.found, own.found);
        let (request_body, agreed) = self.request_body(operation, &parameters, &below(at, ["requestBody"]));
        let mut extensions = operation.extensions.clone();
        if !complete || !agreed {
            extensions.insert(SKIPPED.to_owned(), true.into());
        }
        oas::Operation {
            tags: operation.tags.clone(),
            summary: operation.summary.clone(),
            description: operation.description.clone(),
            external_docs: operation.external_docs.as_ref().map(external_docs),
            operation_id: operation.operation_id.clone(),
            parameters: self.plain_parameters(&parameters, &below(at, ["parameters"])),
            request_body: request_body.map(ReferenceOr::Item),
            responses: self.responses(operation, &below(at, ["responses"])),
            callbacks: Default::default(),
            deprecated: operation.deprecated,
            security: self.operation_security(operation, at),
            servers: server::of_operation(operation.schemes.as_deref(), &self.servers),
            extensions,
        }
    }

    /// The parameters of a list, each behind a reference read where it is defined.
    pub(super) fn found_parameters<'d>(&self, list: &'d [OrReference<Parameter>]) -> Parameters<'d> {
        let mut parameters = Parameters { found: Vec::new(), complete: true };
        for parameter in list {
            let found = match parameter {
                OrReference::Item(parameter) => Some(Found::Written(parameter)),
                OrReference::Reference(reference, words) => self.referenced(reference, words.as_ref()),
            };
            match found {
                None => parameters.complete = false,
                Some(found) => self.add_unless_twice(&mut parameters.found, found),
            }
        }
        parameters
    }

    /// The parameter that a reference leads to, in its words.
    fn referenced<'d>(&self, reference: &Reference, words: Option<&String>) -> Option<Found<'d>> {
        let shared = self.shared_parameter(reference)?;
        Some(match words {
            None => Found::Shared(shared),
            Some(words) => {
                let parameter = Parameter { description: Some(words.clone()), ..Parameter::clone(&shared) };
                Found::Reworded(Rc::new(parameter))
            }
        })
    }

    /// The parameter that a reference leads to. Many operations refer to the same, which is read once.
    fn shared_parameter(&self, reference: &Reference) -> Option<Rc<Parameter>> {
        let node = self.schemas.reader.target(&reference.pointer, &reference.text)?;
        let known = self.parameters.borrow().get(&node.pointer).cloned();
        known.unwrap_or_else(|| {
            let pointer = node.pointer.clone();
            let parameter = Parameter::read_item(node, &self.schemas.reader).map(Rc::new);
            self.parameters.borrow_mut().insert(pointer, parameter.clone());
            parameter
        })
    }

    fn add_unless_twice<'d>(&self, parameters: &mut Vec<Found<'d>>, found: Found<'d>) {
        // Two bodies with one name are two bodies, which is a finding of its own.
        let body = found.location == Location::Body;
        match parameters.iter().find(|earlier| !body && is_same(earlier, &found)) {
            Some(earlier) if earlier.pointer != found.pointer => {
                let message = format!("the parameter `{}` is here twice", found.name);
                let place = Place::Value(found.pointer.clone());
                self.schemas.report(
                    Diagnostic::new(&codes::DUPLICATE_PARAMETER, place, message)
                        .also(Place::Value(earlier.pointer.clone()), "first here"),
                );
            }
            Some(_) => {}
            None => parameters.push(found),
        }
    }

    fn plain_parameters(&mut self, all: &[Found<'_>], at: &str) -> Vec<ReferenceOr<oas::Parameter>> {
        // Parameters are large, and there are many.
        let mut plain = Vec::with_capacity(all.len());
        for found in all {
            plain.extend(match found {
                Found::Shared(parameter) => self.component(parameter),
                found => self.parameter(found, &below(at, [&plain.len().to_string()])).map(ReferenceOr::Item),
            });
        }
        plain
    }

    /// The reference to a parameter that a `$ref` led to, which is a component; nothing for those that
    /// make up the body.
    fn component(&mut self, parameter: &Parameter) -> Option<ReferenceOr<oas::Parameter>> {
        let place = &parameter.pointer;
        if self.shared_parameters.reference(place).is_none() && !parameter.location.is_body() {
            let key = self.shared_parameters.key(place, self.schemas.sources);
            let made = self.parameter(parameter, &parameter_place(&key))?;
            self.shared_parameters.insert(key, made);
        }
        self.shared_parameters.reference(place)
    }

    /// The request body, and whether there is no more than one.
    fn request_body(
        &mut self,
        operation: &Operation,
        parameters: &[Found<'_>],
        at: &str,
    ) -> (Option<oas::RequestBody>, bool) {
        let of = |location: Location| -> Vec<Found<'_>> {
            parameters.iter().filter(|found| found.location == location).cloned().collect()
        };
        let (bodies, fields) = (of(Location::Body), of(Location::FormData));
        match (bodies.as_slice(), fields.as_slice()) {
            ([], []) => (None, true),
            ([], fields) => (Some(self.form(operation, fields, at)), true),
            ([body], []) => (Some(self.body(operation, body, at)), true),
            ([body, ..], _) => {
                let second = bodies.get(1).or(fields.first()).unwrap_or(body);
                self.conflict(operation, body, second);
                (Some(self.body(operation, body, at)), false)
            }
        }
    }

    fn conflict(&self, operation: &Operation, first: &Found<'_>, second: &Found<'_>) {
        let second_is = match second.location {
            Location::Body => "another body",
            _ => "a field of a form",
        };
        let message = format!(
            "`{}` has a body, `{}`, and {second_is}, `{}`; the operation is left out",
            operation.method.key(),
            first.name,
            second.name
        );
        let place = Place::Value(second.pointer.clone());
        self.schemas.report(
            Diagnostic::new(&codes::CONFLICTING_PARAMETERS, place, message)
                .also(Place::Value(first.pointer.clone()), "the body"),
        );
    }

    fn operation_security(
        &mut self,
        operation: &Operation,
        at: &str,
    ) -> Option<Vec<oas::SecurityRequirement>> {
        let requirements = operation.security.as_ref()?;
        for (index, requirement) in requirements.iter().enumerate() {
            self.schemas.record(below(at, ["security", &index.to_string()]), &requirement.pointer);
        }
        Some(requirements.iter().map(|requirement| requirement.schemes.clone()).collect())
    }
}

/// Parameters, and whether they are all there.
pub(super) struct Parameters<'d> {
    found: Vec<Found<'d>>,
    complete: bool,
}

/// The inherited parameters that are not replaced, and the operation's own.
fn merged<'d>(inherited: &[Found<'d>], own: Vec<Found<'d>>) -> Vec<Found<'d>> {
    let replaced = |found: &&Found<'d>| own.iter().any(|own| is_same(own, found));
    let mut all: Vec<Found<'d>> = inherited.iter().filter(|found| !replaced(found)).cloned().collect();
    if all.is_empty() {
        return own;
    }
    all.extend(own);
    all
}

/// Parameters are told apart by name and location; the names of headers, in any case. There is
/// one body, whatever its name.
fn is_same(one: &Parameter, other: &Parameter) -> bool {
    one.location == other.location
        && match one.location {
            Location::Body => true,
            Location::Header => one.name.eq_ignore_ascii_case(&other.name),
            _ => one.name == other.name,
        }
}

/// The place of an operation in the upgraded document.
pub(super) fn place(path: &str, method: &str) -> String {
    below("", ["paths", path, method])
}
