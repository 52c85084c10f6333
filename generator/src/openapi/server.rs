//! Server Objects.

use indexmap::IndexMap;
use openapiv3::{Server, ServerVariable};

use super::{Converter, nouns};
use crate::source::Node;
use crate::swagger::Fields;

impl Converter<'_, '_> {
    /// The servers that the document, a path or an operation says it has.
    pub(super) fn servers(
        &self,
        fields: &Fields<'_, '_>,
        variables: &IndexMap<String, String>,
    ) -> Vec<Server> {
        fields.list("servers").into_iter().filter_map(|node| self.server(node, variables)).collect()
    }

    fn server(&self, node: Node<'_>, values: &IndexMap<String, String>) -> Option<Server> {
        let fields = Fields::open(node, &nouns::SERVER, &self.reader)?;
        let variables = fields.map("variables").into_iter();
        let variables: IndexMap<String, ServerVariable> = variables
            .filter_map(|(name, node)| Some((name.to_owned(), self.variable(node, values.get(name))?)))
            .collect();
        Some(Server {
            url: fields.required_text("url")?,
            description: fields.text("description"),
            variables: (!variables.is_empty()).then_some(variables),
            extensions: fields.extensions(),
        })
    }

    /// A variable of a URL, with the configured value as its default.
    fn variable(&self, node: Node<'_>, value: Option<&String>) -> Option<ServerVariable> {
        let fields = Fields::open(node, &nouns::SERVER_VARIABLE, &self.reader)?;
        let default = fields.expected_text("default");
        Some(ServerVariable {
            default: value.cloned().unwrap_or(default),
            enumeration: fields.texts("enum").unwrap_or_default(),
            description: fields.text("description"),
            extensions: fields.extensions(),
        })
    }
}
