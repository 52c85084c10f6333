//! How many exchanges there were.

use std::sync::atomic::{AtomicU64, Ordering};

/// How many exchanges there were, and after how many the process ends.
pub(crate) struct Exchanges {
    done: AtomicU64,
    last: Option<u64>,
}

impl Exchanges {
    /// None yet. The process ends after so many, where a number is given.
    pub(crate) fn until(last: Option<u64>) -> Self {
        Self { done: AtomicU64::new(0), last }
    }

    /// Counts one more.
    pub(crate) fn add(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if self.last.is_some_and(|last| done >= last) {
            std::process::exit(0);
        }
    }

    /// How many there were.
    pub(crate) fn number(&self) -> u64 {
        self.done.load(Ordering::Relaxed)
    }
}
