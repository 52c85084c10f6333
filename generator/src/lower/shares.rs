//! Definitions and operations are lowered by several threads, as if one had lowered them in their order.
//!
//! Definitions that stand alone are read before those that are made from others, and all of them before any
//! operation: so each needs nothing of those beside it but what they share, which are types that are
//! written outside of their path items. Each thread lowers a share of them, apart, and then the shares are
//! joined in their order. One that is not as it would be if it were lowered after those before it is lowered
//! again; so what comes out does not depend on how many threads there are. See [`crate::upgrade::shares`],
//! which is the same for the upgrade.

use std::collections::VecDeque;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use super::apart::Known;
use super::operation::Entry;
use super::schema::{Conflict, MOST_EXTENSIONS, States};
use super::scope::{Given, Scope};
use super::store::Store;
use crate::api::TypeId;
use crate::diagnostic::Sink;
use crate::upgrade::shares;

/// What may be lowered in shares.
#[derive(Clone, Copy)]
pub(super) enum Parts<'e, 'a> {
    /// Definitions that stand alone.
    Definitions(&'e [TypeId]),
    /// Operations, when all definitions are read.
    Operations(&'e [Entry<'a>]),
}

impl<'e> Parts<'e, '_> {
    fn count(self) -> usize {
        match self {
            Self::Definitions(ids) => ids.len(),
            Self::Operations(entries) => entries.len(),
        }
    }

    fn shares(self) -> Vec<Self> {
        match self {
            Self::Definitions(ids) => shares::of(ids).map(Self::Definitions).collect(),
            Self::Operations(entries) => shares::of(entries).map(Self::Operations).collect(),
        }
    }

    /// The types that others know, and that are made here.
    fn types(self) -> &'e [TypeId] {
        match self {
            Self::Definitions(ids) => ids,
            Self::Operations(_) => &[],
        }
    }
}

/// What a share begins with, and after it is lowered what came of it.
struct Share<'a> {
    given: Given<'a>,
    known: Known,
    store: Store,
    findings: Sink,
    waiting: VecDeque<TypeId>,
    states: States<'a>,
    conflicts: Vec<Conflict>,
    extensions: usize,
}

impl<'a> Scope<'a, '_> {
    /// Lowers things, by several threads if that is faster.
    pub(super) fn lower(&mut self, parts: Parts<'_, 'a>) {
        if !shares::are_worth_it(parts.count()) {
            return self.each(parts);
        }
        let all = parts.types();
        self.store.flatten();
        let shares: Vec<_> = parts.shares().into_iter().map(|parts| (parts, self.share(parts))).collect();
        let lowered = shares.into_par_iter().map(|(parts, share)| (parts, share.lowered(parts)));
        let mut is_as_known = true;
        for (parts, share) in lowered.collect::<Vec<_>>() {
            if !(is_as_known && self.join(share, parts, all)) {
                self.each(parts);
                is_as_known = self.store.changes_only(all);
            }
        }
    }

    fn each(&mut self, parts: Parts<'_, 'a>) {
        match parts {
            Parts::Definitions(ids) => ids.iter().for_each(|id| self.complete(*id)),
            Parts::Operations(entries) => self.each_operation(entries),
        }
    }

    fn share(&self, parts: Parts<'_, 'a>) -> Share<'a> {
        let state = |id: &TypeId| Some((*id, self.states.get(id)?.clone()));
        Share {
            given: self.given.clone(),
            known: self.store.known(),
            store: self.store.apart(),
            findings: self.sink.apart(),
            waiting: VecDeque::new(),
            states: parts.types().iter().filter_map(state).collect(),
            conflicts: Vec::new(),
            extensions: 0,
        }
    }

    /// Adds what came of a share to the rest; `all` are the types of all shares. Says whether it was as it would
    /// be if it had been lowered here and now; where it was not, nothing was added.
    fn join(&mut self, share: Share<'a>, parts: Parts<'_, 'a>, all: &[TypeId]) -> bool {
        let Share { known, store, findings, waiting, states, conflicts, extensions, .. } = share;
        let agrees = findings.is_complete()
            && self.extensions + extensions <= MOST_EXTENSIONS
            && store.changes_only(all)
            && self.store.agrees(&store);
        if agrees {
            let ids = self.store.join(store, known);
            let renumbered = |conflict: Conflict| conflict.renumbered(|id| ids.of_type(id));
            self.sink.absorb(findings);
            self.extensions += extensions;
            self.conflicts.extend(conflicts.into_iter().map(renumbered));
            parts.types().iter().for_each(|id| drop(self.states.remove(id)));
            self.states.extend(states.into_iter().map(|(id, state)| (ids.of_type(id), state)));
            self.waiting.extend(waiting.into_iter().map(|id| ids.of_type(id)));
        }
        agrees
    }
}

impl<'a> Share<'a> {
    fn lowered(mut self, parts: Parts<'_, 'a>) -> Self {
        let mut scope = Scope::new(self.given.clone(), &self.findings, &mut self.store);
        scope.states = std::mem::take(&mut self.states);
        scope.each(parts);
        let Scope { waiting, states, conflicts, extensions, .. } = scope;
        Self { waiting, states, conflicts, extensions, ..self }
    }
}
