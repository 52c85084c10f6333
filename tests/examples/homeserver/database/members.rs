//! How users stand to rooms.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};
use rusqlite::{Connection, OptionalExtension, Result, ToSql, params};

/// How a user stands to a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Membership {
    Invite,
    Join,
    Leave,
    Ban,
}

impl Membership {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Invite => "invite",
            Self::Join => "join",
            Self::Leave => "leave",
            Self::Ban => "ban",
        }
    }
}

pub(crate) fn find(connection: &Connection, room_id: &str, user_id: &str) -> Result<Option<Membership>> {
    let mut select =
        connection.prepare_cached("SELECT membership FROM members WHERE room_id = ? AND user_id = ?")?;
    select.query_row([room_id, user_id], |row| row.get(0)).optional()
}

pub(crate) fn set(
    connection: &Connection,
    room_id: &str,
    user_id: &str,
    membership: Membership,
) -> Result<()> {
    let mut replace = connection
        .prepare_cached("INSERT OR REPLACE INTO members (room_id, user_id, membership) VALUES (?, ?, ?)")?;
    replace.execute(params![room_id, user_id, membership]).map(drop)
}

/// The rooms a user has joined or is invited to.
pub(crate) fn rooms_of(connection: &Connection, user_id: &str) -> Result<Vec<(String, Membership)>> {
    let mut select = connection.prepare_cached(
        "SELECT room_id, membership FROM members
         WHERE user_id = ? AND membership IN ('invite', 'join') ORDER BY room_id",
    )?;
    select.query_map([user_id], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

impl ToSql for Membership {
    fn to_sql(&self) -> Result<ToSqlOutput<'_>> {
        Ok(self.as_str().into())
    }
}

impl FromSql for Membership {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value.as_str()? {
            "invite" => Ok(Self::Invite),
            "join" => Ok(Self::Join),
            "leave" => Ok(Self::Leave),
            "ban" => Ok(Self::Ban),
            _ => Err(FromSqlError::InvalidType),
        }
    }
}
