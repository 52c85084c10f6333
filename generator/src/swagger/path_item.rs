//! Path Item Objects.

use super::fields::Fields;
use super::operation::read_parameters;
use super::{Extensions, Operation, OrReference, Parameter, Reader, Reference, nouns};
use crate::api::Method;
use crate::diagnostic::{self as codes, Diagnostic, Place};
use crate::source::{Node, Pointer};

/// The operations on one path (Swagger 2.0, "Path Item Object").
#[derive(Debug, Clone)]
pub struct PathItem {
    /// Where it is written.
    pub pointer: Pointer,
    /// `$ref` to a path item whose operations are here as well.
    pub reference: Option<Reference>,
    /// The operations, in document order.
    pub operations: Vec<Operation>,
    /// `parameters` of each operation, unless it has one of the same name and location.
    pub parameters: Vec<OrReference<Parameter>>,
    /// Whether a parameter could not be read.
    pub incomplete: bool,
    /// `x-…`.
    pub extensions: Extensions,
}

impl PathItem {
    /// Reads a Path Item Object; nothing, with an error, if it is none.
    pub fn read(node: Node<'_>, reader: &Reader<'_, '_>) -> Option<Self> {
        let reference = Reference::read(&node);
        let fields = Fields::open_here(node.clone(), &nouns::PATH_ITEM, reader)?;
        let (parameters, incomplete) = read_parameters(&fields, reader);
        Some(Self {
            reference,
            operations: read_operations(&node, reader),
            parameters,
            incomplete,
            extensions: fields.extensions(),
            pointer: fields.pointer(),
        })
    }
}

/// The members that are named like methods. Capital letters are forgiven, with a warning; a
/// method twice is an error.
fn read_operations(node: &Node<'_>, reader: &Reader<'_, '_>) -> Vec<Operation> {
    let mut operations: Vec<Operation> = Vec::new();
    let members = node.entries().filter(|(_, member)| !member.is_null());
    for (key, member) in members {
        let Some(method) = method(key) else { continue };
        let here = member.pointer.clone();
        if key != method.key() {
            let message = format!("`{key}` is written `{}`; read as that", method.key());
            reader.report(Diagnostic::new(&codes::READ_AS, Place::Key(here.clone()), message));
        }
        let Some(operation) = Operation::read(method, member, reader) else { continue };
        match operations.iter().find(|earlier| earlier.method == method) {
            Some(earlier) => reader.report(twice(method, here, earlier)),
            None => operations.push(operation),
        }
    }
    operations
}

/// Swagger 2.0 has no `trace`.
fn method(key: &str) -> Option<Method> {
    let known = Method::ALL.into_iter().filter(|(_, method)| *method != Method::Trace);
    let known = known.into_iter().find(|(name, _)| *name == key || name.to_ascii_uppercase() == key);
    known.map(|(_, method)| method)
}

fn twice(method: Method, second: Pointer, first: &Operation) -> Diagnostic {
    let message = format!("the path has the method `{}` twice", method.key());
    Diagnostic::new(&codes::DUPLICATE_OPERATION, Place::Key(second), message)
        .also(Place::Key(first.pointer.clone()), "first here")
        .help("remove one of the two, or give it a path of its own")
}
