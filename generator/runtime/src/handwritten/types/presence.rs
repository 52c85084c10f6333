//! Enumerations.

use crate::runtime::{integer_enum, string_enum};

/// Whether a user is there.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Presence {
    /// `online`
    Online,
    /// `free_for_chat`
    FreeForChat,
    /// A value that the document does not list, kept as it came.
    Unknown(String),
}

string_enum!(Presence { Online = "online", FreeForChat = "free_for_chat" });

/// How much a user may do.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Level {
    /// `0`
    Member,
    /// `100`
    Administrator,
    /// A value that the document does not list, kept as it came.
    Unknown(i64),
}

integer_enum!(Level { Member = 0, Administrator = 100 });
