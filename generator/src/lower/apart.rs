//! Stores for shares of definitions and operations: see [`super::shares`].
//!
//! A share numbers what it finds from where the numbers ended when it began. When it is joined it
//! comes after all shares before it, so that its numbers are moved up.

use std::collections::HashMap;
use std::sync::Arc;

use super::notes::Shared;
use super::renumber;
use super::store::Store;
use crate::api::{Api, Operation, OperationId, Parent, SchemeId, Type, TypeId};
use crate::source::Pointer;

/// What is known where a share begins.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    types: usize,
    schemes: usize,
}

impl Known {
    fn has(self, id: TypeId) -> bool {
        id.index() < self.types
    }
}

/// What the ids of a share are in the store that it is joined to.
pub(super) struct Ids {
    known: Known,
    /// By how much types move up.
    types: u32,
    /// The types of the share that are there already.
    same: HashMap<TypeId, TypeId>,
    operations: u32,
    schemes: Vec<SchemeId>,
}

impl Ids {
    /// The id of a type of the share.
    pub(super) fn of_type(&self, id: TypeId) -> TypeId {
        match self.same.get(&id) {
            Some(same) => *same,
            None if self.known.has(id) => id,
            None => TypeId(id.0 + self.types),
        }
    }

    fn of_scheme(&self, id: SchemeId) -> SchemeId {
        let new = id.index().checked_sub(self.known.schemes);
        new.and_then(|new| self.schemes.get(new)).copied().unwrap_or(id)
    }

    fn give_type(&self, ty: &mut Type) {
        renumber::in_type(ty, |id| self.of_type(id));
        if let Some(Parent::Operation(OperationId(id), _)) = &mut ty.parent {
            *id += self.operations;
        }
    }

    fn give_operation(&self, operation: &mut Operation) {
        renumber::in_operation(operation, |id| self.of_type(id));
        let schemes = operation.security.iter_mut().flat_map(|requirement| &mut requirement.schemes);
        schemes.for_each(|(scheme, _)| *scheme = self.of_scheme(*scheme));
    }
}

impl Store {
    /// What a share goes on from, of this store when it is flat.
    pub(super) fn known(&self) -> Known {
        Known { types: self.api.types.len(), schemes: self.api.schemes.len() }
    }

    /// A store for a share: it knows all types and schemes, and has no operations.
    pub(super) fn apart(&self) -> Self {
        let (types, schemes) = (self.api.types.apart(), self.api.schemes.clone());
        Self {
            api: Api { types, schemes, ..Api::default() },
            settled: Arc::clone(&self.settled),
            undefined: self.undefined.clone(),
            ..Self::default()
        }
    }

    /// Whether no type was changed that others know, but for those that all shares have `made`, which are
    /// in order.
    pub(super) fn changes_only(&self, made: &[TypeId]) -> bool {
        self.api.types.changed().all(|index| made.binary_search(&TypeId(index as u32)).is_ok())
    }

    /// Whether there is no type now that a share would have made otherwise if it had been made here.
    pub(super) fn agrees(&self, share: &Self) -> bool {
        share.notes.shared.iter().all(|(pointer, its)| {
            self.notes.shared.get(pointer).is_none_or(|ours| ours.as_bytes == its.as_bytes)
        })
    }

    /// Adds a share that agrees, and says what its ids are now.
    pub(super) fn join(&mut self, share: Self, known: Known) -> Ids {
        let ids = self.ids_of(&share, known);
        let Self { api: Api { types, operations, .. }, notes, .. } = share;
        let (changed, added) = types.into_new();
        for (index, mut ty) in changed {
            ids.give_type(&mut ty);
            self.api.types.replace(index, ty);
        }
        for mut ty in added {
            ids.give_type(&mut ty);
            self.api.types.push(ty);
        }
        for mut operation in operations {
            ids.give_operation(&mut operation);
            self.api.operations.push(operation);
        }
        for (pointer, its) in notes.shared {
            let ours = Shared { id: ids.of_type(its.id), ..its };
            self.notes.shared.entry(pointer).or_insert(ours);
        }
        for (id, why) in notes.faults {
            self.fault(ids.of_type(id), why);
        }
        ids
    }

    /// The ids of a share; schemes that are new are added.
    fn ids_of(&mut self, share: &Self, known: Known) -> Ids {
        let same = |(pointer, its): (&Pointer, &Shared)| Some((its.id, self.notes.shared.get(pointer)?.id));
        Ids {
            known,
            types: (self.api.types.len() - known.types) as u32,
            same: share.notes.shared.iter().filter_map(same).collect(),
            operations: self.api.operations.len() as u32,
            schemes: (known.schemes..share.api.schemes.len())
                .map(|index| {
                    let scheme = share.api.schemes[index].clone();
                    match share.undefined.contains(&SchemeId(index as u32)) {
                        true => self.placeholder(scheme),
                        false => self.scheme(scheme),
                    }
                })
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::{Role, Shape};
    use crate::source::FileId;

    /// A store of three types, two shares of it, and what they know.
    fn shares() -> (Store, [Store; 2], Known) {
        let mut store = Store::default();
        for key in ["a", "b", "c"] {
            store.allocate(Pointer::new(FileId(0), &format!("/{key}")), None);
        }
        store.flatten();
        let (shares, known) = ([store.apart(), store.apart()], store.known());
        (store, shares, known)
    }

    const ALL: [TypeId; 2] = [TypeId(0), TypeId(1)];

    #[test]
    fn shares_that_make_types_of_their_own_agree() {
        let (mut store, shares, known) = shares();
        for (mut share, made) in shares.into_iter().zip(ALL) {
            let part =
                share.allocate(Pointer::new(FileId(0), "/part"), Some(Parent::Type(made, Role::Items)));
            share.api[made].shape = Shape::Array(part);
            assert!(share.changes_only(&ALL) && store.agrees(&share));
            store.join(share, known);
        }
        let shapes: Vec<_> = store.api.types.iter().map(|ty| ty.shape.clone()).collect();
        let parts = [Shape::Array(TypeId(3)), Shape::Array(TypeId(4)), Shape::Any, Shape::Any, Shape::Any];
        assert_eq!(shapes, parts);
        assert_eq!(store.api[TypeId(4)].parent, Some(Parent::Type(TypeId(1), Role::Items)));
    }

    #[test]
    fn a_share_that_changes_what_others_know_does_not() {
        let (mut store, [mut first, second], _) = shares();
        first.api[TypeId(2)].shape = Shape::Boolean;
        assert!(!first.changes_only(&ALL));
        assert!(second.changes_only(&ALL) && store.changes_only(&ALL));
        store.api[TypeId(2)].shape = Shape::Boolean;
        assert!(!store.changes_only(&ALL));
    }

    #[test]
    fn a_type_that_two_shares_have_met_is_that_of_the_first() {
        let (mut store, shares, known) = shares();
        for mut share in shares {
            let shared = share.allocate(Pointer::new(FileId(1), ""), None);
            share.share(Pointer::new(FileId(1), ""), shared, false);
            assert!(share.changes_only(&[]) && store.agrees(&share));
            let ids = store.join(share, known);
            assert_eq!(ids.of_type(shared), TypeId(3));
        }
    }
}
