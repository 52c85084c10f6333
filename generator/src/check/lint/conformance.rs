//! Whether a document is as the grammar has it, to the last value, wherever references lead.

use std::collections::HashSet;

use serde_json::{Map, Value};

use super::grammar::{List, Noun, SWAGGER, Shape, Words};
use super::trail::Trail;
use crate::diagnostic::{
    Code, Diagnostic, FORBIDDEN_VALUE, MISSING_FIELD, MISSPELT, Place, Sink, UNKNOWN_KEY, nearest,
};
use crate::source::{Node, Pointer, Sources, kind};
use crate::swagger::is_extension;

/// Reports what a Swagger 2.0 document may not say. Where a reader has found fault already, nothing
/// is added.
pub(super) fn check(root: &Node<'_>, sources: &Sources<'_>, sink: &Sink) {
    let mut conformance = Conformance {
        sources,
        sink,
        known: sink.breaches(),
        queue: vec![(root.pointer.clone(), &SWAGGER)],
        seen: HashSet::new(),
    };
    while let Some((pointer, shape)) = conformance.queue.pop() {
        if let Some(node) = sources.node(&pointer) {
            conformance.value(node.value, shape, Trail::Start(&pointer));
        }
    }
}

struct Conformance<'a, 'l> {
    sources: &'a Sources<'l>,
    sink: &'a Sink,
    /// Where something is wrong already.
    known: HashSet<Pointer>,
    /// What references lead to: a walk along them would be as deep as the document likes.
    queue: Vec<(Pointer, &'static Shape)>,
    seen: HashSet<(Pointer, *const Shape)>,
}

impl Conformance<'_, '_> {
    fn value(&mut self, value: &Value, shape: &'static Shape, at: Trail<'_>) {
        let can_refer = matches!(
            shape,
            Shape::List(_) | Shape::Map(_) | Shape::Definitions(_) | Shape::Object(_) | Shape::Choice(_)
        );
        if can_refer && let Some(reference) = reference(value) {
            return self.follow(reference, shape, at);
        }
        match (shape, value) {
            (Shape::Any, _) => {}
            (Shape::Choice(choose), _) => self.value(value, choose(value), at),
            (Shape::List(list), Value::Array(elements)) => self.list(list, elements, at),
            (Shape::Object(noun), Value::Object(members)) => self.object(noun, members, at),
            (Shape::Map(shape), Value::Object(members)) => {
                for (name, value) in members {
                    self.value(value, shape, Trail::Key(&at, name));
                }
            }
            (Shape::Definitions(shape), Value::Object(members)) => {
                let pointer = at.pointer();
                members.keys().for_each(|name| self.later(pointer.child(name), shape));
            }
            (Shape::Known(words), Value::String(word)) => self.known_word(word, words, at),
            _ if is_one(value, shape) => {}
            _ => self.wrong(value, shape, at),
        }
    }

    /// What a reference leads to has to be what is wanted here.
    fn follow(&mut self, reference: &str, shape: &'static Shape, at: Trail<'_>) {
        if let Some(target) = self.sources.resolve_chain(&at.pointer(), reference, self.sink) {
            self.later(target.pointer, shape);
        }
    }

    fn later(&mut self, pointer: Pointer, shape: &'static Shape) {
        if self.seen.insert((pointer.clone(), std::ptr::from_ref(shape))) {
            self.queue.push((pointer, shape));
        }
    }

    fn list(&mut self, list: &'static List, elements: &[Value], at: Trail<'_>) {
        if elements.len() < list.least {
            let message = format!("`{}` is empty and must have an element", at.name());
            self.report(&FORBIDDEN_VALUE, Place::Value, at, message);
        }
        let mut distinct = HashSet::new();
        for (index, element) in elements.iter().enumerate() {
            let here = Trail::Index(&at, index);
            if list.distinct && !distinct.insert(element.to_string()) {
                let message = format!("`{}` has `{element}` twice", at.name());
                self.report(&FORBIDDEN_VALUE, Place::Value, here, message);
            }
            self.value(element, &list.of, here);
        }
    }

