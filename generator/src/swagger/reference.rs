//! Reference Objects (Swagger 2.0, "Reference Object"; JSON Reference).

use crate::source::{Node, Pointer};

/// A `$ref`, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The object that holds the `$ref`.
    pub pointer: Pointer,
    /// The value of `$ref`, relative to the file of [`Self::pointer`].
    pub text: String,
}

impl Reference {
    /// The reference that `node` is, if it is one.
    pub(crate) fn read(node: &Node<'_>) -> Option<Self> {
        Some(Self { pointer: node.pointer.clone(), text: node.reference()?.to_owned() })
    }
}

/// A thing, or a reference to one.
#[derive(Debug, Clone)]
pub enum OrReference<T> {
    /// The thing itself.
    Item(T),
    /// A reference to it. Members beside `$ref` have no meaning here.
    Reference(Reference),
}
