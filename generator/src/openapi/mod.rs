//! OpenAPI 3.0 and 3.1 as written become one self-contained [`openapiv3::OpenAPI`].
//!
//! That is the model's own version, so that there is little to translate: references are
//! followed, parameters and bodies that are referred to are written out where they are used, and
//! what 3.1 says in the words of JSON Schema is said in those of 3.0. Schemas are made as those of
//! Swagger 2.0 are, by `upgrade::schemas`, and [`Origins`] tells where each part was written.

mod body;
mod content;
mod converter;
mod document;
mod nouns;
mod operation;
mod parameter;
mod paths;
mod response;
mod security;
mod server;
mod written;

#[cfg(test)]
mod tests;

pub use written::written;

use indexmap::IndexMap;
use openapiv3::OpenAPI;

use self::converter::Converter;
use crate::diagnostic::Sink;
use crate::source::{Node, Sources};
use crate::upgrade::Origins;

/// Whether a document says that it is OpenAPI 3 or later.
pub fn is_openapi(root: &Node<'_>) -> bool {
    root.get("openapi").is_some()
}

/// Reads an OpenAPI 3.0 or 3.1 document; nothing if `root` is none. `variables` replace the
/// defaults of server variables, by name.
pub fn read(
    root: Node<'_>,
    sources: &Sources<'_>,
    variables: &IndexMap<String, String>,
    sink: &Sink,
) -> Option<(OpenAPI, Origins)> {
    document::check_version(&root, sink)?;
    let mut converter = Converter::new(&root, sources, sink);
    let openapi = converter.document(root, variables)?;
    Some((openapi, converter.into_origins()))
}
