//! Swagger 2.0 becomes OpenAPI 3.0, so that the rest of the pipeline knows one specification.
//!
//! The result is one self-contained [`openapiv3::OpenAPI`]: each schema or parameter that a `$ref`
//! names, in whichever file, is an entry of `components`, and responses and path items that are
//! referred to are written out where they are used, as are parameters that make up bodies. What was inherited (`consumes`,
//! parameters of a path item) is with each operation. That model carries no positions, so
//! [`Origins`] remembers what each of its parts was made from.

mod body;
mod component_keys;
pub mod extensions;
mod follow;
mod header;
pub(crate) mod info;
mod media_type;
mod method;
mod operation;
mod origins;
mod parameter;
mod paths;
mod response;
pub(crate) mod schemas;
mod security;
mod server;
mod shared_parameters;
pub(crate) mod shares;
pub(crate) mod status;
#[cfg(test)]
pub(crate) mod tests;
mod upgrader;

pub(crate) use follow::follow;
pub(crate) use method::operation_of;
pub use origins::Origins;
pub(crate) use paths::PathItems;
pub(crate) use shared_parameters::SharedParameters;

use indexmap::IndexMap;
use openapiv3::OpenAPI;

use crate::diagnostic::Sink;
use crate::source::{Sources, below};
use crate::swagger::Document;
use upgrader::Upgrader;

/// Upgrades a document. `variables` are the values of placeholders like `%NAME%` in `host` and
/// `basePath`, by name.
pub fn upgrade(
    document: &Document<'_>,
    sources: &Sources<'_>,
    variables: &IndexMap<String, String>,
    sink: &Sink,
) -> (OpenAPI, Origins) {
    let mut upgrader = Upgrader::new(document, sources, sink);
    let address = server::address(document, variables, sink);
    upgrader.servers.clone_from(&address.servers);
    for (index, requirement) in document.security.iter().enumerate() {
        upgrader.schemas.record(below("", ["security", &index.to_string()]), &requirement.pointer);
    }
    let mut openapi = OpenAPI {
        openapi: "3.0.3".to_owned(),
        info: info::info(&document.info),
        servers: address.servers,
        paths: upgrader.paths(),
        components: None,
        security: Some(document.security.iter().map(|one| one.schemes.clone()).collect()),
        tags: document.tags.iter().map(info::tag).collect(),
        external_docs: document.external_docs.as_ref().map(info::external_docs),
        extensions: document.extensions.clone(),
    };
    openapi.extensions.insert(extensions::BASE_PATH.to_owned(), address.base_path.into());
    openapi.components = Some(upgrader.components());
    (openapi, upgrader.into_origins())
}
