//! A list that others go on from.

use std::collections::HashMap;
use std::fmt;
use std::ops::{Index, IndexMut};
use std::sync::Arc;

use foldhash::fast::RandomState;

/// Those of a list that were changed, by where they are.
type Changed<T> = HashMap<usize, Box<T>, RandomState>;

/// A list that several threads can go on from at no cost: each has what was there as it was, and beside that
/// what it changes and adds.
#[derive(Clone)]
pub struct Layered<T> {
    /// What others may have too.
    below: Arc<Vec<T>>,
    /// Those below that were changed here, by where they are.
    changed: Changed<T>,
    /// What was added here.
    above: Vec<T>,
}

impl<T> Layered<T> {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.below.len() + self.above.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        (0..self.len()).map(|index| &self[index])
    }

    /// Adds one at the end.
    pub fn push(&mut self, item: T) {
        self.above.push(item);
    }

    /// Makes room for so many more.
    pub(crate) fn reserve(&mut self, more: usize) {
        self.above.reserve(more);
    }

    /// Where those are that others know and that were changed here.
    pub(crate) fn changed(&self) -> impl Iterator<Item = usize> {
        self.changed.keys().copied()
    }

    /// Changes one that others know.
    pub(crate) fn replace(&mut self, index: usize, item: Box<T>) {
        self.changed.insert(index, item);
    }

    /// What was changed, and what was added: all that others don't know.
    pub(crate) fn into_new(self) -> (Changed<T>, Vec<T>) {
        (self.changed, self.above)
    }
}

impl<T: Clone> Layered<T> {
    /// One list, of which nobody else has a part. That costs a copy only while somebody has.
    pub fn flatten(&mut self) -> &mut Vec<T> {
        if self.below.is_empty() {
            self.below = Arc::new(std::mem::take(&mut self.above));
        }
        let all = Arc::make_mut(&mut self.below);
        for (index, item) in self.changed.drain() {
            all[index] = *item;
        }
        all.append(&mut self.above);
        all
    }

    /// A list that goes on from this one, if this one is flat; from what is below it otherwise.
    pub(crate) fn apart(&self) -> Self {
        Self { below: Arc::clone(&self.below), ..Self::default() }
    }
}

impl<T> Default for Layered<T> {
    fn default() -> Self {
        Self { below: Arc::default(), changed: HashMap::default(), above: Vec::new() }
    }
}

impl<T> Index<usize> for Layered<T> {
    type Output = T;

    fn index(&self, index: usize) -> &T {
        match index.checked_sub(self.below.len()) {
            Some(above) => &self.above[above],
            None => match self.changed.get(&index) {
                Some(changed) => changed,
                None => &self.below[index],
            },
        }
    }
}

impl<T: Clone> IndexMut<usize> for Layered<T> {
    fn index_mut(&mut self, index: usize) -> &mut T {
        match index.checked_sub(self.below.len()) {
            Some(above) => &mut self.above[above],
            None => self.changed.entry(index).or_insert_with(|| Box::new(self.below[index].clone())),
        }
    }
}

impl<T: fmt::Debug> fmt::Debug for Layered<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_goes_on_from_a_list_changes_nothing_of_it() {
        let mut list = Layered::default();
        ["a", "b"].into_iter().for_each(|item| list.push(item));
        list.flatten();
        let mut other = list.apart();
        other[1] = "changed";
        other.push("added");
        assert_eq!(format!("{list:?} {other:?}"), r#"["a", "b"] ["a", "changed", "added"]"#);
        assert_eq!((other.len(), other.changed().collect::<Vec<_>>()), (3, vec![1]));
        assert_eq!(other.flatten(), &["a", "changed", "added"]);
        assert_eq!(other.changed().count(), 0);
        assert_eq!(list.flatten(), &["a", "b"]);
    }
}
