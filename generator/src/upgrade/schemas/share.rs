//! Schemas that are made apart from others: see [`crate::upgrade::shares`].

use super::keys::SchemaKeys;
use super::{MOST_PARTS, Schemas};
use crate::diagnostic::Sink;
use crate::source::Sources;
use crate::swagger::{Dialect, Reader};
use crate::upgrade::{Origins, shares};

/// What is known before a share of the schemas is made, and after that what came of it, but for the schemas.
pub(crate) struct ShareOfSchemas {
    dialect: Dialect,
    keys: SchemaKeys,
    origins: Origins,
    full: bool,
    findings: Sink,
}

impl ShareOfSchemas {
    /// Makes the share.
    pub(crate) fn made<'l, M>(
        self,
        sources: &Sources<'l>,
        make: impl for<'s> FnOnce(Schemas<'s, 'l>) -> (M, Schemas<'s, 'l>),
    ) -> (M, Self) {
        let Self { dialect, keys, origins, full, findings } = self;
        let (sink, reader) = (&findings, Reader::of(dialect, sources, &findings));
        let (made, schemas) = make(Schemas { reader, sources, sink, keys, origins, full });
        let Schemas { keys, origins, full, .. } = schemas;
        (made, Self { dialect, keys, origins, full, findings })
    }
}

impl Schemas<'_, '_> {
    /// Whether so many things of the document may be made in shares, and are made sooner so. No other file may
    /// belong to it: files are loaded in the order in which they are met.
    pub(crate) fn may_be_shared(&self, things: usize) -> bool {
        shares::are_worth_it(things) && self.sources.is_closed(self.origins.get("").file)
    }

    /// Where a share begins: with what is known now.
    pub(crate) fn apart(&mut self) -> ShareOfSchemas {
        ShareOfSchemas {
            dialect: self.reader.dialect,
            keys: self.keys.apart(),
            origins: Origins::new(self.origins.get("")),
            full: self.full,
            findings: self.sink.apart(),
        }
    }

    /// Whether a share is as it would be if it had been made here and now. Where it is not, the keys that it
    /// asked for first have been made, as they will be when it is made again.
    pub(crate) fn agrees(&mut self, share: &ShareOfSchemas) -> bool {
        let parts = self.origins.len() + share.origins.len();
        let is_whole = !share.full && parts <= MOST_PARTS && share.findings.is_complete();
        is_whole && self.keys.agrees(&share.keys, self.sources)
    }

    /// Adds a share that agrees.
    pub(crate) fn join(&mut self, share: ShareOfSchemas) {
        self.origins.extend(share.origins);
        self.sink.absorb(share.findings);
    }
}