    fn object(&mut self, noun: &'static Noun, members: &Map<String, Value>, at: Trail<'_>) {
        for (name, value) in members.iter().filter(|(name, _)| !is_extension(name)) {
            let here = Trail::Key(&at, name);
            match noun.member(name) {
                Some(shape) => self.value(value, shape, here),
                None => self.unknown(noun, name, here),
            }
        }
        for name in noun.required.iter().filter(|name| !members.contains_key(**name)) {
            let message = format!("the {} Object has no `{name}`", noun.name);
            self.report(&MISSING_FIELD, Place::Missing, Trail::Key(&at, name), message);
        }
        if let Some(broken) = (noun.rule)(members) {
            self.report(broken.code, Place::Value, Trail::Key(&at, broken.key), broken.message);
        }
        if noun.filled && members.keys().all(|name| is_extension(name)) {
            let message = format!("the {} Object is empty and must have a member", noun.name);
            self.report(&FORBIDDEN_VALUE, Place::Value, at, message);
        }
    }

    fn unknown(&mut self, noun: &Noun, name: &str, at: Trail<'_>) {
        if self.known.contains(&at.pointer()) {
            return;
        }
        let message = format!("the {} Object has no field `{name}`", noun.name);
        let finding = Diagnostic::new(&UNKNOWN_KEY, Place::Key(at.pointer()), message);
        self.sink.report(match nearest(name, noun.fields.iter().map(|(field, _)| *field)) {
            Some(known) => finding.help(format!("did you mean `{known}`? Extensions start with `x-`")),
            None => finding,
        });
    }

    /// A word that is nearly a known one.
    fn known_word(&mut self, word: &str, words: &Words, at: Trail<'_>) {
        if let Some(meant) = words.meant_by(word) {
            let message = format!("`{word}` is no {} that is known", words.name);
            let finding = Diagnostic::new(&MISSPELT, Place::Value(at.pointer()), message);
            self.sink.report(finding.help(format!("did you mean `{meant}`?")));
        }
    }

    fn wrong(&mut self, value: &Value, shape: &Shape, at: Trail<'_>) {
        let found = match value {
            Value::String(text) => format!("`{text}`"),
            _ => kind(value).to_owned(),
        };
        let message = format!("`{}` is {found} and should be {}", at.name(), expected(shape));
        self.report(&FORBIDDEN_VALUE, Place::Value, at, message);
    }

    fn report(&self, code: &'static Code, place: fn(Pointer) -> Place, at: Trail<'_>, message: String) {
        let pointer = at.pointer();
        if !self.known.contains(&pointer) {
            self.sink.report(Diagnostic::new(code, place(pointer), message));
        }
    }
}

fn reference(value: &Value) -> Option<&str> {
    value.as_object()?.get("$ref")?.as_str()
}

/// Whether a value without members is of a shape.
fn is_one(value: &Value, shape: &Shape) -> bool {
    match (shape, value) {
        (Shape::Text, Value::String(_))
        | (Shape::Flag, Value::Bool(_))
        | (Shape::Number, Value::Number(_)) => true,
        (Shape::True, value) => *value == Value::Bool(true),
        (Shape::Positive, Value::Number(number)) => number.as_f64().is_some_and(|number| number > 0.0),
        (Shape::Count, Value::Number(number)) => {
            number.is_u64() || number.as_f64().is_some_and(|number| number >= 0.0 && number.fract() == 0.0)
        }
        (Shape::Word(words), Value::String(text)) => words.contains(&text.as_str()),
        (Shape::Form(form), Value::String(text)) => (form.has)(text),
        _ => false,
    }
}

fn expected(shape: &Shape) -> String {
    match shape {
        Shape::Any | Shape::Choice(_) => "something else",
        Shape::Text | Shape::Known(_) => "a string",
        Shape::Flag => "a boolean",
        Shape::Number => "a number",
        Shape::Positive => "a number above 0",
        Shape::Count => "a non-negative integer",
        Shape::True => "`true`",
        Shape::Form(form) => form.name,
        Shape::List(_) => "an array",
        Shape::Map(_) | Shape::Definitions(_) | Shape::Object(_) => "an object",
        Shape::Word(words) => return one_of(words),
    }
    .to_owned()
}

fn one_of(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.as_slice() {
        [word] => word.clone(),
        _ => format!("one of {}", quoted.join(", ")),
    }
}
