//! Documents that several threads may read: nothing in them leads to another file.

use super::super::{Limits, MemoryLoader, Sources};
use crate::diagnostic::Sink;

/// Whether nothing in a document may lead to another file.
fn is_closed(text: &str) -> bool {
    let loader = MemoryLoader::new().with("api.yaml", text);
    let sources = Sources::new(&loader, Limits::default());
    let file = sources.load("api.yaml", None, &Sink::new()).unwrap();
    sources.is_closed(file)
}

#[test]
fn a_document_is_closed_that_refers_to_no_file() {
    assert!(is_closed("a: {$ref: '#/b'}\nb: {mapping: {dog: Dog, cat: '#/Cat', type: object}}"));
    assert!(is_closed("$ref: {type: string}"));
    assert!(!is_closed("a: [{$ref: 'error.yaml'}]"));
    assert!(!is_closed("a: {$ref: Pet}"));
    assert!(!is_closed("a: {mapping: {dog: 'dog.yaml#/Dog'}}"));
}

#[test]
fn a_document_that_an_overlay_is_for_is_not_closed() {
    let overlay = "overlay: 1.0.0\ninfo: {title: '', version: ''}\nactions: []";
    let loader = MemoryLoader::new().with("api.yaml", "a: 1").with("overlay.yaml", overlay);
    let sources = Sources::new(&loader, Limits::default()).with_overlays("api.yaml", ["overlay.yaml"]);
    let file = sources.load("api.yaml", None, &Sink::new()).unwrap();
    assert!(!sources.is_closed(file));
}
