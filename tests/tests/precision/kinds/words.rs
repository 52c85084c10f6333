//! Words that have a meaning, with a slip in them.

use crate::kinds::keys::slip;
use crate::mutation::Kind;
use crate::noun::Noun;
use crate::place::Place;

/// `type: strng`.
pub(super) const TYPE: Kind = Kind {
    name: "a type is misspelt",
    fits: |place| place.holder.is_typed() && is(place, "type"),
    make: |place, text, rng| slip(place, text, place.value.as_str()?, rng),
    breaks_syntax: false,
};

/// `format: int46`.
pub(super) const FORMAT: Kind = Kind {
    name: "a format is misspelt",
    fits: |place| place.holder.is_typed() && is(place, "format"),
    make: |place, text, rng| slip(place, text, place.value.as_str()?, rng),
    breaks_syntax: false,
};

/// `in: qurey`.
pub(super) const LOCATION: Kind = Kind {
    name: "a place of a parameter is misspelt",
    fits: |place| place.holder == Noun::Parameter && is(place, "in"),
    make: |place, text, rng| slip(place, text, place.value.as_str()?, rng),
    breaks_syntax: false,
};

/// A word of another list of the specification's.
pub(super) const OTHER: Kind = Kind {
    name: "another word is misspelt",
    fits: |place| {
        let keys: &[&str] = match place.holder {
            Noun::Scheme => &["type", "in", "flow"],
            Noun::Document => &["swagger"],
            noun if noun.is_typed() => &["collectionFormat"],
            _ => &[],
        };
        keys.iter().any(|key| is(place, key)) || is_element(place, &["http", "https", "ws", "wss"])
    },
    make: |place, text, rng| slip(place, text, place.value.as_str()?, rng),
    breaks_syntax: false,
};

/// `application/jsno`.
pub(super) const MEDIA_TYPE: Kind = Kind {
    name: "a media type is misspelt",
    fits: |place| {
        is_element(place, &["application/json", "multipart/form-data", "application/x-www-form-urlencoded"])
    },
    make: |place, text, rng| slip(place, text, place.value.as_str()?, rng),
    breaks_syntax: false,
};

fn is(place: &Place, key: &str) -> bool {
    place.value.is_string() && place.key.as_ref().is_some_and(|(name, _)| name == key)
}

fn is_element(place: &Place, words: &[&str]) -> bool {
    place.key.is_none() && place.noun == Noun::Text && words.iter().any(|word| place.value == *word)
}
