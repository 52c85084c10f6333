//! Which members of an object have come: one that comes again is an error, also where the first was `null`.

/// The places of members in their table.
#[derive(Default)]
pub(super) struct Seen {
    /// A bit for each of the first 64. Few objects have more.
    first: u64,
    more: Vec<usize>,
}

impl Seen {
    /// Notes a member, and tells whether it was there before.
    #[inline]
    pub(super) fn is_again(&mut self, index: usize) -> bool {
        if index >= 64 {
            return self.is_again_of_more(index);
        }
        let bit = 1 << index;
        let is_again = self.first & bit != 0;
        self.first |= bit;
        is_again
    }

    #[inline(never)]
    fn is_again_of_more(&mut self, index: usize) -> bool {
        match self.more.binary_search(&index) {
            Ok(_) => true,
            Err(place) => {
                self.more.insert(place, index);
                false
            }
        }
    }
}
