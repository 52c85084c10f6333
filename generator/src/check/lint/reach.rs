//! What operations need: everything that references lead to from them.

use std::collections::HashSet;

use serde_json::Value;

use super::trail::Trail;
use crate::diagnostic::Sink;
use crate::source::{Node, Pointer, Sources};
use crate::swagger::is_extension;

/// A walk along references.
pub(super) struct Reach<'a, 'l> {
    sources: &'a Sources<'l>,
    /// What was wrong with references has been said.
    silence: Sink,
    /// What references lead to, and what that is a part of.
    reached: HashSet<Pointer>,
    seen: HashSet<Pointer>,
    queue: Vec<Pointer>,
}

/// Members that are data.
const CLOSED: &[&str] = &["example", "default", "examples", "enum", "const", "value"];

/// Members of a document that are there to be referred to.
const KEPT: &[&str] = &["definitions", "parameters", "responses", "securityDefinitions", "components"];

/// Members from names of the author's own to parts of the document.
const NAMED: &[&str] = &["properties", "patternProperties", "headers", "$defs", "responses", "paths"];

impl<'a, 'l> Reach<'a, 'l> {
    pub(super) fn new(sources: &'a Sources<'l>) -> Self {
        Self {
            sources,
            silence: Sink::new(),
            reached: HashSet::new(),
            seen: HashSet::new(),
            queue: Vec::new(),
        }
    }

    /// Goes everywhere that leads from a document, but for the parts that wait for a reference.
    pub(super) fn follow_operations(&mut self, root: &Node<'_>) {
        for (key, node) in root.entries().filter(|(key, _)| !KEPT.contains(key)) {
            if !is_extension(key) || key == "x-ms-paths" {
                self.value(node.value, Trail::Start(&node.pointer), NAMED.contains(&key));
            }
        }
        self.run();
    }

    /// Those of some definitions to which nothing leads. One that extends a used one that has a
    /// `discriminator` is an alternative of it, and used wherever that is.
    pub(super) fn unreached<'p>(&mut self, entries: &'p [Pointer]) -> Vec<&'p Pointer> {
        loop {
            let unused: Vec<_> = entries.iter().filter(|entry| !self.reached.contains(entry)).collect();
            let alternatives: Vec<_> = unused.iter().filter(|entry| self.is_alternative(entry)).collect();
            if alternatives.is_empty() {
                return unused;
            }
            alternatives.into_iter().for_each(|entry| self.later((*entry).clone()));
            self.run();
        }
    }

    fn is_alternative(&self, entry: &Pointer) -> bool {
        let Some(node) = self.sources.node(entry) else { return false };
        let mut bases = self.bases(&node);
        bases.any(|base| self.reached.contains(&base.pointer) && self.is_discriminated(&base, 0))
    }

    /// Whether a schema, or one that it extends, has a `discriminator`.
    fn is_discriminated(&self, node: &Node<'a>, depth: usize) -> bool {
        const DEPTH: usize = 32;
        node.get("discriminator").is_some()
            || depth < DEPTH && self.bases(node).any(|base| self.is_discriminated(&base, depth + 1))
    }

    fn bases(&self, node: &Node<'a>) -> impl Iterator<Item = Node<'a>> {
        let all_of = node.get("allOf").into_iter().flat_map(|list| list.items().collect::<Vec<_>>());
        all_of.filter_map(|base| self.sources.resolve_chain(&base.pointer, base.reference()?, &self.silence))
    }

    fn run(&mut self) {
        while let Some(pointer) = self.queue.pop() {
            if let Some(node) = self.sources.node(&pointer) {
                self.value(node.value, Trail::Start(&pointer), false);
            }
        }
    }

    fn later(&mut self, pointer: Pointer) {
        if !self.seen.insert(pointer.clone()) {
            return;
        }
        let mut whole = Some(pointer.clone());
        while let Some(part) = whole.take().filter(|part| !self.reached.contains(part)) {
            whole = part.parent();
            self.reached.insert(part);
        }
        self.queue.push(pointer);
    }

    /// `named` says that the members of the value are named by the author.
    fn value(&mut self, value: &Value, at: Trail<'_>, named: bool) {
        match value {
            Value::Array(elements) => {
                for (index, element) in elements.iter().enumerate() {
                    self.value(element, Trail::Index(&at, index), false);
                }
            }
            Value::Object(members) => {
                if let Some(Value::String(reference)) = members.get("$ref") {
                    self.reference(reference, at);
                }
                for (key, member) in members {
                    let here = Trail::Key(&at, key);
                    match key.as_str() {
                        _ if named => self.value(member, here, false),
                        "mapping" => self.mapping(member, at),
                        key if CLOSED.contains(&key) || is_extension(key) => {}
                        key => self.value(member, here, NAMED.contains(&key)),
                    }
                }
            }
            _ => {}
        }
    }

    fn reference(&mut self, reference: &str, at: Trail<'_>) {
        if let Some(target) = self.sources.resolve(&at.pointer(), reference, &self.silence) {
            self.later(target);
        }
    }

    /// The alternatives of a discriminator, by reference or by name (OpenAPI 3).
    fn mapping(&mut self, mapping: &Value, at: Trail<'_>) {
        for target in mapping.as_object().into_iter().flatten().filter_map(|(_, target)| target.as_str()) {
            let named = format!("#/components/schemas/{target}");
            self.reference(if target.contains(['/', '#', '.']) { target } else { &named }, at);
        }
    }
}
