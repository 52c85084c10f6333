//! Namespaces: modules that have what a crate has, with types, a client and a server of their own.
//!
//! The root of the crate is one, and each that the configuration names for some of the documents.
//! Names meet within a namespace only: two versions of an API stand side by side, and neither
//! changes a name of the other.

use super::scope::Scope;
use super::{Case, Ident, reserved};
use crate::api::{Api, DocumentId, Parent, TypeId};

/// A namespace of the crate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NamespaceId(u32);

impl NamespaceId {
    /// The root of the crate.
    pub const ROOT: Self = Self(0);

    /// For tests of what is named after namespaces.
    #[cfg(test)]
    pub(super) fn numbered(number: u32) -> Self {
        Self(number)
    }

    /// The position in the list of namespaces.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// What is in a namespace, and how it is called.
#[derive(Debug, Clone)]
pub struct Namespace {
    /// Its number.
    pub id: NamespaceId,
    /// Its module; the root has none.
    pub module: Option<Ident>,
    /// Its documents, in order.
    pub documents: Vec<DocumentId>,
}

/// The root, then each namespace that a document is in, by name.
pub(super) fn decide(api: &Api) -> Vec<Namespace> {
    let mut wanted: Vec<&str> =
        api.documents.iter().filter_map(|document| document.namespace.as_deref()).collect();
    wanted.sort_unstable();
    wanted.dedup();
    let mut modules = Scope::reserving(reserved::MODULES.iter().chain(reserved::FILES).copied());
    let within = |name: Option<&str>| {
        api.document_ids().filter(|id| api[*id].namespace.as_deref() == name).collect::<Vec<_>>()
    };
    let root = Namespace { id: NamespaceId::ROOT, module: None, documents: within(None) };
    let others = wanted.iter().zip(1..).map(|(name, number)| {
        let module = Ident::new(name, Case::Snake);
        let module = modules.take([module.clone(), module.with_suffix("_api")]);
        Namespace { id: NamespaceId(number), module: Some(module), documents: within(Some(name)) }
    });
    [root].into_iter().chain(others).collect()
}

/// The namespace of each document.
pub(super) fn of_documents(api: &Api, namespaces: &[Namespace]) -> Vec<NamespaceId> {
    let of = |id: DocumentId| namespaces.iter().find(|namespace| namespace.documents.contains(&id));
    api.document_ids().map(|id| of(id).map_or(NamespaceId::ROOT, |namespace| namespace.id)).collect()
}

/// The namespace of each type: that of the documents that need it, and the root where those of
/// several do.
pub(super) fn of_types(api: &Api, of_documents: &[NamespaceId]) -> Vec<NamespaceId> {
    let mut claims = Claims { api, claimed: vec![None; api.types.len()] };
    for operation in &api.operations {
        claims.claim(operation.references(), of_documents[operation.document.index()]);
    }
    for (document, namespace) in api.documents.iter().zip(of_documents) {
        let own = |id: &TypeId| api[*id].pointer.file == document.pointer.file;
        claims.claim(api.type_ids().filter(own).collect(), *namespace);
    }
    claims.claimed.into_iter().map(|claim| claim.unwrap_or(NamespaceId::ROOT)).collect()
}

struct Claims<'a> {
    api: &'a Api,
    claimed: Vec<Option<NamespaceId>>,
}

impl Claims<'_> {
    /// Claims types, all that they are made of, and what they are printed with.
    fn claim(&mut self, mut types: Vec<TypeId>, namespace: NamespaceId) {
        while let Some(id) = types.pop() {
            let claim = &mut self.claimed[id.index()];
            let next = match *claim {
                Some(other) if other != namespace => NamespaceId::ROOT,
                _ => namespace,
            };
            if *claim != Some(next) {
                *claim = Some(next);
                let ty = &self.api[id];
                types.extend(ty.shape.references());
                if let Some(Parent::Type(parent, _)) = &ty.parent {
                    types.push(*parent);
                }
            }
        }
    }
}
