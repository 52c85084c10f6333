//! Security schemes that a document asks for and does not define.
//!
//! Documents that make up one API are sometimes cut so that only some of them define the scheme
//! that all ask for. Where the others agree on what it is, it is that.

use std::collections::HashMap;

use super::prune::Doomed;
use super::store::Store;
use crate::api::{Requirement, Scheme, SchemeId};
use crate::diagnostic::{BORROWED_SCHEME, Diagnostic, Place, Sink};

/// Finds a definition for each scheme that has none, or dooms the operations that ask for it,
/// and takes out the placeholders.
pub(super) fn settle(store: &mut Store, doomed: &mut Doomed, sink: &Sink) {
    if store.undefined.is_empty() {
        return;
    }
    let defined = definitions(store);
    for id in store.api.operation_ids() {
        for requirement in &store.api[id].security {
            for (scheme, _) in &requirement.schemes {
                match (store.undefined.get(scheme), defined.get(scheme)) {
                    (Some(_), Some(_)) => sink.report(borrowed(&store.api[*scheme], requirement)),
                    (Some(why), None) => {
                        let mut why = why.clone();
                        why.primary.place = Place::Value(requirement.pointer.clone());
                        doomed.entry(id).or_insert(why);
                    }
                    (None, _) => {}
                }
            }
        }
    }
    close_ranks(store, &defined);
}

/// For each placeholder, the scheme that is meant: the one that all others of its name are.
fn definitions(store: &mut Store) -> HashMap<SchemeId, SchemeId> {
    let mut defined = HashMap::new();
    for id in store.undefined.keys().copied().collect::<Vec<_>>() {
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
    Diagnostic::new(&BORROWED_SCHEME, Place::Value(requirement.pointer.clone()), message)
        .help("define it here too")
}

/// Without the placeholders, ids are dense.
fn close_ranks(store: &mut Store, defined: &HashMap<SchemeId, SchemeId>) {
    let mut new = HashMap::new();
    let mut schemes = Vec::new();
    for (index, scheme) in std::mem::take(&mut store.api.schemes).into_iter().enumerate() {
        let id = SchemeId(index as u32);
        if !store.undefined.contains_key(&id) {
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
