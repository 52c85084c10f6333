//! Whether `null` stands for a member that is absent, where the document does not allow it.
//!
//! Who reads an answer is lenient: many servers write `null` for what they don't have. A server refuses
//! it, since clients are to keep to the document. The types are the same on both sides and are compiled
//! for one deserializer, so which of the two it is can't be a type; reading never waits, so it is a
//! property of the thread. It is looked at once a `null` has been met: requests without one pay nothing.

use std::cell::Cell;

thread_local! {
    static REFUSED: Cell<bool> = const { Cell::new(false) };
}

/// Whether what is read now is to be as documented.
pub(super) fn are_refused() -> bool {
    REFUSED.get()
}

/// Reads what has to be as documented.
#[cfg(feature = "server")]
pub(crate) fn refusing<T>(read: impl FnOnce() -> T) -> T {
    struct Before(bool);
    impl Drop for Before {
        fn drop(&mut self) {
            REFUSED.set(self.0);
        }
    }

    // Put back by dropping: a type that a user wrote may panic, and its thread goes on.
    let _before = Before(REFUSED.replace(true));
    read()
}
