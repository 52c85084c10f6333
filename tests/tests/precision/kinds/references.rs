//! References to nothing.

use crate::kinds::keys::slip;
use crate::mutation::{Edit, Kind};
use crate::noun::Noun;
use crate::place::Place;
use crate::text::{Lines, misspelt, replaced};

/// A slip in the name that a pointer ends in.
pub(super) const POINTER: Kind = Kind {
    name: "a pointer leads to nothing",
    fits: |place| reference(place).is_some_and(|reference| reference.contains('#')),
    make: |place, text, rng| slip(place, text, reference(place)?.rsplit('/').next()?, rng),
    breaks_syntax: false,
};

/// A slip in the name of a file.
pub(super) const FILE: Kind = Kind {
    name: "a reference to no file",
    fits: |place| reference(place).is_some_and(|reference| !reference.starts_with('#')),
    make: |place, text, rng| {
        let file = reference(place)?.split('#').next()?;
        slip(
            place,
            text,
            rng.choice(file.split(['/', '.']).filter(|name| name.len() > 2).collect::<Vec<_>>())?,
            rng,
        )
    },
    breaks_syntax: false,
};

/// A security scheme that is not defined.
pub(super) const SCHEME: Kind = Kind {
    name: "a security scheme is misspelt",
    fits: |place| place.holder == Noun::Requirement,
    make: |place, text, rng| {
        let (name, at) = place.key.as_ref()?;
        let written = text[at.clone()].replacen(name, &misspelt(name, rng), 1);
        (written != text[at.clone()]).then(|| Edit {
            text: replaced(text, at.clone(), &written),
            lines: vec![Lines::new(text).of(at.start)],
        })
    },
    breaks_syntax: false,
};

fn reference(place: &Place) -> Option<&str> {
    let is_reference = place.key.as_ref().is_some_and(|(key, _)| key == "$ref") && place.holder.can_refer();
    place.value.as_str().filter(|_| is_reference)
}
