//! What is known about types, beside what they are.

use std::collections::{BTreeMap, HashMap, HashSet};

use foldhash::fast::RandomState;

use crate::api::TypeId;
use crate::diagnostic::Diagnostic;
use crate::source::Pointer;

/// A type that several places name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shared {
    pub(super) id: TypeId,
    /// Whether `format: binary` was bytes where it was read.
    pub(super) as_bytes: bool,
}

/// What is known about some types.
#[derive(Debug, Clone, Default)]
pub(super) struct Notes {
    /// Those that several places name, by where they are written.
    pub(super) shared: HashMap<Pointer, Shared, RandomState>,
    /// Those of definitions, which others may name.
    pub(super) definitions: HashSet<TypeId, RandomState>,
    /// Those that could not be had, and why.
    pub(super) faults: BTreeMap<TypeId, Diagnostic>,
}

impl Notes {
    /// Adds what came later.
    pub(super) fn absorb(&mut self, later: Self) {
        self.shared.extend(later.shared);
        self.definitions.extend(later.definitions);
        self.faults.extend(later.faults);
    }
}
