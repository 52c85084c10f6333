//! Reading TOML values with their places, so that every fault is reported at its own line and
//! several of them in one run.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{CONFIG_KEY, CONFIG_VALUE, Code, Diagnostic, Place, Sink, nearest};
use crate::source::FileId;

/// A value and where it stands.
pub(super) type Value<'i> = Spanned<DeValue<'i>>;

/// Reads values of one configuration file and reports what is wrong with them.
#[derive(Clone, Copy)]
pub(super) struct Reader<'s> {
    file: FileId,
    sink: &'s Sink,
}

impl<'s> Reader<'s> {
    /// A reader of the file that `file` names in diagnostics.
    pub(super) fn new(file: FileId, sink: &'s Sink) -> Self {
        Self { file, sink }
    }

    /// The members of a table whose keys are known; the others are errors.
    pub(super) fn members<'t, 'i>(
        self,
        table: &'t DeTable<'i>,
        known: &[&str],
    ) -> Vec<(&'t str, &'t Value<'i>)> {
        let mut members = Vec::new();
        for (key, value) in table {
            let name: &str = key.get_ref();
            if known.contains(&name) {
                members.push((name, value));
            } else {
                self.unknown_key(name, key.span(), known);
            }
        }
        members
    }

    fn unknown_key(self, name: &str, span: Range<usize>, known: &[&str]) {
        let help = match nearest(name, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("the keys here are {}", list(known)),
        };
        self.report(&CONFIG_KEY, span, format!("there is no setting `{name}`"), help);
    }

    /// The table that `value` must be.
    pub(super) fn table<'t, 'i>(self, value: &'t Value<'i>) -> Option<&'t DeTable<'i>> {
        value.get_ref().as_table().or_else(|| self.wrong_type(value, "a table"))
    }

    /// The text that `value` must be; empty text is as good as none.
    pub(super) fn text(self, value: &Value<'_>) -> Option<String> {
        let text = value.get_ref().as_str().or_else(|| self.wrong_type(value, "a string"))?;
        if text.trim().is_empty() {
            self.wrong_value(value, "the string is empty", "give it a value or leave the line out");
            return None;
        }
        Some(text.to_owned())
    }

    /// The positive integer that `value` must be.
    pub(super) fn count(self, value: &Value<'_>) -> Option<usize> {
        let integer = value.get_ref().as_integer().or_else(|| self.wrong_type(value, "an integer"))?;
        match usize::from_str_radix(integer.as_str(), integer.radix()) {
            Ok(count) if count > 0 => Some(count),
            _ => {
                self.wrong_value(value, "a limit is at least 1", "write a positive integer");
                None
            }
        }
    }

    /// The elements of the array that `value` must be.
    pub(super) fn elements<'t, 'i>(self, value: &'t Value<'i>) -> Vec<&'t Value<'i>> {
        match value.get_ref().as_array() {
            Some(array) => array.iter().collect(),
            None => {
                self.wrong_type::<()>(value, "an array");
                Vec::new()
            }
        }
    }

    /// The texts of the array of strings that `value` must be.
    pub(super) fn texts(self, value: &Value<'_>) -> Vec<String> {
        self.elements(value).into_iter().filter_map(|element| self.text(element)).collect()
    }

    /// The members of a table whose keys are the user's own and whose values are strings.
    pub(super) fn dictionary(self, value: &Value<'_>) -> indexmap::IndexMap<String, String> {
        let members = self.table(value).into_iter().flatten();
        members.filter_map(|(key, value)| Some((key.get_ref().to_string(), self.any_text(value)?))).collect()
    }

    /// A string, which may be empty.
    fn any_text(self, value: &Value<'_>) -> Option<String> {
        value.get_ref().as_str().map(str::to_owned).or_else(|| self.wrong_type(value, "a string"))
    }

    /// Reports a value of the wrong type.
    fn wrong_type<T>(self, value: &Value<'_>, expected: &str) -> Option<T> {
        let message = format!("expected {expected}, found {}", value.get_ref().type_str());
        self.sink.report(Diagnostic::new(&CONFIG_VALUE, Place::Bytes(self.file, value.span()), message));
        None
    }

    /// Reports a value that has the right type and is wrong all the same.
    pub(super) fn wrong_value(self, value: &Value<'_>, message: impl Into<String>, help: impl Into<String>) {
        self.report(&CONFIG_VALUE, value.span(), message.into(), help.into());
    }

    /// Reports a finding at bytes of the file.
    pub(super) fn report(self, code: &'static Code, span: Range<usize>, message: String, help: String) {
        self.sink.report(Diagnostic::new(code, Place::Bytes(self.file, span), message).help(help));
    }
}

/// `` `a`, `b` and `c` ``.
pub(super) fn list(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}
