//! The words of each kind of part.

use std::sync::Arc;

use openapiv3::{Contact, ExternalDocumentation, Info, Operation, SchemaData, Tag};

use crate::api::Docs;

/// The words of a document.
pub(super) fn of_info(info: &Info, external: Option<&ExternalDocumentation>) -> Docs {
    Docs {
        summary: text(Some(&info.title)),
        description: described(info.description.as_ref()),
        external: external.map(link),
        deprecated: false,
    }
}

/// Whom to ask.
pub(super) fn of_contact(contact: &Contact) -> impl Iterator<Item = String> {
    let all = [&contact.name, &contact.url, &contact.email];
    all.into_iter().filter_map(|words| text(words.as_ref()))
}

/// The name of a tag, and the words about it.
pub(super) fn of_tag(tag: &Tag) -> (String, Docs) {
    let external = tag.external_docs.as_ref().map(link);
    let docs = Docs { description: described(tag.description.as_ref()), external, ..Docs::default() };
    (tag.name.clone(), docs)
}

/// The words of an operation.
pub(super) fn of_operation(operation: &Operation) -> Docs {
    Docs {
        summary: text(operation.summary.as_ref()),
        description: described(operation.description.as_ref()),
        external: operation.external_docs.as_ref().map(link),
        deprecated: operation.deprecated,
    }
}

/// The words of a schema.
pub(super) fn of_schema(data: &SchemaData) -> Docs {
    Docs {
        summary: text(data.title.as_ref()),
        description: described(data.description.as_ref()),
        external: data.external_docs.as_ref().map(link),
        deprecated: data.deprecated,
    }
}

/// The words of a part that has nothing but a description.
pub(super) fn of_description(description: Option<&String>, deprecated: bool) -> Docs {
    Docs { description: described(description), deprecated, ..Docs::default() }
}

fn link(external: &ExternalDocumentation) -> (Option<String>, String) {
    (text(external.description.as_ref()), external.url.clone())
}

fn described(words: Option<&String>) -> Option<Arc<str>> {
    said(words).map(Arc::from)
}

fn text(words: Option<&String>) -> Option<String> {
    said(words).map(str::to_owned)
}

/// Blank words are none.
fn said(words: Option<&String>) -> Option<&str> {
    words.map(String::as_str).filter(|words| !words.trim().is_empty())
}
