//! Security schemes that a document asks for and does not define.
//!
//! Documents that make up one API are sometimes cut so that only some of them define the scheme
//! that all ask for. Where the others agree on what it is, it is that. Where nobody says what it
//! is, nobody can meet it either: what is left of the requirement is what else it allows.

use std::collections::{BTreeSet, HashMap};

use super::store::Store;
use crate::api::{Requirement, Scheme, SchemeId};
use crate::diagnostic::{BORROWED_SCHEME, Diagnostic, Place, Sink, UNDEFINED_SCHEME};

/// Finds a definition for each scheme that has none, or takes out the alternatives that ask for
/// it, and takes out the placeholders.
pub(super) fn settle(store: &mut Store, sink: &Sink) {
    if store.undefined.is_empty() {
        return;
    }
    let defined = definitions(store);
    let borrowed: BTreeSet<SchemeId> = defined.keys().copied().collect();
    let unmet: BTreeSet<SchemeId> = store.undefined.difference(&borrowed).copied().collect();
    for id in store.api.operation_ids() {
        let alternatives = std::mem::take(&mut store.api[id].security);
        report_borrowed(store, &alternatives, &borrowed, sink);
        store.api[id].security = without(alternatives, &unmet, store, sink);
    }
    close_ranks(store, &defined);
}

/// The alternatives that can be met.
fn without(
    alternatives: Vec<Requirement>,
    unmet: &BTreeSet<SchemeId>,
    store: &Store,
    sink: &Sink,
) -> Vec<Requirement> {
    let asks = |requirement: &Requirement| requirement.first_of(unmet);
    let (refused, kept): (Vec<_>, Vec<_>) =
        alternatives.into_iter().partition(|requirement| asks(requirement).is_some());
    for requirement in &refused {
        if let Some(scheme) = asks(requirement) {
            sink.report(undefined(&store.api[scheme], requirement, kept.is_empty()));
        }
    }
    kept
}

fn undefined(scheme: &Scheme, requirement: &Requirement, is_open: bool) -> Diagnostic {
    let assumed = match is_open {
        true => "the operation is taken as open, and the server asks for no credentials",
        false => "the other alternatives are taken as all there are",
    };
    let message = format!("the security scheme `{}` is not defined; {assumed}", scheme.name);
    Diagnostic::new(&UNDEFINED_SCHEME, Place::Key(requirement.pointer.child(&scheme.name)), message)
}

fn report_borrowed(store: &Store, alternatives: &[Requirement], borrowed: &BTreeSet<SchemeId>, sink: &Sink) {
    for requirement in alternatives {
        if let Some(scheme) = requirement.first_of(borrowed) {
            sink.report(self::borrowed(&store.api[scheme], requirement));
        }
    }
}

impl Requirement {
    /// The first of its schemes that is one of those.
    fn first_of(&self, those: &BTreeSet<SchemeId>) -> Option<SchemeId> {
        self.schemes.iter().map(|(scheme, _)| *scheme).find(|scheme| those.contains(scheme))
    }
}

/// For each placeholder, the scheme that is meant: the one that all others of its name are.
fn definitions(store: &mut Store) -> HashMap<SchemeId, SchemeId> {
    let mut defined = HashMap::new();
    for id in store.undefined.iter().copied().collect::<Vec<_>>() {
        let name = &store.api[id].name;
        let mut named = store.offered.iter().filter(|scheme| scheme.name == *name);
        if let Some(first) = named.next().cloned()
            && named.all(|other| other.kind == first.kind)
        {
            defined.insert(id, store.scheme(first));
        }
    }
    defined
}

fn borrowed(scheme: &Scheme, requirement: &Requirement) -> Diagnostic {
    let message = format!("the security scheme `{}` is defined in another document only", scheme.name);
    Diagnostic::new(&BORROWED_SCHEME, Place::Key(requirement.pointer.child(&scheme.name)), message)
}

/// Without the placeholders, ids are dense.
fn close_ranks(store: &mut Store, defined: &HashMap<SchemeId, SchemeId>) {
    let mut new = HashMap::new();
    let mut schemes = Vec::new();
    for (index, scheme) in std::mem::take(&mut store.api.schemes).into_iter().enumerate() {
        let id = SchemeId(index as u32);
        if !store.undefined.contains(&id) {
            new.insert(id, SchemeId(schemes.len() as u32));
            schemes.push(scheme);
        }
    }
    store.api.schemes = schemes;
    let requirements = store.api.operations.iter_mut().flat_map(|operation| &mut operation.security);
    for (id, _) in requirements.flat_map(|requirement| &mut requirement.schemes) {
        let settled = defined.get(id).unwrap_or(id);
        *id = new.get(settled).copied().unwrap_or(*id);
    }
}
