//! A mistake: what becomes of a text, and on which line.

use std::collections::HashSet;

use fastrand::Rng;

use crate::documents::{Set, tree};
use crate::kinds;
use crate::place::Place;

/// A text with a mistake in it.
#[derive(Debug, Clone)]
pub(crate) struct Edit {
    pub(crate) text: String,
    /// The lines on which a finding is right, from 0.
    pub(crate) lines: Vec<usize>,
}

/// A kind of mistake.
pub(crate) struct Kind {
    pub(crate) name: &'static str,
    /// Whether it can be made at a place.
    pub(crate) fits: fn(&Place) -> bool,
    /// Makes it in the text of the place's file.
    pub(crate) make: fn(&Place, &str, &mut Rng) -> Option<Edit>,
    /// Whether the text is not well-formed any more.
    pub(crate) breaks_syntax: bool,
}

/// A mistake in a file.
pub(crate) struct Mutation {
    pub(crate) kind: &'static str,
    pub(crate) set: usize,
    pub(crate) file: String,
    pub(crate) edit: Edit,
}

/// As many mistakes of each kind, at places that are as likely as each other. None is made twice.
pub(crate) fn mutations(sets: &[Set], places: &[Place], seed: u64, of_each: usize) -> Vec<Mutation> {
    let mut rng = Rng::with_seed(seed);
    let mut seen = HashSet::new();
    let mut mutations = Vec::new();
    for kind in kinds::ALL {
        let fitting: Vec<&Place> = places.iter().filter(|place| (kind.fits)(place)).collect();
        let before = mutations.len();
        // A place where the mistake can't be made after all, or would be none, is passed over.
        for _ in 0..of_each * 100 {
            if mutations.len() - before == of_each {
                break;
            }
            let Some(place) = rng.choice(fitting.iter()) else { break };
            let original = &sets[place.set].files[&place.file];
            let Some(edit) = (kind.make)(place, original, &mut rng) else { continue };
            if is_mistake(kind, &place.file, original, &edit.text) && seen.insert(edit.text.clone()) {
                mutations.push(Mutation { kind: kind.name, set: place.set, file: place.file.clone(), edit });
            }
        }
        assert_eq!(mutations.len() - before, of_each, "there is no room for mistakes of `{}`", kind.name);
    }
    mutations
}

/// Another indentation may say the same, and quotes may be closed elsewhere.
fn is_mistake(kind: &Kind, file: &str, original: &str, text: &str) -> bool {
    match tree(file, text) {
        None => true,
        Some(changed) => !kind.breaks_syntax && tree(file, original) != Some(changed),
    }
}
