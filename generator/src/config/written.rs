//! Where a setting is written, for findings that come up long after the configuration was read.
//!
//! Settings carry no positions: the text is kept, and looked into only where something is to be
//! said about it.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::reader::Value;
use super::{Rule, Selector};

/// A configuration file as it was read.
#[derive(Debug, Clone)]
pub struct Written {
    /// How findings name the file.
    pub name: String,
    /// What is in it.
    pub text: String,
}

impl Written {
    /// The line of `[names]` that pins a name to `place`.
    pub(crate) fn pinned_name(&self, place: &str) -> Option<Range<usize>> {
        self.look(|table| key(table, "names", place))
    }

    /// The line of `[corrections]` for a file.
    pub(crate) fn correction(&self, path: &str) -> Option<Range<usize>> {
        self.look(|table| key(table, "corrections", path))
    }

    /// The first place in `documents` where operations are selected like this.
    pub(crate) fn selector(&self, wanted: &Selector) -> Option<Range<usize>> {
        self.look(|table| {
            let entries = elements(member(table, "source")?.as_table()?.get("documents")?.get_ref());
            let lists = entries.filter_map(|entry| entry.get_ref().as_table()).flat_map(|entry| {
                ["tags", "include", "exclude"].into_iter().filter_map(|key| Some((key, entry.get(key)?)))
            });
            let mut texts =
                lists.flat_map(|(key, list)| elements(list.get_ref()).map(move |text| (key, text)));
            let (_, found) = texts.find(|(key, text)| match (text.get_ref().as_str(), *key) {
                (Some(tag), "tags") => *wanted == Selector::Tag(tag.to_owned()),
                (Some(text), _) => text.parse().is_ok_and(|selector: Selector| selector == *wanted),
                (None, _) => false,
            })?;
            Some(found.span())
        })
    }

    /// The element of `allow` that lets the findings of a rule pass.
    pub(crate) fn allowance(&self, wanted: Rule) -> Option<Range<usize>> {
        self.look(|table| {
            let allowed = member(table, "diagnostics")?.as_table()?.get("allow")?.get_ref();
            let is =
                |text: &&Value<'_>| text.get_ref().as_str().is_some_and(|text| text.parse() == Ok(wanted));
            Some(elements(allowed).find(is)?.span())
        })
    }

    fn look(&self, find: impl FnOnce(&DeTable<'_>) -> Option<Range<usize>>) -> Option<Range<usize>> {
        find(DeTable::parse(&self.text).ok()?.get_ref())
    }
}

fn member<'t, 'i>(table: &'t DeTable<'i>, key: &str) -> Option<&'t DeValue<'i>> {
    table.get(key).map(toml::Spanned::get_ref)
}

/// The key of a member of a section.
fn key(table: &DeTable<'_>, section: &str, name: &str) -> Option<Range<usize>> {
    let mut keys = member(table, section)?.as_table()?.keys();
    keys.find(|key| key.get_ref() == name).map(toml::Spanned::span)
}

fn elements<'t, 'i>(value: &'t DeValue<'i>) -> impl Iterator<Item = &'t Value<'i>> {
    value.as_array().into_iter().flat_map(|array| array.iter())
}
