//! Operations are lowered by several threads, as if one had lowered them in their order.
//!
//! All definitions are read before any operation, so that operations need nothing of each other but
//! what they share: types that are written outside of their path items. Each thread lowers a share of
//! them, apart, and then the shares are joined in their order. One that is not as it would be if it were
//! lowered after those before it is lowered again; so what comes out does not depend on how many threads
//! there are. See [`crate::upgrade::shares`], which is the same for the upgrade.

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use super::apart::Known;
use super::operation::Entry;
use super::schema::{Conflict, MOST_EXTENSIONS};
use super::scope::{Given, Scope};
use super::store::Store;
use crate::diagnostic::Sink;
use crate::upgrade::shares;

/// What a share begins with, and after it is lowered what came of it.
struct Share<'a> {
    given: Given<'a>,
    known: Known,
    store: Store,
    findings: Sink,
    conflicts: Vec<Conflict>,
    extensions: usize,
}

impl<'a> Scope<'a> {
    /// Lowers operations, by several threads if that is faster.
    pub(super) fn lower_operations(&mut self, entries: &[Entry<'a>]) {
        if !shares::are_worth_it(entries.len()) {
            return self.each_operation(entries);
        }
        let shares: Vec<_> = shares::of(entries).map(|entries| (entries, self.share())).collect();
        let lowered = shares.into_par_iter().map(|(entries, share)| (entries, share.lowered(entries)));
        for (entries, share) in lowered.collect::<Vec<_>>() {
            if !self.join(share) {
                self.each_operation(entries);
            }
        }
    }

    fn share(&self) -> Share<'a> {
        Share {
            given: self.given.clone(),
            known: self.store.known(),
            store: self.store.apart(),
            findings: self.sink.apart(),
            conflicts: Vec::new(),
            extensions: 0,
        }
    }

    /// Adds what came of a share to the rest. Says whether it was as it would be if it had been lowered here
    /// and now; where it was not, nothing was added.
    fn join(&mut self, share: Share<'a>) -> bool {
        let Share { known, store, findings, conflicts, extensions, .. } = share;
        let agrees = findings.is_complete()
            && self.extensions + extensions <= MOST_EXTENSIONS
            && self.store.agrees(&store, known);
        if agrees {
            let ids = self.store.join(store, known);
            let renumbered = |conflict: Conflict| conflict.renumbered(|id| ids.of_type(id));
            self.sink.absorb(findings);
            self.extensions += extensions;
            self.conflicts.extend(conflicts.into_iter().map(renumbered));
        }
        agrees
    }
}

impl<'a> Share<'a> {
    fn lowered(mut self, entries: &[Entry<'a>]) -> Self {
        let mut scope = Scope::new(self.given.clone(), &self.findings, &mut self.store);
        scope.each_operation(entries);
        (self.conflicts, self.extensions) = (scope.conflicts, scope.extensions);
        self
    }
}
