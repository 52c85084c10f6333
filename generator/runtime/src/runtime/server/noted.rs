//! What is wrong with a request, noted while it is taken apart.

use std::borrow::Cow;

use bytes::Bytes;
use serde::de::DeserializeOwned;

use crate::runtime::{Argument, JsonError, JsonValue, Location, json};

use super::constraints::{Checker, RequestConstraints};
use super::{Rejection, Violated, Violation};

/// The texts of a parameter: nothing where it is absent, an error where they are none.
pub(crate) type Texts<'t> = Result<Option<Vec<Cow<'t, str>>>, &'static str>;

/// What is wrong with a request so far, and what more is asked of it than types.
#[derive(Debug)]
pub(crate) struct Noted {
    violations: Vec<Violation>,
    pub(crate) constraints: &'static RequestConstraints,
    /// Whether `null` stands for a member that is absent.
    pub(crate) null_is_absence: bool,
}

impl Noted {
    pub(crate) fn new() -> Self {
        Self { violations: Vec::new(), constraints: RequestConstraints::NONE, null_is_absence: false }
    }

    /// Reads a parameter, or its default, and notes what is wrong with it.
    pub(crate) fn argument<T: Argument>(
        &mut self,
        location: Location,
        name: &str,
        texts: Texts<'_>,
    ) -> Result<T, Violated> {
        let texts = texts.map(|texts| self.or_default(location, name, texts));
        let value = texts.as_ref().map_err(|detail| *detail).and_then(|texts| {
            let value = T::from_texts(texts.as_deref());
            value.map_err(|error| error.reason())
        });
        if let (Ok(_), Ok(Some(texts))) = (&value, &texts) {
            self.check_texts(location, name, texts);
        }
        self.read(location, name, value)
    }

    /// Reads a JSON body, and notes what is wrong with it.
    pub(crate) fn json<T: DeserializeOwned>(&mut self, bytes: &Bytes) -> Result<T, Violated> {
        let read = match self.null_is_absence {
            true => self.read_json(bytes),
            false => json::refusing(|| self.read_json(bytes)),
        };
        read.map_err(|error| {
            let violation = Violation::json(&error);
            // A constraint may have told of the same value, and more of it.
            let told = |noted: &&Violation| noted.location == Location::Body && noted.name == violation.name;
            if self.violations.iter().find(told).is_none() {
                self.violations.push(violation);
            }
            Violated::NOTED
        })
    }

    /// Notes what is wrong with a value that has been read.
    pub(crate) fn read<T>(
        &mut self,
        location: Location,
        name: &str,
        value: Result<T, &'static str>,
    ) -> Result<T, Violated> {
        value.map_err(|detail| {
            self.violations.push(Violation::new(location, name, detail));
            Violated::NOTED
        })
    }

    /// Refuses the request where anything is wrong with it.
    pub(crate) fn refuse(self) -> Result<(), Rejection> {
        if self.violations.is_empty() { Ok(()) } else { Err(Rejection::invalid(self.violations)) }
    }

    fn or_default<'t>(
        &self,
        location: Location,
        name: &str,
        texts: Option<Vec<Cow<'t, str>>>,
    ) -> Option<Vec<Cow<'t, str>>> {
        texts.or_else(|| {
            let default = self.constraints.of(location, name)?.default?;
            Some(default.iter().map(|text| Cow::Borrowed(*text)).collect())
        })
    }

    fn check_texts(&mut self, location: Location, name: &str, texts: &[Cow<'_, str>]) {
        if let Some(asked) = self.constraints.of(location, name) {
            Checker::new(&mut self.violations, location, name).texts(asked.keywords, texts);
        }
    }

    fn read_json<T: DeserializeOwned>(&mut self, bytes: &Bytes) -> Result<T, JsonError> {
        self.check_json(bytes);
        json::from_slice(bytes)
    }

    /// What is no JSON is told of where it is read.
    fn check_json(&mut self, bytes: &[u8]) {
        let keywords = self.constraints.body;
        if !keywords.is_empty()
            && let Ok(value) = json::from_slice::<JsonValue>(bytes)
        {
            Checker::new(&mut self.violations, Location::Body, "").value(keywords, &value);
        }
    }
}
