//! How deep types are within types. The compiler walks them so, and gives up at some depth.

use crate::api::{Api, TypeId};

/// The longest chain of types within types: the type it begins with, and how many it has. The types of
/// a cycle count once each.
///
/// Tarjan's algorithm, with its own stack, gives the cycles in an order in which what is held
/// comes before what holds it.
pub(crate) fn longest(api: &Api) -> Option<(TypeId, usize)> {
    let mut walk = Walk {
        held: api.type_ids().map(|id| api[id].shape.references()).collect(),
        order: vec![None; api.types.len()],
        low: vec![0; api.types.len()],
        open: Vec::new(),
        is_open: vec![false; api.types.len()],
        depth: vec![0; api.types.len()],
        count: 0,
    };
    for id in api.type_ids() {
        walk.from(id);
    }
    api.type_ids().zip(walk.depth).max_by_key(|(_, depth)| *depth)
}

struct Walk {
    held: Vec<Vec<TypeId>>,
    order: Vec<Option<usize>>,
    low: Vec<usize>,
    open: Vec<TypeId>,
    is_open: Vec<bool>,
    depth: Vec<usize>,
    count: usize,
}

impl Walk {
    fn from(&mut self, start: TypeId) {
        let mut path: Vec<(TypeId, usize)> = Vec::new();
        self.enter(start, &mut path);
        while let Some((id, next)) = path.last_mut() {
            let id = *id;
            if let Some(held) = self.held[id.index()].get(*next).copied() {
                *next += 1;
                match self.order[held.index()] {
                    None => self.enter(held, &mut path),
                    Some(order) if self.is_open[held.index()] => self.lower(id, order),
                    Some(_) => {}
                }
                continue;
            }
            path.pop();
            let low = self.low[id.index()];
            if let Some((holder, _)) = path.last() {
                self.lower(*holder, low);
            }
            if self.order[id.index()] == Some(low) {
                self.close(id);
            }
        }
    }

    fn enter(&mut self, id: TypeId, path: &mut Vec<(TypeId, usize)>) {
        if self.order[id.index()].is_none() {
            self.order[id.index()] = Some(self.count);
            self.low[id.index()] = self.count;
            self.count += 1;
            self.open.push(id);
            self.is_open[id.index()] = true;
            path.push((id, 0));
        }
    }

    fn lower(&mut self, id: TypeId, order: usize) {
        self.low[id.index()] = self.low[id.index()].min(order);
    }

    /// All that was entered since `root` and is open makes a cycle with it.
    fn close(&mut self, root: TypeId) {
        let start = self.open.iter().rposition(|id| *id == root).unwrap_or(0);
        let cycle = self.open.split_off(start);
        let below = cycle.iter().flat_map(|id| &self.held[id.index()]).map(|held| self.depth[held.index()]);
        let depth = below.max().unwrap_or(0) + cycle.len();
        for id in cycle {
            self.is_open[id.index()] = false;
            self.depth[id.index()] = depth;
        }
    }
}
