//! Reference Objects (Swagger 2.0, "Reference Object"; JSON Reference).

use super::Reader;
use crate::source::{Node, Pointer, member};

/// A `$ref`, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The object that holds the `$ref`.
    pub pointer: Pointer,
    /// The value of `$ref`, relative to the file of [`Self::pointer`].
    pub text: String,
}

/// What is understood beside a `$ref`.
pub(super) const WORDS: &str = "description";

/// The words beside a `$ref`, which are those of the place.
pub(crate) fn words<'s>(reference: &Node<'s>) -> Option<&'s str> {
    member(reference.value, WORDS)?.as_str()
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
    /// A reference to it, with words of its own: only OpenAPI 3.1 says that they are those of what is
    /// referred to, but nobody writes any for nothing.
    Reference(Reference, Option<String>),
}

impl<T> OrReference<T> {
    /// The reference that `node` is, if it is one.
    pub(super) fn reference(node: &Node<'_>, reader: &Reader<'_, '_>) -> Option<Self> {
        let reference = Reference::read(node)?;
        reader.check_reference(node);
        Some(Self::Reference(reference, words(node).map(str::to_owned)))
    }
}
