//! The names of documents, or of their parts: a module and a server trait each.

use super::scope::Scope;
use super::{Case, Ident, Namespace, NamespaceId, reserved};
use crate::api::{Api, Document};

/// The names of one document, or of a part of one.
#[derive(Debug, Clone)]
pub struct DocumentNames {
    /// What its module is within.
    pub namespace: NamespaceId,
    /// The module that its operations are in: `content_repo`.
    pub module: Ident,
    /// The trait that a server implements: `ContentRepo`.
    pub service: Ident,
}

/// Names all documents, and then those parts of documents that a tag names: a tag does not take the
/// name of another document.
pub(super) fn decide(api: &Api, namespaces: &[Namespace], of: &[NamespaceId]) -> Vec<DocumentNames> {
    let mut scopes: Vec<_> = namespaces.iter().map(|namespace| Scopes::new(namespace, namespaces)).collect();
    let mut name = |document: &Document, namespace: NamespaceId| {
        let Scopes { modules, services } = &mut scopes[namespace.index()];
        DocumentNames {
            namespace,
            module: modules.take(proposals(document, Case::Snake, "_api")),
            service: services.take(proposals(document, Case::Camel, "Api")),
        }
    };
    let mut order: Vec<(usize, &Document)> = api.documents.iter().enumerate().collect();
    order.sort_by_key(|(_, document)| document.tag.is_some());
    let mut names: Vec<_> = order.into_iter().map(|(at, document)| (at, name(document, of[at]))).collect();
    names.sort_by_key(|(at, _)| *at);
    names.into_iter().map(|(_, names)| names).collect()
}

/// The names that are taken in one namespace.
struct Scopes {
    modules: Scope,
    services: Scope,
}

impl Scopes {
    fn new(namespace: &Namespace, all: &[Namespace]) -> Self {
        let inner = all.iter().filter(|_| namespace.id == NamespaceId::ROOT);
        let inner = inner.filter_map(|inner| inner.module.as_ref()).map(Ident::plain);
        let reserved = reserved::MODULES.iter().chain(reserved::FILES).copied();
        Self {
            modules: Scope::reserving(reserved.chain(inner)),
            services: Scope::reserving(reserved::TYPES.iter().copied()),
        }
    }
}

/// From the shortest to the longest: the tag, the document with the tag, and what no document is
/// called.
fn proposals(document: &Document, case: Case, suffix: &str) -> Vec<Ident> {
    let short = Ident::new(document.label(), case);
    let long = document.tag.as_ref().map(|tag| Ident::new(&format!("{} {tag}", document.name), case));
    let last = short.with_suffix(suffix);
    [Some(short), long, Some(last)].into_iter().flatten().collect()
}
