//! What each part of the upgraded document was made from.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use crate::source::Pointer;

/// From a place in the upgraded document to the place that a person wrote.
///
/// A place in the upgraded document is the text of a JSON pointer (RFC 6901) into it:
/// `/paths/~1login/post/requestBody`. One that was not recorded came from where its nearest
/// recorded ancestor came from.
#[derive(Debug, Clone)]
pub struct Origins {
    root: Pointer,
    places: HashMap<String, Pointer, RandomState>,
}

impl Origins {
    /// Nothing but the root of the document.
    pub fn new(root: Pointer) -> Self {
        Self { root, places: HashMap::default() }
    }

    /// Says that the part at `new` was made from `old`.
    pub fn record(&mut self, new: impl Into<String>, old: &Pointer) {
        self.places.insert(new.into(), old.clone());
    }

    /// Adds what was recorded apart.
    pub(super) fn extend(&mut self, share: Self) {
        self.places.reserve(share.places.len());
        self.places.extend(share.places);
    }

    /// What the part at `new`, or the nearest recorded part around it, was made from.
    pub fn get(&self, new: &str) -> Pointer {
        let mut place = new;
        loop {
            if let Some(old) = self.places.get(place) {
                return old.clone();
            }
            match place.rsplit_once('/') {
                Some((parent, _)) => place = parent,
                None => return self.root.clone(),
            }
        }
    }

    /// What the part at `new` was made from, if just that was recorded.
    pub fn get_exact(&self, new: &str) -> Option<&Pointer> {
        self.places.get(new)
    }

    /// All that was recorded, in no order.
    #[cfg(test)]
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &Pointer)> {
        self.places.iter().map(|(new, old)| (new.as_str(), old))
    }

    /// How many places were recorded.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether nothing was recorded.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;

    #[test]
    fn a_part_that_was_not_recorded_comes_from_the_nearest_one_around_it() {
        let file = FileId(0);
        let mut origins = Origins::new(Pointer::root(file));
        let parameter = Pointer::new(file, "/paths/~1login/post/parameters/0");
        origins.record("/paths/~1login/post/requestBody", &parameter);

        assert_eq!(origins.get("/paths/~1login/post/requestBody/content/a~1b/schema"), parameter);
        assert_eq!(origins.get("/paths/~1login"), Pointer::root(file));
        assert_eq!(origins.get_exact("/paths/~1login/post/requestBody/content"), None);
    }
}
