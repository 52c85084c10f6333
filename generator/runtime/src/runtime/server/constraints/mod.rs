//! What a document asks of a request beside types: `maximum`, `pattern`, `enum` and their like.
//!
//! Generated code holds it as data, in the terms of JSON Schema. A server reads the data against the
//! request, and answers with everything that is broken. Clients never look at it, so that an old one
//! goes on with what a newer server sends.

mod allowed;
mod check;
mod decimal;
mod equality;
mod words;

pub(crate) use check::Checker;

use std::fmt;

use crate::runtime::{JsonValue, Location};

/// What is asked of one value.
pub type Keywords = &'static [Keyword];

/// One thing that is asked of a value, by the keyword of JSON Schema (draft 4, "Validation") that asks
/// it. A value of a type that the keyword is not about keeps to it.
///
/// Numbers are text: no type of Rust holds each number that a document may have.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Keyword {
    /// At least the number.
    Minimum(&'static str),
    /// `minimum` with `exclusiveMinimum`: more than the number.
    ExclusiveMinimum(&'static str),
    /// At most the number.
    Maximum(&'static str),
    /// `maximum` with `exclusiveMaximum`: less than the number.
    ExclusiveMaximum(&'static str),
    /// A whole number of times the number, exactly.
    MultipleOf(&'static str),
    /// At least so many characters: Unicode scalar values.
    MinLength(u64),
    /// At most so many characters: Unicode scalar values.
    MaxLength(u64),
    /// A text with a match of a pattern in it.
    Pattern {
        /// The pattern, as the document has it: an ECMA-262 regular expression.
        pattern: &'static str,
        /// The same in the syntax that `matches` takes.
        regex: &'static str,
        /// Whether a text has a match in it.
        matches: fn(regex: &'static str, text: &str) -> bool,
    },
    /// At least so many elements.
    MinItems(u64),
    /// At most so many elements.
    MaxItems(u64),
    /// No two elements are equal.
    UniqueItems,
    /// At least so many members.
    MinProperties(u64),
    /// At most so many members.
    MaxProperties(u64),
    /// `enum` of texts.
    Enum(&'static [&'static str]),
    /// `enum` of integers.
    EnumOfIntegers(&'static [i64]),
    /// `enum` of other values, each as JSON.
    EnumOfValues(&'static [&'static str]),
    /// What is asked of each element.
    Items(Keywords),
    /// What is asked of the members of these names.
    Properties(&'static [(&'static str, Keywords)]),
    /// What is asked of the members of all but these names.
    AdditionalProperties(&'static [&'static str], Keywords),
    /// `additionalProperties: false`: no members but those of these names.
    NoAdditionalProperties(&'static [&'static str]),
    /// `oneOf` and `anyOf`: a value that is one of these types, and keeps to what is asked of that.
    AnyOf(&'static [Alternative]),
    /// `discriminator`.
    Discriminator {
        /// The member that tells the type.
        property: &'static str,
        /// What is asked of each type, by the value of that member.
        types: &'static [(&'static str, Keywords)],
        /// Types that the member does not tell.
        others: &'static [Alternative],
    },
    /// What is asked of values of another type.
    Of(fn() -> Keywords),
}

/// One type of several.
#[derive(Clone, Copy)]
pub struct Alternative {
    /// Whether a value is one of the type.
    pub reads: fn(&JsonValue) -> bool,
    /// What is asked of it then.
    pub keywords: Keywords,
}

impl fmt::Debug for Alternative {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Alternative").field(&self.keywords).finish()
    }
}

/// A type of which more is asked than that a value can be read.
pub trait Constrained {
    /// What is asked of its values in requests.
    fn keywords() -> Keywords;
}

/// What an operation asks of its request beside types.
#[derive(Debug, Clone, Copy)]
pub struct RequestConstraints {
    /// Of its parameters and of the fields of a form: of those of which something is asked.
    pub arguments: &'static [ArgumentConstraints],
    /// Of its JSON body.
    pub body: Keywords,
}

/// What an operation asks of one parameter or one field of a form.
#[derive(Debug, Clone, Copy)]
pub struct ArgumentConstraints {
    /// Where in the request it is.
    pub location: Location,
    /// The name of the parameter; for a field of a form, its JSON Pointer (RFC 6901) as if the form were
    /// an object.
    pub name: &'static str,
    /// `default`: the texts that stand in where it is absent.
    pub default: Option<&'static [&'static str]>,
    /// What is asked of its value.
    pub keywords: Keywords,
}

impl RequestConstraints {
    /// Nothing is asked.
    pub(crate) const NONE: &'static Self = &Self { arguments: &[], body: &[] };

    pub(crate) fn of(&self, location: Location, name: &str) -> Option<&'static ArgumentConstraints> {
        self.arguments.iter().find(|argument| argument.location == location && argument.name == name)
    }
}
