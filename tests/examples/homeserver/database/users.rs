//! Accounts, their sessions and their profiles.

use rusqlite::{Connection, OptionalExtension, Result, params};

/// What a user shows to others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Profile {
    pub(crate) displayname: Option<String>,
    pub(crate) avatar_url: Option<String>,
}

pub(crate) fn insert(connection: &Connection, user_id: &str, password_hash: Option<&str>) -> Result<()> {
    let mut insert = connection.prepare_cached("INSERT INTO users (user_id, password_hash) VALUES (?, ?)")?;
    insert.execute(params![user_id, password_hash]).map(drop)
}

pub(crate) fn exists(connection: &Connection, user_id: &str) -> Result<bool> {
    connection.prepare_cached("SELECT 1 FROM users WHERE user_id = ?")?.exists([user_id])
}

/// Whether nobody has an account yet: the server starts for the first time.
pub(crate) fn are_none(connection: &Connection) -> Result<bool> {
    Ok(!connection.prepare("SELECT 1 FROM users")?.exists([])?)
}

/// The password hash of an account. `None` if there is no such account, or nobody can log in to it.
pub(crate) fn password_hash(connection: &Connection, user_id: &str) -> Result<Option<String>> {
    let mut select = connection.prepare_cached("SELECT password_hash FROM users WHERE user_id = ?")?;
    Ok(select.query_row([user_id], |row| row.get(0)).optional()?.flatten())
}

pub(crate) fn insert_token(connection: &Connection, token_hash: &[u8], user_id: &str) -> Result<()> {
    let mut insert =
        connection.prepare_cached("INSERT INTO access_tokens (token_hash, user_id) VALUES (?, ?)")?;
    insert.execute(params![token_hash, user_id]).map(drop)
}

/// Whose session the token belongs to.
pub(crate) fn token_owner(connection: &Connection, token_hash: &[u8]) -> Result<Option<String>> {
    let mut select = connection.prepare_cached("SELECT user_id FROM access_tokens WHERE token_hash = ?")?;
    select.query_row([token_hash], |row| row.get(0)).optional()
}

/// The profile of an account, which may be empty. `None` if there is no such account.
pub(crate) fn profile(connection: &Connection, user_id: &str) -> Result<Option<Profile>> {
    let mut select =
        connection.prepare_cached("SELECT displayname, avatar_url FROM users WHERE user_id = ?")?;
    let read = |row: &rusqlite::Row<'_>| Ok(Profile { displayname: row.get(0)?, avatar_url: row.get(1)? });
    select.query_row([user_id], read).optional()
}

pub(crate) fn set_displayname(connection: &Connection, user_id: &str, name: Option<&str>) -> Result<()> {
    let mut update = connection.prepare_cached("UPDATE users SET displayname = ?2 WHERE user_id = ?1")?;
    update.execute(params![user_id, name]).map(drop)
}

pub(crate) fn set_avatar_url(connection: &Connection, user_id: &str, url: Option<&str>) -> Result<()> {
    let mut update = connection.prepare_cached("UPDATE users SET avatar_url = ?2 WHERE user_id = ?1")?;
    update.execute(params![user_id, url]).map(drop)
}
