//! The names of documents: a module and a server trait each.

use super::scope::Scope;
use super::{Case, Ident, reserved};
use crate::api::{Api, Document};

/// The names of one document.
#[derive(Debug, Clone)]
pub struct DocumentNames {
    /// The module that its operations are in: `content_repo`.
    pub module: Ident,
    /// The trait that a server implements: `ContentRepo`.
    pub service: Ident,
}

/// Names all documents, in the order of the configuration.
pub(super) fn decide(api: &Api) -> Vec<DocumentNames> {
    let mut modules = Scope::reserving(reserved::MODULES.iter().chain(reserved::FILES).copied());
    let mut services = Scope::reserving(reserved::TYPES.iter().copied());
    let name = |document: &Document| {
        let module = Ident::new(&document.name, Case::Snake);
        let service = Ident::new(&document.name, Case::Camel);
        DocumentNames {
            module: modules.take([module.clone(), module.with_suffix("_api")]),
            service: services.take([service.clone(), service.with_suffix("Api")]),
        }
    };
    api.documents.iter().map(name).collect()
}
