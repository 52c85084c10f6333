//! Where each value of a file was written, by JSON pointer.
//!
//! Computed only when a diagnostic needs a position (the tree itself has none), by walking the
//! text a second time: [`yaml`] over a parser's events, [`json`] with a scanner. Both are
//! iterative and bounded, and where they stop early, lookups answer with the nearest ancestor.

mod indented;
mod json;
mod yaml;

use std::borrow::Cow;
use std::ops::Range;

use super::read::Syntax;

/// An index into [`Positions`].
type SpotId = usize;

/// Where the values of one file are.
#[derive(Debug, Default)]
pub(super) struct Positions {
    spots: Vec<Spot>,
}

/// One value. All ranges are bytes of the file's text.
#[derive(Debug)]
struct Spot {
    /// The key that names it in the object around it.
    key: Option<Key>,
    value: Range<usize>,
    content: Content,
}

#[derive(Debug)]
struct Key {
    name: Box<str>,
    bytes: Range<usize>,
}

#[derive(Debug)]
enum Content {
    Scalar,
    Array(Vec<SpotId>),
    /// Members in order; a duplicate key is there as often as it was written.
    Object(Vec<SpotId>),
    /// A YAML alias, and what it stands for.
    Alias(SpotId),
}

/// Where a value is, or the nearest value around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) key: Option<Range<usize>>,
    pub(super) value: Range<usize>,
    /// Whether it is the value itself.
    pub(super) exact: bool,
}

/// How deep the walks go; the trees themselves stop at 128.
const DEPTH: usize = 256;

/// How many aliases and merge keys a lookup may pass, since they can lead around in a circle.
const DETOURS: usize = 256;

impl Positions {
    /// Walks a text, up to `most` values. A walk that has to give up leaves what it has seen:
    /// every parent is there before its children.
    pub(super) fn new(text: &str, syntax: Syntax, most: usize) -> Self {
        match syntax {
            Syntax::Json => json::scan(text, most),
            Syntax::Yaml => yaml::scan(text, most),
        }
    }

    /// Where the value at a pointer's tokens is.
    pub(super) fn find<'t>(&self, tokens: impl Iterator<Item = Cow<'t, str>>) -> Option<Found> {
        let mut spot = self.spots.first()?;
        let mut exact = true;
        for token in tokens {
            match self.child(spot, &token, &mut { DETOURS }) {
                Some(child) => spot = child,
                None => {
                    exact = false;
                    break;
                }
            }
        }
        Some(Found { key: spot.key.as_ref().map(|key| key.bytes.clone()), value: spot.value.clone(), exact })
    }

    /// Every place in which the key of a member stands, the first one first.
    pub(super) fn occurrences<'t>(&self, mut tokens: Vec<Cow<'t, str>>) -> Vec<Range<usize>> {
        let Some(name) = tokens.pop() else { return Vec::new() };
        let Some(mut spot) = self.spots.first() else { return Vec::new() };
        for token in &tokens {
            match self.child(spot, token, &mut { DETOURS }) {
                Some(child) => spot = child,
                None => return Vec::new(),
            }
        }
        let Some(Content::Object(members)) = self.content(spot, &mut { DETOURS }) else { return Vec::new() };
        let keys = members.iter().filter_map(|id| self.spots.get(*id)?.key.as_ref());
        keys.filter(|key| *key.name == *name).map(|key| key.bytes.clone()).collect()
    }

    fn child<'p>(&'p self, spot: &'p Spot, token: &str, detours: &mut usize) -> Option<&'p Spot> {
        match self.content(spot, detours)? {
            Content::Array(elements) => self.spots.get(*elements.get(token.parse::<usize>().ok()?)?),
            Content::Object(members) => {
                let named = |name| {
                    members.iter().filter_map(|id| self.spots.get(*id)).find(move |spot| spot.is(name))
                };
                named(token).or_else(|| self.merged(named("<<")?, token, detours))
            }
            Content::Scalar | Content::Alias(_) => None,
        }
    }

    /// The member `token` of what a merge key brings in: an object, or several.
    fn merged<'p>(&'p self, merge: &'p Spot, token: &str, detours: &mut usize) -> Option<&'p Spot> {
        match self.content(merge, detours)? {
            Content::Array(objects) => {
                let objects: Vec<&Spot> = objects.iter().filter_map(|id| self.spots.get(*id)).collect();
                objects.into_iter().find_map(|object| self.child(object, token, detours))
            }
            _ => self.child(merge, token, detours),
        }
    }

    /// What a spot holds, behind its aliases.
    fn content<'p>(&'p self, mut spot: &'p Spot, detours: &mut usize) -> Option<&'p Content> {
        loop {
            *detours = detours.checked_sub(1)?;
            match &spot.content {
                Content::Alias(target) => spot = self.spots.get(*target)?,
                content => return Some(content),
            }
        }
    }
}

impl Spot {
    fn is(&self, name: &str) -> bool {
        self.key.as_ref().is_some_and(|key| *key.name == *name)
    }
}

/// Takes the values of a text in the order in which they are written.
struct Builder {
    positions: Positions,
    open: Vec<SpotId>,
    key: Option<Key>,
    most: usize,
}

impl Builder {
    fn new(most: usize) -> Self {
        Self { positions: Positions::default(), open: Vec::new(), key: None, most }
    }

    /// The key of the value that comes next.
    fn key(&mut self, name: &str, bytes: Range<usize>) {
        self.key = Some(Key { name: name.into(), bytes });
    }

    /// Whether what comes next is a key.
    fn wants_key(&self) -> bool {
        let inside = self.open.last().and_then(|id| self.positions.spots.get(*id));
        self.key.is_none() && matches!(inside, Some(Spot { content: Content::Object(_), .. }))
    }

    /// Adds a value to the innermost open one; nothing once there are too many.
    fn add(&mut self, value: Range<usize>, content: Content) -> Option<SpotId> {
        let id = self.positions.spots.len();
        if id >= self.most {
            return None;
        }
        let around = self.open.last().and_then(|id| self.positions.spots.get_mut(*id));
        if let Some(Spot { content: Content::Array(children) | Content::Object(children), .. }) = around {
            children.push(id);
        }
        self.positions.spots.push(Spot { key: self.key.take(), value, content });
        Some(id)
    }

    fn open(&mut self, value: Range<usize>, content: Content) -> Option<SpotId> {
        let id = self.add(value, content)?;
        self.open.push(id);
        (self.open.len() <= DEPTH).then_some(id)
    }

    fn close(&mut self, end: usize) {
        if let Some(spot) = self.open.pop().and_then(|id| self.positions.spots.get_mut(id)) {
            spot.value.end = end.max(spot.value.end);
        }
    }
}
