//! Which bodies a transport reads at once.

/// Most answers have less.
const SMALL: u64 = 64 << 10;

impl super::Body {
    /// Whether a body of this length is small enough to be waited for, whatever limit its reader has.
    pub(crate) fn is_small(length: Option<u64>) -> bool {
        length.is_some_and(|length| length <= SMALL)
    }
}
