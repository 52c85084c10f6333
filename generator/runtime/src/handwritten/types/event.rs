//! Unions: one that a member tells apart, and one where the first that fits is taken.

use crate::runtime::{JsonValue, json_object, tagged_union, untagged_union};
use crate::types;

/// Something that happened.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// `m.room.member`
    Member(Box<types::Member>),
    /// `m.room.message`
    Message(Box<types::Message>),
    /// A value that the document does not list, kept as it came.
    Unknown(JsonValue),
}

tagged_union!(Event { Member = "m.room.member", Message = "m.room.message" } by "type");

/// Somebody came or left.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Member {
    /// Tells it from other events.
    pub r#type: String,
    /// Who.
    pub user_id: String,
}

json_object!(Member { required r#type: "type", required user_id: "user_id" });

/// Somebody said something.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Message {
    /// Tells it from other events.
    pub r#type: String,
    /// What it is about.
    pub topic: Option<types::Topic>,
}

json_object!(Message { required r#type: "type", optional topic: "topic" });

/// A topic: a text, or several.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Topic {
    /// One.
    One(String),
    /// Several.
    Several(Vec<String>),
    /// A value that the document does not list, kept as it came.
    Unknown(JsonValue),
}

untagged_union!(Topic { One, Several });
