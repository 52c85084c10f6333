//! Where a walk over a tree is: a list on the stack, which costs nothing until something is found.

use crate::source::Pointer;

/// A place below another one.
#[derive(Clone, Copy)]
pub(super) enum Trail<'t> {
    Start(&'t Pointer),
    Key(&'t Trail<'t>, &'t str),
    Index(&'t Trail<'t>, usize),
}

impl Trail<'_> {
    pub(super) fn pointer(&self) -> Pointer {
        match self {
            Self::Start(pointer) => (*pointer).clone(),
            Self::Key(parent, key) => parent.pointer().child(key),
            Self::Index(parent, index) => parent.pointer().index(*index),
        }
    }

    /// The name of the value: the nearest key.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Start(pointer) => pointer.last().unwrap_or_default().into_owned(),
            Self::Key(_, key) => (*key).to_owned(),
            Self::Index(parent, _) => parent.name(),
        }
    }
}
