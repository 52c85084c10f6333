//! A namespace in which every name is given once.

use std::collections::{HashMap, HashSet};

use super::Ident;

/// The names that are taken in one namespace.
#[derive(Debug, Clone, Default)]
pub(super) struct Scope {
    taken: HashSet<String>,
    /// By a proposal that was taken, the lowest number that may be free.
    next: HashMap<String, u64>,
}

impl Scope {
    /// A scope in which the given names can't be had.
    pub(super) fn reserving<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        Self { taken: names.into_iter().map(str::to_owned).collect(), next: HashMap::new() }
    }

    /// Takes the first of the proposals that is free, and where none is, the last with the
    /// lowest free number from 2 on.
    pub(super) fn take(&mut self, proposals: impl IntoIterator<Item = Ident>) -> Ident {
        let mut last = None;
        for proposal in proposals {
            if self.claim(&proposal) {
                return proposal;
            }
            last = Some(proposal);
        }
        let last = last.unwrap_or_else(|| Ident::new("", super::Case::Camel));
        let mut number = self.next.get(last.plain()).copied().unwrap_or(2);
        loop {
            let numbered = last.with_suffix(&number.to_string());
            number += 1;
            if self.claim(&numbered) {
                self.next.insert(last.plain().to_owned(), number);
                return numbered;
            }
        }
    }

    fn claim(&mut self, name: &Ident) -> bool {
        self.taken.insert(name.plain().to_owned())
    }
}
