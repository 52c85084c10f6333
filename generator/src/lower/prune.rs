//! Leaves out the types that can't be had and the operations that need them, and closes the
//! ranks: ids stay dense.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::operation::left_out;
use super::store::Store;
use super::{renumber, schemes};
use crate::api::{Api, OperationId, Parent, TypeId};
use crate::diagnostic::{DEFINITION_LEFT_OUT, Diagnostic, Place, Severity, Sink};

/// Leaves out what is faulty, what needs it, and inline types that nothing needs.
pub(super) fn run(store: &mut Store, sink: &Sink) {
    let faulty = faulty(store);
    let mut doomed = Doomed::new();
    let causes = of_faults(store, &faulty, &mut doomed);
    schemes::settle(store, sink);
    drop_operations(store, doomed, sink);
    // A fault that takes no operation with it is still worth knowing.
    let known: HashSet<_> =
        causes.iter().filter_map(|id| store.settled.faults.get(id)).map(identity).collect();
    for why in store.settled.faults.values().filter(|why| !known.contains(&identity(why))) {
        let mut why = why.clone();
        (why.code, why.severity) = (&DEFINITION_LEFT_OUT, Severity::Warning);
        sink.report(why);
    }
    drop_types(store, &faulty);
}

/// What tells a finding from others: a fault is copied to the types that are made of its type.
fn identity(why: &Diagnostic) -> (&Place, &str) {
    (&why.primary.place, &why.message)
}

/// The operations to leave out, and why.
type Doomed = BTreeMap<OperationId, Diagnostic>;

/// For each type that can't be had, by itself or because of one that it holds, the type at fault.
fn faulty(store: &Store) -> HashMap<TypeId, TypeId> {
    if store.settled.faults.is_empty() {
        return HashMap::new();
    }
    let mut holders: HashMap<TypeId, Vec<TypeId>> = HashMap::new();
    for id in store.api.type_ids() {
        for held in store.api[id].shape.references() {
            holders.entry(held).or_default().push(id);
        }
    }
    let mut faulty: HashMap<TypeId, TypeId> = store.settled.faults.keys().map(|id| (*id, *id)).collect();
    let mut next: Vec<TypeId> = store.settled.faults.keys().copied().collect();
    while let Some(id) = next.pop() {
        let cause = faulty[&id];
        for holder in holders.get(&id).into_iter().flatten() {
            if !faulty.contains_key(holder) {
                faulty.insert(*holder, cause);
                next.push(*holder);
            }
        }
    }
    faulty
}

/// The operations that need a faulty type. Says which faults take some.
fn of_faults(store: &Store, faulty: &HashMap<TypeId, TypeId>, doomed: &mut Doomed) -> HashSet<TypeId> {
    let mut causes = HashSet::new();
    if faulty.is_empty() {
        return causes;
    }
    for id in store.api.operation_ids() {
        let cause = store.api[id].references().into_iter().find_map(|ty| faulty.get(&ty));
        if let Some((cause, why)) = cause.and_then(|cause| store.settled.faults.get_key_value(cause)) {
            causes.insert(*cause);
            doomed.insert(id, why.clone());
        }
    }
    causes
}

fn drop_operations(store: &mut Store, doomed: Doomed, sink: &Sink) {
    if doomed.is_empty() {
        return;
    }
    let api = &mut store.api;
    let mut kept = HashMap::new();
    let mut operations = Vec::new();
    for (index, operation) in std::mem::take(&mut api.operations).into_iter().enumerate() {
        let id = OperationId(index as u32);
        let Some(why) = doomed.get(&id) else {
            kept.insert(id, OperationId(operations.len() as u32));
            operations.push(operation);
            continue;
        };
        sink.report(left_out(why.clone(), operation.method, &operation.path.written, &operation.pointer));
    }
    api.operations = operations;
    for document in &mut api.documents {
        document.operations = document.operations.iter().filter_map(|id| kept.get(id).copied()).collect();
    }
    for ty in api.types.flatten() {
        if let Some(Parent::Operation(id, _)) = &mut ty.parent {
            match kept.get(id) {
                Some(new) => *id = *new,
                // Nothing reaches it any more.
                None => ty.parent = None,
            }
        }
    }
}

fn drop_types(store: &mut Store, faulty: &HashMap<TypeId, TypeId>) {
    let needed = needed(store, faulty);
    if needed.iter().all(|needed| *needed) {
        return;
    }
    let mut kept = HashMap::new();
    for id in store.api.type_ids().filter(|id| needed[id.index()]) {
        kept.insert(id, TypeId(kept.len() as u32));
    }
    let api = &mut store.api;
    let mut index = 0;
    api.types.flatten().retain(|_| {
        index += 1;
        needed[index - 1]
    });
    let new = |id| kept.get(&id).copied().unwrap_or(id);
    api.types.flatten().iter_mut().for_each(|ty| renumber::in_type(ty, new));
    api.operations.iter_mut().for_each(|operation| renumber::in_operation(operation, new));
}

/// The types that stay: those that an operation or a definition reaches.
fn needed(store: &Store, faulty: &HashMap<TypeId, TypeId>) -> Vec<bool> {
    let api: &Api = &store.api;
    let mut needed = vec![false; api.types.len()];
    let mut next: Vec<TypeId> =
        store.settled.shared.values().map(|shared| shared.id).filter(|id| !faulty.contains_key(id)).collect();
    need(api, &mut next, &mut needed);
    for operation in &api.operations {
        next.extend(operation.references());
        need(api, &mut next, &mut needed);
    }
    needed
}

/// Notes the types that are next, and those that they reach.
fn need(api: &Api, next: &mut Vec<TypeId>, needed: &mut [bool]) {
    while let Some(id) = next.pop() {
        if !std::mem::replace(&mut needed[id.index()], true) {
            next.extend(api[id].shape.references());
            // The parent gives the name, so it stays even where the type was moved out of it.
            if let Some(Parent::Type(parent, _)) = api[id].parent {
                next.push(parent);
            }
        }
    }
}
