//! Values of the wrong type.

use crate::mutation::{Edit, Kind};
use crate::noun::Noun;
use crate::place::Place;
use crate::text::Lines;

/// A text or a number where an object or a list has to be.
pub(super) const NO_OBJECT: Kind = Kind {
    name: "a scalar in place of an object or a list",
    fits: |place| place.noun != Noun::Data && (place.value.is_object() || place.value.is_array()),
    make: |place, text, rng| instead(place, text, rng.choice(["12", "none"])?),
    breaks_syntax: false,
};

/// A list or an object in place of a text, a word in place of a number or a flag.
pub(super) const NO_SCALAR: Kind = Kind {
    name: "a scalar of the wrong type",
    fits: |place| matches!(place.noun, Noun::Text | Noun::Flag | Noun::Number) && !place.value.is_array(),
    make: |place, text, rng| {
        let wrong = match place.noun {
            Noun::Text => rng.choice(["[]", "{}", "[one, two]"])?,
            Noun::Flag => rng.choice(["maybe", "12", "[]"])?,
            _ => rng.choice(["many", "true", "[]"])?,
        };
        instead(place, text, wrong)
    },
    breaks_syntax: false,
};

/// Another value behind the key.
fn instead(place: &Place, text: &str, value: &str) -> Option<Edit> {
    let (lines, (_, at)) = (Lines::new(text), place.key.as_ref()?);
    if !lines.leads(at.start) {
        return None;
    }
    let block = lines.block(at.start);
    let head = &lines.all[block.start][..lines.column(at.end)];
    Some(Edit { text: lines.with(block.clone(), &[format!("{head}: {value}")]), lines: vec![block.start] })
}
