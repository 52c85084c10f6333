//! Keys that are missing, misspelt, or there twice.

use fastrand::Rng;

use crate::mutation::{Edit, Kind};
use crate::noun::Noun;
use crate::place::Place;
use crate::text::{Lines, misspelt, replaced};

/// A key without which an object is none. Where the object begins, its reader looks for it.
pub(super) const DELETED: Kind = Kind {
    name: "a required key is deleted",
    fits: |place| {
        let required = place.holder.required(&place.around);
        place.key.as_ref().is_some_and(|(key, _)| required.contains(&key.as_str()))
    },
    make: |place, text, _| {
        let (lines, (_, at)) = (Lines::new(text), place.key.as_ref()?);
        if !lines.leads(at.start) {
            return None;
        }
        let block = lines.block(at.start);
        let dashes = &lines.all[block.start][..lines.column(at.start)];
        let next =
            lines.all.get(block.end).filter(|next| next.len() - next.trim_start().len() == dashes.len());
        // What follows the dash of a list moves up to it.
        let text = match (dashes.trim().is_empty(), next) {
            (true, _) => lines.with(block, &[]),
            (false, Some(next)) => {
                lines.with(block.start..block.end + 1, &[format!("{dashes}{}", next.trim_start())])
            }
            (false, None) => return None,
        };
        Some(Edit { text, lines: place.head.clone() })
    },
    breaks_syntax: false,
};

/// A key of the specification with a slip in it.
pub(super) const MISSPELT: Kind = Kind {
    name: "a key is misspelt",
    fits: |place| place.key.as_ref().is_some_and(|(key, _)| place.holder.owns(key)),
    make: |place, text, rng| {
        let (key, _) = place.key.as_ref()?;
        let wrong = Some(misspelt(key, rng)).filter(|wrong| !place.holder.owns(wrong))?;
        renamed(place, text, key, &wrong)
    },
    breaks_syntax: false,
};

/// A member again, behind itself or at the end of its object.
pub(super) const TWICE: Kind = Kind {
    name: "a key is there twice",
    fits: |place| place.key.is_some() && place.noun != Noun::Data,
    make: |place, text, _| {
        let (lines, (_, at)) = (Lines::new(text), place.key.as_ref()?);
        if !lines.leads(at.start) {
            return None;
        }
        let block = lines.block(at.start);
        let indent = " ".repeat(lines.column(at.start));
        let mut copy: Vec<String> = lines.all[block.clone()].iter().map(|line| (*line).to_owned()).collect();
        copy[0] = format!("{indent}{}", &copy[0][indent.len()..]);
        Some(Edit { text: lines.with(block.end..block.end, &copy), lines: vec![block.end] })
    },
    breaks_syntax: true,
};

/// A response under what is no status code.
pub(super) const STATUS: Kind = Kind {
    name: "a status code is none",
    fits: |place| place.holder == Noun::Responses && place.noun == Noun::Response,
    make: |place, text, rng| {
        let (key, _) = place.key.as_ref()?;
        let wrong = match (key.as_str(), rng.usize(..4)) {
            ("default", _) => misspelt(key, rng),
            (_, 0) => format!("{key}0"),
            (_, 1) => key[..2].to_owned(),
            (_, 2) => key.replacen('0', "O", 1),
            _ => format!("{}{}", rng.usize(6..10), &key[1..]),
        };
        renamed(place, text, key, &wrong)
    },
    breaks_syntax: false,
};

/// A placeholder of a path that no parameter has.
pub(super) const PLACEHOLDER: Kind = Kind {
    name: "a placeholder is misspelt",
    fits: |place| {
        place.holder == Noun::Paths && place.key.as_ref().is_some_and(|(path, _)| path.contains('{'))
    },
    make: |place, text, rng| {
        let (path, _) = place.key.as_ref()?;
        let names: Vec<&str> = path.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect();
        let name = rng.choice(names)?;
        let wrong = misspelt(name, rng);
        renamed(place, text, &format!("{{{name}}}"), &format!("{{{wrong}}}"))
    },
    breaks_syntax: false,
};

fn renamed(place: &Place, text: &str, from: &str, to: &str) -> Option<Edit> {
    let (_, at) = place.key.as_ref()?;
    let written = text[at.clone()].replacen(from, to, 1);
    (written != text[at.clone()]).then(|| Edit {
        text: replaced(text, at.clone(), &written),
        lines: vec![Lines::new(text).of(at.start)],
    })
}

/// The place's value on its line, with a slip in it.
pub(super) fn slip(place: &Place, text: &str, word: &str, rng: &mut Rng) -> Option<Edit> {
    let written = text[place.span.clone()].replacen(word, &misspelt(word, rng), 1);
    (written != text[place.span.clone()]).then(|| Edit {
        text: replaced(text, place.span.clone(), &written),
        lines: vec![Lines::new(text).of(place.span.start)],
    })
}
