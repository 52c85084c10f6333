//! The document as a whole.

use indexmap::IndexMap;
use openapiv3 as oas;
use openapiv3::OpenAPI;

use super::{Converter, nouns};
use crate::diagnostic::{self as codes, Diagnostic, Place, Sink};
use crate::source::{Node, below};
use crate::swagger::{ExternalDocs, Fields, Info, SecurityRequirement, Tag};
use crate::upgrade::info;

/// A document says `openapi: 3.0.x` or `openapi: 3.1.x`.
pub(super) fn check_version(root: &Node<'_>, sink: &Sink) -> Option<()> {
    let version = root.get("openapi")?;
    let text = version.as_str().map_or_else(|| version.value.to_string(), str::to_owned);
    let is_supported = ["3.0", "3.1"].iter().any(|series| {
        text.strip_prefix(series).is_some_and(|patch| patch.is_empty() || patch.starts_with('.'))
    });
    if !is_supported {
        let message = format!("`openapi: {text}` is a version that is not supported");
        sink.report(
            Diagnostic::new(&codes::UNSUPPORTED_VERSION, Place::Value(version.pointer), message)
                .help("OpenAPI 3.0 and 3.1 are, and Swagger 2.0"),
        );
    }
    is_supported.then_some(())
}

impl Converter<'_, '_> {
    /// The whole document.
    pub(super) fn document(
        &mut self,
        root: Node<'_>,
        variables: &IndexMap<String, String>,
    ) -> Option<OpenAPI> {
        let reader = self.reader;
        let fields = Fields::open(root, &nouns::OPENAPI, &reader)?;
        let components = fields.member("components");
        let components = components.and_then(|node| Fields::open(node, &nouns::COMPONENTS, &reader));
        if let Some(components) = &components {
            self.schemas.adopt(&components.definitions("schemas"));
        }

        let external_docs = fields.member("externalDocs").and_then(|node| ExternalDocs::read(node, &reader));
        let tags = fields.list("tags").into_iter().filter_map(|node| Tag::read(node, &reader));
        let openapi = OpenAPI {
            openapi: "3.0.3".to_owned(),
            info: self.info(&fields),
            servers: self.servers(&fields, variables),
            security: self.security(&fields, ""),
            tags: tags.map(|tag| info::tag(&tag)).collect(),
            external_docs: external_docs.as_ref().map(info::external_docs),
            extensions: fields.extensions(),
            paths: self.paths(&fields),
            components: Some(oas::Components {
                security_schemes: components
                    .as_ref()
                    .map(|components| self.security_schemes(components))
                    .unwrap_or_default(),
                parameters: self.shared_parameters.take(),
                schemas: self.schemas.components(),
                ..oas::Components::default()
            }),
        };
        if let Some(webhooks) = fields.member("webhooks") {
            self.unsupported(&webhooks, "webhooks");
        }
        Some(openapi)
    }

    /// The security requirements of the document or of an operation, which is to stand at `at`.
    pub(super) fn security(
        &mut self,
        fields: &Fields<'_, '_>,
        at: &str,
    ) -> Option<Vec<oas::SecurityRequirement>> {
        let requirements = SecurityRequirement::read_all(fields, "security")?;
        for (index, requirement) in requirements.iter().enumerate() {
            self.record(below(at, ["security", &index.to_string()]), &requirement.pointer);
        }
        Some(requirements.into_iter().map(|requirement| requirement.schemes).collect())
    }

    /// Warns that a part describes something that is not generated.
    pub(super) fn unsupported(&self, node: &Node<'_>, what: &str) {
        let message = format!("`{what}` are not supported; ignored");
        self.report(Diagnostic::new(&codes::UNSUPPORTED_MEMBER, Place::Key(node.pointer.clone()), message));
    }

    fn info(&self, fields: &Fields<'_, '_>) -> oas::Info {
        let read = fields.member("info").and_then(|node| Info::read(node, &self.reader));
        if fields.member("info").is_none() {
            fields.missing(&codes::MISSING_TEXT, "info");
        }
        info::info(&read.unwrap_or_else(|| Info::missing(&fields.pointer())))
    }
}
