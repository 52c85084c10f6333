//! Which room an alias leads to.

use rusqlite::{Connection, OptionalExtension, Result};

/// An alias and who made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Alias {
    pub(crate) room_id: String,
    pub(crate) creator: String,
}

/// Defines the alias. `false` if it exists already.
pub(crate) fn insert(connection: &Connection, alias: &str, room_id: &str, creator: &str) -> Result<bool> {
    let mut insert = connection.prepare_cached(
        "INSERT INTO aliases (alias, room_id, creator) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
    )?;
    Ok(insert.execute([alias, room_id, creator])? > 0)
}

pub(crate) fn find(connection: &Connection, alias: &str) -> Result<Option<Alias>> {
    let mut select = connection.prepare_cached("SELECT room_id, creator FROM aliases WHERE alias = ?")?;
    select.query_row([alias], |row| Ok(Alias { room_id: row.get(0)?, creator: row.get(1)? })).optional()
}

pub(crate) fn remove(connection: &Connection, alias: &str) -> Result<()> {
    connection.prepare_cached("DELETE FROM aliases WHERE alias = ?")?.execute([alias]).map(drop)
}
