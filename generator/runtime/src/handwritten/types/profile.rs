//! `Profile`: one member of each kind.
//!
//! Source: `definitions/profile.yaml`.

use crate::runtime::{Additional, Field, JsonValue, json_object};
use crate::types;

/// One member of each kind.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Profile {
    /// Required.
    pub user_id: String,
    /// Required and nullable.
    pub avatar_url: Option<String>,
    /// Optional.
    pub level: Option<types::Level>,
    /// Optional and nullable.
    pub displayname: Field<String>,
    /// A type that contains itself.
    pub friend: Option<Box<types::Profile>>,
    /// All other members.
    pub additional: Additional<JsonValue>,
}

impl Profile {
    /// A `Profile` without any of its optional parts.
    pub fn new(user_id: impl Into<String>, avatar_url: Option<String>) -> Self {
        Self {
            user_id: user_id.into(),
            avatar_url,
            level: None,
            displayname: Field::Absent,
            friend: None,
            additional: Additional::new(),
        }
    }
}

json_object!(Profile {
    required user_id: "user_id",
    nullable avatar_url: "avatar_url",
    optional level: "level",
    field displayname: "displayname",
    optional friend: "friend",
} additional additional);
