//! Swagger Objects: a document as a whole.

use indexmap::IndexMap;

use super::fields::Fields;
use super::{
    Extensions, ExternalDocs, Info, Reader, SecurityRequirement, SecurityScheme, Tag, nouns, path_items,
};
use crate::diagnostic::{self as codes, Diagnostic, Place};
use crate::source::{Node, Pointer};

/// A document (Swagger 2.0, "Swagger Object").
#[derive(Debug, Clone)]
pub struct Document<'s> {
    /// The root of the file.
    pub pointer: Pointer,
    /// `info`.
    pub info: Info,
    /// `host`.
    pub host: Option<String>,
    /// `basePath`.
    pub base_path: Option<String>,
    /// `schemes`.
    pub schemes: Vec<String>,
    /// `consumes`, for operations that have none of their own.
    pub consumes: Vec<String>,
    /// `produces`, for operations that have none of their own.
    pub produces: Vec<String>,
    /// `paths` and `x-ms-paths`, by path as written. They are most of a document, and are read one by one
    /// as they are needed, with [`super::PathItem::read`].
    pub paths: IndexMap<&'s str, Node<'s>>,
    /// `x-…` of the Paths Object.
    pub paths_extensions: Extensions,
    /// `definitions`, which are read with [`super::Schema::read`] like path items.
    pub definitions: IndexMap<&'s str, Node<'s>>,
    /// `securityDefinitions`.
    pub security_definitions: IndexMap<String, SecurityScheme>,
    /// `security`, for operations that have none of their own.
    pub security: Vec<SecurityRequirement>,
    /// `tags`.
    pub tags: Vec<Tag>,
    /// `externalDocs`.
    pub external_docs: Option<ExternalDocs>,
    /// `x-…`.
    pub extensions: Extensions,
}

impl<'s> Document<'s> {
    pub(crate) fn read(root: Node<'s>, reader: &Reader<'s, '_>) -> Option<Self> {
        check_version(&root, reader)?;
        let fields = Fields::open(root, &nouns::SWAGGER, reader)?;
        let (paths_extensions, paths) = path_nodes(&fields, reader);
        Some(Self {
            info: read_info(&fields, reader),
            host: fields.text("host"),
            base_path: fields.text("basePath"),
            schemes: fields.texts("schemes").unwrap_or_default(),
            consumes: fields.texts("consumes").unwrap_or_default(),
            produces: fields.texts("produces").unwrap_or_default(),
            paths,
            paths_extensions,
            definitions: fields.definitions("definitions"),
            security_definitions: read_security_definitions(&fields, reader),
            security: SecurityRequirement::read_all(&fields, "security").unwrap_or_default(),
            tags: fields.list("tags").into_iter().filter_map(|node| Tag::read(node, reader)).collect(),
            external_docs: fields.member("externalDocs").and_then(|node| ExternalDocs::read(node, reader)),
            extensions: fields.extensions(),
            pointer: fields.pointer(),
        })
    }
}

/// A document of Swagger 2.0 says `swagger: "2.0"`; the number 2.0 will do.
fn check_version(root: &Node<'_>, reader: &Reader<'_, '_>) -> Option<()> {
    let Some(version) = root.get("swagger") else {
        let message = "this is no Swagger 2.0 document: it has no `swagger`";
        reader.report(
            Diagnostic::new(&codes::NOT_A_DOCUMENT, Place::Value(root.pointer.clone()), message)
                .help("start the document with `swagger: '2.0'`"),
        );
        return None;
    };
    let is_two = version.as_str().is_some_and(|text| matches!(text.trim(), "2.0" | "2"))
        || version.as_f64() == Some(2.0);
    if !is_two {
        let message = format!("`swagger: {}` is a version that is not supported", version.value);
        reader.report(
            Diagnostic::new(&codes::UNSUPPORTED_VERSION, Place::Value(version.pointer), message)
                .help("convert the document to Swagger 2.0 or OpenAPI 3 first"),
        );
        return None;
    }
    if !version.is_string() {
        let message = "`swagger` is a number and should be a string; read as `2.0`";
        reader.report(
            Diagnostic::new(&codes::READ_AS, Place::Value(version.pointer), message)
                .help("write `swagger: '2.0'`"),
        );
    }
    Some(())
}

fn read_info(fields: &Fields<'_, '_>, reader: &Reader<'_, '_>) -> Info {
    match fields.member("info") {
        Some(node) => Info::read(node, reader).unwrap_or_else(|| Info::missing(&fields.pointer())),
        None => {
            fields.missing(&codes::MISSING_TEXT, "info");
            Info::missing(&fields.pointer())
        }
    }
}

fn path_nodes<'s>(
    fields: &Fields<'s, '_>,
    reader: &Reader<'_, '_>,
) -> (Extensions, IndexMap<&'s str, Node<'s>>) {
    if fields.member("paths").is_none() {
        fields.missing(&codes::MISSING_FIELD, "paths");
    }
    let (extensions, mut paths) = path_items(fields, reader);
    paths.retain(|_, node| !node.is_null());
    (extensions, paths)
}

/// The security schemes that can be read.
fn read_security_definitions(
    fields: &Fields<'_, '_>,
    reader: &Reader<'_, '_>,
) -> IndexMap<String, SecurityScheme> {
    let entries = fields.definitions("securityDefinitions").into_iter();
    entries.filter_map(|(name, node)| Some((name.to_owned(), SecurityScheme::read(node, reader)?))).collect()
}
