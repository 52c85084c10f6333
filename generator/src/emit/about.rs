//! What a document says about itself as a whole, for the docs of its module; or for those of the crate,
//! where its tags are the modules.

use super::docs::{Paragraphs, code, line, lines, wrapped};
use super::words;
use crate::api::{Api, Docs, Document, DocumentId};
use crate::source::Pointer;

/// The docs of the module of a document, or of one of its tags.
pub(super) fn module(document: &Document) -> Paragraphs {
    let Some(tag) = &document.tag else {
        return Paragraphs::default().words(document.docs.summary.as_deref()).and(details(document));
    };
    let of = document.docs.summary.as_deref().map(|title| format!(" of {}", line(title)));
    let heading = format!("Operations{} with the tag {}.", of.unwrap_or_default(), code(tag));
    let about_tag = document.about_tag();
    Paragraphs::default()
        .add(wrapped(&heading))
        .words(about_tag.and_then(|docs| docs.description.as_deref()))
        .add(about_tag.map(words::external).unwrap_or_default())
}

/// What the documents say that have no module of their own, because each of their operations is in
/// that of a tag.
pub(super) fn split_documents(api: &Api, documents: &[DocumentId]) -> Paragraphs {
    let is_whole = |pointer: &Pointer| {
        api.documents.iter().any(|other| other.pointer == *pointer && other.tag.is_none())
    };
    let mut parts: Vec<&Document> =
        documents.iter().map(|id| &api[*id]).filter(|document| !is_whole(&document.pointer)).collect();
    parts.dedup_by_key(|document| &document.pointer);
    parts.into_iter().fold(Paragraphs::default(), |paragraphs, document| {
        let title = document.docs.summary.as_deref().unwrap_or(&document.name);
        paragraphs.add([format!("# {}", line(title))]).and(details(document))
    })
}

/// Description, version, servers, terms, contact, license and tags: what there is of them.
fn details(document: &Document) -> Paragraphs {
    let version = Some(document.version.trim()).filter(|version| !version.is_empty());
    let license = document.license.as_ref().map(|(name, url)| match url {
        Some(url) => format!("License: {name}, {url}"),
        None => format!("License: {name}"),
    });
    let terms = document.terms_of_service.as_ref().map(|terms| format!("Terms of service: {terms}"));
    let contact = (!document.contact.is_empty()).then(|| format!("Contact: {}", document.contact.join(", ")));
    let facts = [version.map(|version| format!("Version: {version}")), servers(&document.servers), terms];
    let facts = facts.into_iter().chain([contact, license]).flatten();
    let words = Paragraphs::default()
        .words(document.docs.description.as_deref())
        .add(words::external(&document.docs));
    let facts = facts.fold(words, |paragraphs, fact| paragraphs.add(lines(&fact)));
    match document.tags.is_empty() {
        true => facts,
        false => facts.add(["# Tags".to_owned()]).add(document.tags.iter().map(tag)),
    }
}

/// Where the API is, where the document says more than a path.
pub(super) fn servers(servers: &[String]) -> Option<String> {
    let absolute: Vec<&str> =
        servers.iter().map(String::as_str).filter(|server| server.contains("://")).collect();
    (!absolute.is_empty()).then(|| format!("Servers: {}", absolute.join(", ")))
}

fn tag((name, docs): &(String, Docs)) -> String {
    let words = docs.description.iter().map(|words| line(words)).chain(words::external(docs));
    let words: Vec<String> = words.collect();
    match words.is_empty() {
        true => format!("- {}", code(name)),
        false => format!("- {}: {}", code(name), words.join(" ")),
    }
}
