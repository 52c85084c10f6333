//! Many things of a document are made by several threads, as if one had made them in their order.
//!
//! Each thread makes a share of them, apart: it knows what was known before all shares, and what it finds or
//! names on the way is its own. Then the shares are joined, in their order. Where one has named a thing
//! otherwise than it would have been after the shares before it, it is made again; so what comes out does not
//! depend on how many threads there are.

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use super::SharedParameters;
use super::schemas::{Schemas, ShareOfSchemas};
use crate::source::Sources;

/// Fewer things are made sooner than handed out.
const FEW: usize = if cfg!(test) { 2 } else { 64 };

/// Whether several threads are faster.
pub(crate) fn are_worth_it(things: usize) -> bool {
    things >= FEW && rayon::current_num_threads() > 1
}

/// The shares of things. Some things are larger than others, hence more shares than threads; but what has to
/// be known by each share is learnt by each.
pub(crate) fn of<T>(things: &[T]) -> impl Iterator<Item = &[T]> {
    things.chunks(things.len().div_ceil(8 * rayon::current_num_threads()).max(FEW / 2))
}

/// What is made of all shares of `things`, each with the share. `schemas` and `parameters` are what is known
/// before, which each share goes on from.
pub(crate) fn made<'t, 'l, T: Sync, M: Send>(
    things: &'t [T],
    schemas: &mut Schemas<'l, '_>,
    parameters: &mut SharedParameters,
    make: impl for<'s> Fn(&'t [T], Schemas<'s, 'l>, SharedParameters) -> (M, Schemas<'s, 'l>, SharedParameters)
    + Sync,
) -> Vec<(&'t [T], M, Share)> {
    let mut apart = || Share { schemas: schemas.apart(), parameters: parameters.apart() };
    let shares: Vec<(&[T], Share)> = of(things).map(|things| (things, apart())).collect();
    let sources = schemas.sources;
    let make = |(things, share): (&'t [T], Share)| {
        let (made, share) = share.made(sources, |schemas, parameters| make(things, schemas, parameters));
        (things, made, share)
    };
    shares.into_par_iter().map(make).collect()
}

/// What a share begins with, and after it is made what came of it for all others: schemas and parameters that
/// were referred to, and findings.
pub(crate) struct Share {
    schemas: ShareOfSchemas,
    parameters: SharedParameters,
}

impl Share {
    fn made<'l, M>(
        self,
        sources: &Sources<'l>,
        make: impl for<'s> FnOnce(Schemas<'s, 'l>, SharedParameters) -> (M, Schemas<'s, 'l>, SharedParameters),
    ) -> (M, Self) {
        let ((made, parameters), schemas) = self.schemas.made(sources, |schemas| {
            let (made, schemas, parameters) = make(schemas, self.parameters);
            ((made, parameters), schemas)
        });
        (made, Self { schemas, parameters })
    }

    /// Adds what came of it to the rest. Says whether it was as it would be if it were made here and now;
    /// where it was not, nothing was added.
    pub(crate) fn join(self, schemas: &mut Schemas<'_, '_>, parameters: &mut SharedParameters) -> bool {
        let agrees = schemas.agrees(&self.schemas) && parameters.agrees(&self.parameters, schemas.sources);
        if agrees {
            schemas.join(self.schemas);
            parameters.join(self.parameters);
        }
        agrees
    }
}
