//! Who is around, and who wants to know.

use rusqlite::{Connection, OptionalExtension, Result, Row, params};

/// What a user published last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Presence {
    pub(crate) user_id: String,
    pub(crate) state: String,
    pub(crate) status_msg: Option<String>,
    /// Milliseconds since 1970.
    pub(crate) last_active: i64,
}

pub(crate) fn set(connection: &Connection, presence: &Presence) -> Result<()> {
    let mut replace = connection.prepare_cached(
        "INSERT OR REPLACE INTO presence (user_id, state, status_msg, last_active) VALUES (?, ?, ?, ?)",
    )?;
    let Presence { user_id, state, status_msg, last_active } = presence;
    replace.execute(params![user_id, state, status_msg, last_active]).map(drop)
}

pub(crate) fn find(connection: &Connection, user_id: &str) -> Result<Option<Presence>> {
    let mut select = connection
        .prepare_cached("SELECT user_id, state, status_msg, last_active FROM presence WHERE user_id = ?")?;
    select.query_row([user_id], read).optional()
}

/// The presence of everyone on the list of `owner` who has published any.
pub(crate) fn of_followed(connection: &Connection, owner: &str) -> Result<Vec<Presence>> {
    let mut select = connection.prepare_cached(
        "SELECT user_id, state, status_msg, last_active
         FROM presence JOIN presence_lists ON user_id = followed WHERE owner = ? ORDER BY user_id",
    )?;
    select.query_map([owner], read)?.collect()
}

/// The presence of everyone who shares a room with `user_id`, and of the user.
pub(crate) fn of_room_mates(connection: &Connection, user_id: &str) -> Result<Vec<Presence>> {
    let mut select = connection.prepare_cached(
        "SELECT user_id, state, status_msg, last_active FROM presence
         WHERE user_id = ?1 OR user_id IN (
             SELECT mate.user_id FROM members AS own JOIN members AS mate USING (room_id)
             WHERE own.user_id = ?1 AND own.membership = 'join' AND mate.membership = 'join')
         ORDER BY user_id",
    )?;
    select.query_map([user_id], read)?.collect()
}

/// Puts `followed` on the list of `owner`. Doing it twice does no harm.
pub(crate) fn follow(connection: &Connection, owner: &str, followed: &str) -> Result<()> {
    let mut insert =
        connection.prepare_cached("INSERT OR IGNORE INTO presence_lists (owner, followed) VALUES (?, ?)")?;
    insert.execute([owner, followed]).map(drop)
}

/// Takes `followed` off the list of `owner`, whether or not it was there.
pub(crate) fn unfollow(connection: &Connection, owner: &str, followed: &str) -> Result<()> {
    let mut delete =
        connection.prepare_cached("DELETE FROM presence_lists WHERE owner = ? AND followed = ?")?;
    delete.execute([owner, followed]).map(drop)
}

fn read(row: &Row<'_>) -> Result<Presence> {
    Ok(Presence {
        user_id: row.get(0)?,
        state: row.get(1)?,
        status_msg: row.get(2)?,
        last_active: row.get(3)?,
    })
}
