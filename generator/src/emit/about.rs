//! What a document says about itself as a whole, for the docs of its module.

use super::docs::{Paragraphs, code, line, lines};
use super::words;
use crate::api::{Docs, Document};

/// Version, servers, terms, contact, license and tags: what there is of them.
pub(super) fn document(document: &Document) -> Paragraphs {
    let version = Some(document.version.trim()).filter(|version| !version.is_empty());
    let license = document.license.as_ref().map(|(name, url)| match url {
        Some(url) => format!("License: {name}, {url}"),
        None => format!("License: {name}"),
    });
    let terms = document.terms_of_service.as_ref().map(|terms| format!("Terms of service: {terms}"));
    let contact = (!document.contact.is_empty()).then(|| format!("Contact: {}", document.contact.join(", ")));
    let facts = [version.map(|version| format!("Version: {version}")), servers(&document.servers), terms];
    let facts = facts.into_iter().chain([contact, license]).flatten();
    let facts = facts.fold(Paragraphs::default(), |paragraphs, fact| paragraphs.add(lines(&fact)));
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
