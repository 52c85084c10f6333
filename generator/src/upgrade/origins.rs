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
    /// The places in each section, without what all of them begin with: a path item, or a component.
    sections: HashMap<String, Section, RandomState>,
    places: usize,
}

type Section = HashMap<String, Pointer, RandomState>;

impl Origins {
    /// Nothing but the root of the document.
    pub fn new(root: Pointer) -> Self {
        Self { root, sections: HashMap::default(), places: 0 }
    }

    /// Says that the part at `new` was made from `old`.
    pub fn record(&mut self, new: &str, old: &Pointer) {
        let (section, place) = parted(new);
        let places = match self.sections.get_mut(section) {
            Some(places) => places,
            None => self.sections.entry(section.to_owned()).or_default(),
        };
        self.places += usize::from(places.insert(place.to_owned(), old.clone()).is_none());
    }

    /// Adds what was recorded apart: mostly whole sections.
    pub(super) fn extend(&mut self, share: Self) {
        self.sections.reserve(share.sections.len());
        for (section, places) in share.sections {
            let known = self.sections.entry(section).or_default();
            let before = known.len();
            if known.is_empty() {
                *known = places;
            } else {
                known.extend(places);
            }
            self.places += known.len() - before;
        }
    }

    /// What the part at `new`, or the nearest recorded part around it, was made from.
    pub fn get(&self, new: &str) -> Pointer {
        let mut place = new;
        loop {
            if let Some(old) = self.get_exact(place) {
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
        let (section, place) = parted(new);
        self.sections.get(section)?.get(place)
    }

    /// All that was recorded, in no order.
    #[cfg(test)]
    pub(super) fn iter(&self) -> impl Iterator<Item = (String, &Pointer)> {
        self.sections.iter().flat_map(|(section, places)| {
            places.iter().map(move |(place, old)| (format!("{section}{place}"), old))
        })
    }

    /// How many places were recorded.
    pub fn len(&self) -> usize {
        self.places
    }

    /// Whether nothing was recorded.
    pub fn is_empty(&self) -> bool {
        self.places == 0
    }
}

/// The section of a place, `/paths/~1login` or `/components/schemas/Pet`, and the place in it.
fn parted(place: &str) -> (&str, &str) {
    let names = if place.starts_with("/components/") { 3 } else { 2 };
    let end = place.match_indices('/').nth(names);
    place.split_at(end.map_or(place.len(), |(end, _)| end))
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

    #[test]
    fn sections_are_path_items_and_components() {
        assert_eq!(parted("/paths/~1login/post/requestBody"), ("/paths/~1login", "/post/requestBody"));
        assert_eq!(parted("/components/schemas/Pet/items"), ("/components/schemas/Pet", "/items"));
        assert_eq!(parted("/components/schemas"), ("/components/schemas", ""));
        assert_eq!(parted("/security/0"), ("/security/0", ""));
        assert_eq!(parted(""), ("", ""));
    }

    #[test]
    fn what_was_recorded_apart_is_there_too() {
        let file = FileId(0);
        let recorded = |places: &[(&str, &str)]| {
            let mut origins = Origins::new(Pointer::root(file));
            places.iter().for_each(|(new, old)| origins.record(new, &Pointer::new(file, old)));
            origins
        };
        let mut all = recorded(&[("/paths", "/p"), ("/paths/~1a/get", "/a"), ("/paths/~1b", "/b")]);
        all.extend(recorded(&[("/paths/~1a/get", "/c"), ("/paths/~1a/put", "/d"), ("/info", "/e")]));
        assert_eq!(all.len(), 5);
        assert_eq!(all.get("/paths/~1a/get"), Pointer::new(file, "/c"));
        assert_eq!(all.get("/paths/~1a/put/tags"), Pointer::new(file, "/d"));
        assert_eq!(all.get("/paths/~1c/get"), Pointer::new(file, "/p"));
    }
}
