//! How a broken constraint is told.

use super::Keyword;
use crate::runtime::JsonValue;

/// How many values of an enumeration are listed for people.
const LISTED: usize = 8;

impl Keyword {
    /// The keyword, as a document has it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Minimum(_) => "minimum",
            Self::ExclusiveMinimum(_) => "exclusiveMinimum",
            Self::Maximum(_) => "maximum",
            Self::ExclusiveMaximum(_) => "exclusiveMaximum",
            Self::MultipleOf(_) => "multipleOf",
            Self::MinLength(_) => "minLength",
            Self::MaxLength(_) => "maxLength",
            Self::Pattern { .. } => "pattern",
            Self::MinItems(_) => "minItems",
            Self::MaxItems(_) => "maxItems",
            Self::UniqueItems => "uniqueItems",
            Self::MinProperties(_) => "minProperties",
            Self::MaxProperties(_) => "maxProperties",
            Self::Enum(_) | Self::EnumOfIntegers(_) | Self::EnumOfValues(_) => "enum",
            Self::Items(_) => "items",
            Self::Properties(_) => "properties",
            Self::AdditionalProperties(..) | Self::NoAdditionalProperties(_) => "additionalProperties",
            Self::AnyOf(_) => "anyOf",
            Self::Discriminator { .. } => "discriminator",
            Self::Of(_) => "$ref",
        }
    }

    /// What the document says after the keyword; `null` where that is no limit.
    pub fn limit(&self) -> JsonValue {
        match *self {
            Self::Minimum(limit)
            | Self::ExclusiveMinimum(limit)
            | Self::Maximum(limit)
            | Self::ExclusiveMaximum(limit)
            | Self::MultipleOf(limit) => json(limit),
            Self::MinLength(limit)
            | Self::MaxLength(limit)
            | Self::MinItems(limit)
            | Self::MaxItems(limit)
            | Self::MinProperties(limit)
            | Self::MaxProperties(limit) => limit.into(),
            Self::Pattern { pattern, .. } => pattern.into(),
            Self::UniqueItems => true.into(),
            Self::Enum(values) => values.into(),
            Self::EnumOfIntegers(values) => values.into(),
            Self::EnumOfValues(values) => values.iter().map(|value| json(value)).collect(),
            Self::NoAdditionalProperties(_) => false.into(),
            Self::Discriminator { types, .. } => types.iter().map(|(tag, _)| *tag).collect(),
            Self::Items(_)
            | Self::Properties(_)
            | Self::AdditionalProperties(..)
            | Self::AnyOf(_)
            | Self::Of(_) => JsonValue::Null,
        }
    }

    /// What is asked, after the name of what it is asked of: `must be at most 5`.
    pub(super) fn demand(&self) -> String {
        match self {
            Self::Minimum(limit) => format!("must be at least {limit}"),
            Self::ExclusiveMinimum(limit) => format!("must be more than {limit}"),
            Self::Maximum(limit) => format!("must be at most {limit}"),
            Self::ExclusiveMaximum(limit) => format!("must be less than {limit}"),
            Self::MultipleOf(limit) => format!("must be a multiple of {limit}"),
            Self::MinLength(limit) => format!("must have at least {limit} characters"),
            Self::MaxLength(limit) => format!("must have at most {limit} characters"),
            Self::Pattern { pattern, .. } => format!("must match `{pattern}`"),
            Self::MinItems(limit) => format!("must have at least {limit} elements"),
            Self::MaxItems(limit) => format!("must have at most {limit} elements"),
            Self::UniqueItems => "must not have an element twice".to_owned(),
            Self::MinProperties(limit) => format!("must have at least {limit} members"),
            Self::MaxProperties(limit) => format!("must have at most {limit} members"),
            Self::Enum(values) => one_of(values.iter()),
            Self::EnumOfIntegers(values) => one_of(values.iter()),
            Self::EnumOfValues(values) => one_of(values.iter()),
            Self::NoAdditionalProperties(_) => "is not a member of this object".to_owned(),
            Self::AnyOf(_) => "is none of the types that it may be".to_owned(),
            Self::Discriminator { types, .. } => one_of(types.iter().map(|(tag, _)| *tag)),
            Self::Items(_) | Self::Properties(_) | Self::AdditionalProperties(..) | Self::Of(_) => {
                "is not as documented".to_owned()
            }
        }
    }
}

fn one_of(values: impl ExactSizeIterator<Item = impl std::fmt::Display>) -> String {
    let more = if values.len() > LISTED { ", …" } else { "" };
    let listed: Vec<String> = values.take(LISTED).map(|value| format!("`{value}`")).collect();
    format!("must be one of {}{more}", listed.join(", "))
}

fn json(text: &str) -> JsonValue {
    serde_json::from_str(text).unwrap_or_else(|_| text.into())
}
