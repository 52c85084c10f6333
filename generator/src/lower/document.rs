//! What a document says about itself, and where its servers are.

use openapiv3::Server;

use super::{DocumentInput, Scope, docs};
use crate::api::Document;
use crate::upgrade::extensions;

impl Scope<'_, '_> {
    /// Adds the document, without operations yet.
    pub(super) fn document(&mut self, input: DocumentInput) {
        let servers: Vec<String> = self.given.openapi.servers.iter().map(url).collect();
        let stated = self.given.openapi.extensions.get(extensions::BASE_PATH).and_then(|path| path.as_str());
        let base_path = match (&input.base_path, stated) {
            (Some(path), _) => normal(path),
            (None, Some(path)) => normal(path),
            (None, None) => servers.first().map(|url| normal(path_of(url))).unwrap_or_default(),
        };
        let info = &self.given.openapi.info;
        self.store.api.documents.push(Document {
            pointer: self.origin(""),
            name: input.name,
            split_by_tags: input.split_by_tags,
            tag: None,
            namespace: input.namespace,
            version: info.version.clone(),
            docs: docs::of_info(info, self.given.openapi.external_docs.as_ref()),
            terms_of_service: info.terms_of_service.clone(),
            contact: info.contact.iter().flat_map(docs::of_contact).collect(),
            license: info.license.as_ref().map(|license| (license.name.clone(), license.url.clone())),
            tags: self.given.openapi.tags.iter().map(docs::of_tag).collect(),
            servers,
            base_path,
            operations: Vec::new(),
        });
    }
}

/// The URL of a server with the defaults of its variables in it (OpenAPI 3, Server Object).
pub(super) fn url(server: &Server) -> String {
    let mut url = server.url.clone();
    for (name, variable) in server.variables.iter().flatten() {
        url = url.replace(&format!("{{{name}}}"), &variable.default);
    }
    url
}

/// The path of a URL, which may be relative: `/v1` of `https://example.com/v1?a=b`.
fn path_of(url: &str) -> &str {
    let url = url.split(['?', '#']).next().unwrap_or_default();
    match url.split_once("//") {
        Some((scheme, rest)) if scheme.is_empty() || scheme.ends_with(':') => {
            rest.find('/').map_or("", |slash| &rest[slash..])
        }
        _ => url,
    }
}

/// Empty, or with a slash in front and none at the end.
fn normal(path: &str) -> String {
    match path.trim_matches('/') {
        "" => String::new(),
        path => format!("/{path}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_base_path_is_the_path_of_the_first_server() {
        let base = |url| normal(path_of(url));
        assert_eq!(base("https://localhost:8008/_matrix/client/api/v1"), "/_matrix/client/api/v1");
        assert_eq!(base("//example.com/v2/"), "/v2");
        assert_eq!(base("/v1/"), "/v1");
        assert_eq!(base("https://example.com"), "");
        assert_eq!(base("/"), "");
        assert_eq!(base("http://a/b//c?d=//e"), "/b//c");
    }
}
