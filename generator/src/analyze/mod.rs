//! Facts over an API that no single part of it tells: which fields need a box, who sends and who
//! receives a type, which operation hides another, what the generated crate depends on.

mod constraints;
mod cycles;
mod direction;
mod endless;
mod matching;
mod nesting;
mod numbers;
mod parts;
mod reach;
pub mod sample;
mod shadows;
mod texts;

#[cfg(test)]
mod tests;

pub use constraints::{default_of_field, default_of_parameter, effective};
pub use direction::Direction;
pub(crate) use nesting::longest as longest_nesting;
pub use parts::Parts;
pub use reach::Reach;
pub use shadows::{hidden, shadowed};
pub use texts::texts;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::api::{Api, OperationId, Shape, Type, TypeId};

/// What is known about the types of an API.
#[derive(Debug, Clone)]
pub struct Facts {
    boxed: HashSet<(TypeId, usize)>,
    endless: HashSet<TypeId>,
    directions: Vec<Direction>,
    streams: Vec<bool>,
    constrained: Vec<bool>,
    nesting: usize,
    shadowed: BTreeMap<OperationId, OperationId>,
    hidden: BTreeMap<OperationId, OperationId>,
    contested: BTreeSet<OperationId>,
    /// What the generated crate needs beside its core.
    pub parts: Parts,
}

impl Facts {
    /// Looks at all types and operations.
    pub fn of(api: &Api) -> Self {
        let directions = direction::of_types(api);
        let constrained = constraints::constrained(api, &directions);
        Self {
            boxed: cycles::boxed(api),
            endless: endless::endless(api),
            directions,
            streams: holders(api, |ty| matches!(ty.shape, Shape::Bytes)),
            nesting: nesting::longest(api).map_or(0, |(_, length)| length),
            shadowed: shadowed(api),
            hidden: hidden(api),
            contested: shadows::contested(api),
            parts: Parts::of(api, &constrained),
            constrained,
        }
    }

    /// Whether the property at `index` of an object needs a box, because the object would hold
    /// itself. Lists, maps and unions are behind a pointer anyway and end such a cycle.
    pub fn is_boxed(&self, owner: TypeId, index: usize) -> bool {
        self.boxed.contains(&(owner, index))
    }

    /// Whether a definition is a list or a map that holds itself, which an alias can't say.
    pub fn is_endless(&self, id: TypeId) -> bool {
        self.endless.contains(&id)
    }

    /// Who sends a type.
    pub fn direction(&self, id: TypeId) -> Direction {
        self.directions[id.index()]
    }

    /// Whether values hold a stream of bytes, which can be neither compared nor cloned.
    pub fn streams(&self, id: TypeId) -> bool {
        self.streams[id.index()]
    }

    /// Whether a server asks more of values of a type, or of what they hold, than their shape.
    pub fn is_constrained(&self, id: TypeId) -> bool {
        self.constrained[id.index()]
    }

    /// Whether a server answers with an earlier operation instead of this one.
    pub fn is_shadowed(&self, id: OperationId) -> bool {
        self.shadowed.contains_key(&id)
    }

    /// The earlier operation of the same document that a server answers with instead of this one,
    /// which has no place in the document's trait.
    pub fn hidden_by(&self, id: OperationId) -> Option<OperationId> {
        self.hidden.get(&id).copied()
    }

    /// Whether a server answers some of its requests with another operation of the same path.
    pub fn is_contested(&self, id: OperationId) -> bool {
        self.contested.contains(&id)
    }

    /// How many types the longest chain of types within types has.
    pub fn nesting(&self) -> usize {
        self.nesting
    }

    /// The `recursion_limit` that the generated crate needs, and that of any crate that uses it,
    /// where the compiler's own does not do: it gives up on about 64 types within each other.
    pub fn recursion_limit(&self) -> Option<usize> {
        const ENOUGH_FOR: usize = 48;
        (self.nesting > ENOUGH_FOR).then(|| (self.nesting * 4).next_power_of_two())
    }
}

/// For each type, whether it, or a type that it holds however deep, is such a one.
fn holders(api: &Api, is: impl Fn(&Type) -> bool) -> Vec<bool> {
    let mut holders = vec![Vec::new(); api.types.len()];
    for id in api.type_ids() {
        for held in api[id].shape.references() {
            holders[held.index()].push(id);
        }
    }
    let mut found = vec![false; api.types.len()];
    let mut next: Vec<TypeId> = api.type_ids().filter(|id| is(&api[*id])).collect();
    while let Some(id) = next.pop() {
        if !std::mem::replace(&mut found[id.index()], true) {
            next.extend(&holders[id.index()]);
        }
    }
    found
}
