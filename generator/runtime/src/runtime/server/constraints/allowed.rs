//! Whether a value keeps to one keyword.

use std::borrow::Cow;

use super::Keyword;
use super::decimal::Decimal;
use super::equality;
use crate::runtime::JsonValue;

impl Keyword {
    /// Whether a JSON value keeps to it. What is inside of the value is not looked at, and `null` is the
    /// business of the type.
    pub(super) fn allows(&self, value: &JsonValue) -> bool {
        match (self, value) {
            (_, JsonValue::Null) => true,
            (Self::EnumOfValues(values), value) => values.iter().any(|known| equality::is(known, value)),
            (_, JsonValue::String(text)) => self.allows_text(text),
            (_, JsonValue::Number(number)) => self.allows_number(&number.to_string()),
            (Self::UniqueItems, JsonValue::Array(elements)) => equality::all_differ(elements),
            (_, JsonValue::Array(elements)) => self.allows_elements(elements.len()),
            (_, JsonValue::Object(members)) => self.allows_members(members.len()),
            (_, JsonValue::Bool(_)) => true,
        }
    }

    /// Whether one text of a parameter does, of which only its keywords tell whether it is a number.
    pub(super) fn allows_scalar(&self, text: &str) -> bool {
        match self {
            Self::EnumOfValues(values) => values.iter().any(|known| equality::is_text(known, text)),
            _ => self.allows_text(text) && self.allows_number(text),
        }
    }

    /// Whether the texts of a parameter that is a list do. Its elements are not looked at.
    pub(super) fn allows_list(&self, texts: &[Cow<'_, str>]) -> bool {
        match self {
            Self::UniqueItems => equality::all_differ_as_text(texts),
            _ => self.allows_elements(texts.len()),
        }
    }

    fn allows_text(&self, text: &str) -> bool {
        let length = || text.chars().count() as u64;
        match *self {
            Self::MinLength(least) => length() >= least,
            Self::MaxLength(most) => length() <= most,
            Self::Pattern { regex, matches, .. } => matches(regex, text),
            Self::Enum(values) => values.contains(&text),
            _ => true,
        }
    }

    fn allows_number(&self, number: &str) -> bool {
        let compared = |limit, allowed: fn(Decimal, Decimal) -> bool| match (
            Decimal::parse(number),
            Decimal::parse(limit),
        ) {
            (Some(number), Some(limit)) => allowed(number, limit),
            _ => true,
        };
        match *self {
            Self::Minimum(least) => compared(least, |number, least| number >= least),
            Self::ExclusiveMinimum(least) => compared(least, |number, least| number > least),
            Self::Maximum(most) => compared(most, |number, most| number <= most),
            Self::ExclusiveMaximum(most) => compared(most, |number, most| number < most),
            Self::MultipleOf(step) => compared(step, Decimal::is_multiple_of),
            Self::EnumOfIntegers(values) => {
                values.iter().any(|known| Decimal::parse(&known.to_string()) == Decimal::parse(number))
            }
            _ => true,
        }
    }

    fn allows_elements(&self, count: usize) -> bool {
        match *self {
            Self::MinItems(least) => count as u64 >= least,
            Self::MaxItems(most) => count as u64 <= most,
            _ => true,
        }
    }

    fn allows_members(&self, count: usize) -> bool {
        match *self {
            Self::MinProperties(least) => count as u64 >= least,
            Self::MaxProperties(most) => count as u64 <= most,
            _ => true,
        }
    }
}
