//! An object of the document while it is read: its members by key, each checked for its type.
//!
//! All leniency is here. A scalar of the wrong type is read as what was meant, or left out, with
//! a warning; an object or an array where something else is needed is an error.

use indexmap::IndexMap;
use serde_json::{Number, Value};

use super::extensions::{is_extension, is_extension_entry, is_reserved};
use super::nouns::Noun;
use super::reference::{WORDS, words};
use super::{Extensions, Reader};
use crate::diagnostic::{self as codes, Code, Diagnostic, Place, instead_of};
use crate::source::{Node, Pointer, member};

/// The members of one object.
pub(crate) struct Fields<'a, 'l> {
    node: Node<'a>,
    /// The reference that led here, if it has words of its own (OpenAPI 3.1, "Reference Object").
    reworded: Option<Node<'a>>,
    noun: &'static Noun,
    reader: Reader<'a, 'l>,
}

impl<'a, 'l> Fields<'a, 'l> {
    /// The members of `node`, or of what it refers to; complains if that is no object, and about
    /// each key that `noun` does not have.
    pub(crate) fn open(node: Node<'a>, noun: &'static Noun, reader: &Reader<'a, 'l>) -> Option<Self> {
        if node.reference().is_none() {
            return Self::open_here(node, noun, reader);
        }
        let fields = Self::open_here(reader.follow(node.clone())?, noun, reader)?;
        reader.check_reference(&node);
        Some(Self { reworded: words(&node).map(|_| node), ..fields })
    }

    /// Like [`Self::open`], where a `$ref` is a field of the object itself.
    pub(crate) fn open_here(node: Node<'a>, noun: &'static Noun, reader: &Reader<'a, 'l>) -> Option<Self> {
        if !node.is_object() {
            reader.wrong_type(&node, noun.name, "an object");
            return None;
        }
        let fields = Self { node, reworded: None, noun, reader: *reader };
        fields.warn_of_unknown_keys();
        Some(fields)
    }

    /// Where the object is written.
    pub(crate) fn pointer(&self) -> Pointer {
        self.node.pointer.clone()
    }

