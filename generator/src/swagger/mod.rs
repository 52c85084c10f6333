//! Swagger 2.0 as written: the document's own structure, read leniently, one file per noun.
//!
//! Reading never stops at a fault. What can be understood is kept, with the [`Pointer`] it was
//! written at; everything else is a finding. References stay references: what they mean is the
//! upgrade's business, since a target may be in another file and read more than once.

mod collection_format;
mod constraints;
mod document;
mod extensions;
mod external_docs;
mod fields;
mod header;
mod info;
mod kind;
mod later;
mod nouns;
mod operation;
mod parameter;
mod path_item;
mod paths;
mod reader;
mod reference;
mod response;
mod schema;
mod security;
mod tag;

pub use collection_format::CollectionFormat;
pub use constraints::Constraints;
pub use document::Document;
pub use extensions::Extensions;
pub use external_docs::ExternalDocs;
pub use header::Header;
pub use info::{Contact, Info, License};
pub use kind::Kind;
pub use operation::Operation;
pub use parameter::{Location, Parameter};
pub use path_item::PathItem;
pub use reader::Reader;
pub(crate) use reference::words;
pub use reference::{OrReference, Reference};
pub use response::{Example, Response};
pub use schema::{AdditionalProperties, Discriminator, Schema};
pub use security::{Flow, KeyLocation, Scopes, SecurityKind, SecurityRequirement, SecurityScheme};
pub use tag::Tag;

pub(crate) use extensions::{is_extension, is_extension_entry};
pub(crate) use fields::Fields;
pub(crate) use nouns::{Noun, noun};
pub(crate) use paths::{MORE_PATHS, path_items};
pub(crate) use reader::Dialect;

use crate::diagnostic::Sink;
use crate::source::{Node, Sources};

#[cfg(doc)]
use crate::source::Pointer;

/// Reads a Swagger 2.0 document; nothing if `root` is none.
pub fn read<'s>(root: Node<'s>, sources: &'s Sources<'_>, sink: &'s Sink) -> Option<Document<'s>> {
    Document::read(root, &Reader::new(sources, sink))
}
