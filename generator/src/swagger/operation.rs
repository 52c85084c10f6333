//! Operation and Responses Objects.

use super::extensions::is_extension;
use super::fields::Fields;
use super::{Extensions, ExternalDocs, OrReference, Parameter, Reader, Response, SecurityRequirement, nouns};
use crate::api::Method;
use crate::diagnostic as codes;
use crate::source::{Node, Pointer};

/// A method on a path (Swagger 2.0, "Operation Object").
#[derive(Debug, Clone)]
pub struct Operation {
    /// Where it is written.
    pub pointer: Pointer,
    /// The key it has in the Path Item Object.
    pub method: Method,
    /// `tags`.
    pub tags: Vec<String>,
    /// `summary`.
    pub summary: Option<String>,
    /// `description`.
    pub description: Option<String>,
    /// `externalDocs`.
    pub external_docs: Option<ExternalDocs>,
    /// `operationId`.
    pub operation_id: Option<String>,
    /// `consumes`, which replaces the document's.
    pub consumes: Option<Vec<String>>,
    /// `produces`, which replaces the document's.
    pub produces: Option<Vec<String>>,
    /// `parameters`, those of the path item not included.
    pub parameters: Vec<OrReference<Parameter>>,
    /// Whether a parameter could not be read, so that what is left does not describe the operation.
    pub incomplete: bool,
    /// `responses`: each status code, or `default`, as written.
    pub responses: Vec<(String, OrReference<Response>)>,
    /// `x-…` of the Responses Object.
    pub responses_extensions: Extensions,
    /// `schemes`, which replaces the document's.
    pub schemes: Option<Vec<String>>,
    /// `deprecated`.
    pub deprecated: bool,
    /// `security`, which replaces the document's; an empty list lets anybody in.
    pub security: Option<Vec<SecurityRequirement>>,
    /// `x-…`.
    pub extensions: Extensions,
}

impl Operation {
    pub(crate) fn read(method: Method, node: Node<'_>, reader: &Reader<'_, '_>) -> Option<Self> {
        let fields = Fields::open(node, &nouns::OPERATION, reader)?;
        let (parameters, incomplete) = read_parameters(&fields, reader);
        if fields.member("responses").is_none() {
            fields.missing(&codes::MISSING_RESPONSES, "responses");
        }
        let responses = fields.map("responses").into_iter();
        let (extensions, responses): (Vec<_>, Vec<_>) = responses.partition(|(key, _)| is_extension(key));
        Some(Self {
            method,
            tags: fields.texts("tags").unwrap_or_default(),
            summary: fields.text("summary"),
            description: fields.text("description"),
            external_docs: fields.member("externalDocs").and_then(|node| ExternalDocs::read(node, reader)),
            operation_id: fields.text("operationId"),
            consumes: fields.texts("consumes"),
            produces: fields.texts("produces"),
            parameters,
            incomplete,
            responses: responses
                .into_iter()
                .filter_map(|(status, node)| Some((status.to_owned(), Response::read(node, reader)?)))
                .collect(),
            responses_extensions: extensions
                .into_iter()
                .map(|(key, node)| (key.to_owned(), node.value.clone()))
                .collect(),
            schemes: fields.texts("schemes"),
            deprecated: fields.flag("deprecated"),
            security: SecurityRequirement::read_all(&fields, "security"),
            extensions: fields.extensions(),
            pointer: fields.pointer(),
        })
    }
}

/// The parameters, and whether one of them could not be read.
pub(crate) fn read_parameters(
    fields: &Fields<'_, '_>,
    reader: &Reader<'_, '_>,
) -> (Vec<OrReference<Parameter>>, bool) {
    let is_list =
        fields.member("parameters").is_none_or(|member| member.is_array() || member.reference().is_some());
    let nodes = fields.list("parameters");
    let count = nodes.len();
    let parameters: Vec<_> = nodes.into_iter().filter_map(|node| Parameter::read(node, reader)).collect();
    let incomplete = parameters.len() < count || !is_list;
    (parameters, incomplete)
}