    /// A member, whatever it is; `null` is as good as absent.
    pub(crate) fn member(&self, key: &str) -> Option<Node<'a>> {
        self.holder(key).get(key).filter(|member| !member.is_null())
    }

    /// What says a member: the object, unless the reference to it has other words.
    fn holder(&self, key: &str) -> &Node<'a> {
        self.reworded.as_ref().filter(|_| key == WORDS).unwrap_or(&self.node)
    }

    /// The value of a member, for those to whom it does not matter where it is.
    fn value(&self, key: &str) -> Option<&'a Value> {
        member(self.holder(key).value, key)
    }

    /// The raw value of a member that is data, `null` included.
    pub(crate) fn data(&self, key: &str) -> Option<Value> {
        self.value(key).cloned()
    }

    /// A member that is text. A number or a boolean is read as it is spelled, with a warning.
    pub(crate) fn text(&self, key: &str) -> Option<String> {
        if let Value::String(text) = self.value(key)? {
            return Some(text.clone());
        }
        let member = self.member(key)?;
        match member.value {
            Value::Number(_) | Value::Bool(_) => {
                let text = member.value.to_string();
                self.read_as(&member, "a string", &format!("read as `\"{text}\"`"));
                Some(text)
            }
            _ => self.ignore(&member, "a string"),
        }
    }

    /// A member that is text and should be there: a missing one is a warning, and empty.
    pub(crate) fn expected_text(&self, key: &str) -> String {
        if self.member(key).is_none() {
            self.missing(&codes::MISSING_TEXT, key);
        }
        self.text(key).unwrap_or_default()
    }

    /// A member that is text and without which the object means nothing: a missing one is an error.
    pub(crate) fn required_text(&self, key: &str) -> Option<String> {
        let text = self.text(key);
        if text.is_none() {
            self.missing(&codes::MISSING_FIELD, key);
        }
        text
    }

    /// Reports that `key` is missing.
    pub(crate) fn missing(&self, code: &'static Code, key: &str) {
        let message = format!("the {} Object has no `{key}`", self.noun.name);
        self.reader.report(Diagnostic::new(code, Place::Missing(self.pointer().child(key)), message));
    }

    /// A member that is a boolean, false if it is absent. `"true"` is read, with a warning.
    pub(crate) fn flag(&self, key: &str) -> bool {
        self.optional_flag(key).unwrap_or(false)
    }

    /// A member that is a boolean.
    pub(crate) fn optional_flag(&self, key: &str) -> Option<bool> {
        if let Value::Bool(flag) = self.value(key)? {
            return Some(*flag);
        }
        let member = self.member(key)?;
        let spelled = match member.value {
            Value::String(text) => text.to_ascii_lowercase().parse().ok(),
            _ => None,
        };
        match spelled {
            Some(flag) => {
                self.read_as(&member, "a boolean", &format!("read as `{flag}`"));
                Some(flag)
            }
            None => self.ignore(&member, "a boolean"),
        }
    }

    /// A member that is a number. `"5"` is read, with a warning.
    pub(crate) fn number(&self, key: &str) -> Option<Number> {
        if let Value::Number(number) = self.value(key)? {
            return Some(number.clone());
        }
        let member = self.member(key)?;
        let spelled = match member.value {
            Value::String(text) => text.trim().parse::<Number>().ok(),
            _ => None,
        };
        match spelled {
            Some(number) => {
                self.read_as(&member, "a number", &format!("read as `{number}`"));
                Some(number)
            }
            None => self.ignore(&member, "a number"),
        }
    }

    /// A member that is a non-negative integer.
    pub(crate) fn count(&self, key: &str) -> Option<u64> {
        let number = Value::Number(self.number(key)?);
        let member = self.member(key)?;
        let count = Node { value: &number, pointer: member.pointer.clone() }.as_u64();
        match count {
            Some(count) => Some(count),
            None => self.ignore(&member, "a non-negative integer"),
        }
    }

    /// A member that is a list of texts. A single text is read as a list of one, with a warning.
    pub(crate) fn texts(&self, key: &str) -> Option<Vec<String>> {
        let member = self.member(key)?;
        match member.value {
            Value::Array(_) => Some(member.items().filter_map(|item| self.element_text(&item)).collect()),
            Value::String(text) => {
                self.read_as(&member, "an array of strings", "read as a list of one");
                Some(vec![text.clone()])
            }
            _ => self.ignore(&member, "an array of strings"),
        }
    }

    /// The elements of a member that is an array; none if it is absent or something else.
    pub(crate) fn list(&self, key: &str) -> Vec<Node<'a>> {
        let Some(member) = self.member(key).and_then(|member| self.reader.follow(member)) else {
            return Vec::new();
        };
        if !member.is_array() {
            self.reader.wrong_type(&member, key, "an array");
        }
        member.items().collect()
    }

    /// The entries of a member that is a map; none if it is absent or something else.
    pub(crate) fn map(&self, key: &str) -> Vec<(&'a str, Node<'a>)> {
        self.member(key).map(|member| self.reader.entries(member, key)).unwrap_or_default()
    }

    /// The entries of a map whose names the author chooses, but for those that are extensions.
    pub(crate) fn definitions(&self, key: &str) -> IndexMap<&'a str, Node<'a>> {
        self.map(key).into_iter().filter(|(name, node)| !is_extension_entry(name, node)).collect()
    }

    /// The members named `x-…`, but for those that only the upgrade may write.
    pub(crate) fn extensions(&self) -> Extensions {
        let members = self.node.value.as_object().into_iter().flatten();
        let may_say = |key: &str| !is_reserved(key, self.reader.dialect);
        let extensions = members.filter(|(key, _)| is_extension(key) && may_say(key));
        extensions.map(|(key, value)| (key.clone(), value.clone())).collect()
    }

    /// Says that a member has another type than it should, and how it was read all the same.
    pub(crate) fn read_as(&self, member: &Node<'_>, expected: &str, how: &str) {
        self.understood(&codes::READ_AS, member, expected, how);
    }

    /// Says that a member is of a type that the specification has and we don't, and how it was read.
    pub(crate) fn interpret(&self, member: &Node<'_>, expected: &str, how: &str) {
        self.understood(&codes::INTERPRETED, member, expected, how);
    }

    fn understood(&self, code: &'static Code, member: &Node<'_>, expected: &str, how: &str) {
        let name = member.pointer.last().unwrap_or_default();
        let message = format!("`{name}` is {} and should be {expected}; {how}", member.kind());
        self.reader.report(Diagnostic::new(code, Place::Value(member.pointer.clone()), message));
    }

    /// Says that a member is none of the words that it can be, and is left out.
    pub(crate) fn ignore_word(&self, member: &Node<'_>, expected: &str, known: &[&str]) {
        let found = self.ignored(member, expected);
        self.reader.report(match member.as_str() {
            Some(word) => found.help(instead_of(word, known)),
            None => found,
        });
    }

    /// Says that a member has another type than it should, and is left out.
    pub(crate) fn ignore<T>(&self, member: &Node<'_>, expected: &str) -> Option<T> {
        self.reader.report(self.ignored(member, expected));
        None
    }

    fn ignored(&self, member: &Node<'_>, expected: &str) -> Diagnostic {
        let name = member.pointer.last().unwrap_or_default();
        let found = member.as_str().map_or(member.kind().to_owned(), |text| format!("`{text}`"));
        let message = format!("`{name}` is {found} and should be {expected}; ignored");
        Diagnostic::new(&codes::IGNORED_MEMBER, Place::Value(member.pointer.clone()), message)
    }

    fn element_text(&self, item: &Node<'_>) -> Option<String> {
        match item.value {
            Value::String(text) => Some(text.clone()),
            Value::Number(_) | Value::Bool(_) => {
                self.read_as(item, "a string", &format!("read as `\"{}\"`", item.value));
                Some(item.value.to_string())
            }
            _ => self.ignore(item, "a string"),
        }
    }

    fn warn_of_unknown_keys(&self) {
        let members = self.node.value.as_object().into_iter().flatten();
        for (key, _) in members {
            self.reader.check_key(&self.node, key, self.noun);
        }
    }
}
