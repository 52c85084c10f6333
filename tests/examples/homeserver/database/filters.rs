//! Filters that users have defined.

use rusqlite::{Connection, OptionalExtension, Result, params};

/// Keeps a filter, which is JSON, and returns its ID.
pub(crate) fn insert(connection: &Connection, user_id: &str, filter: &str) -> Result<i64> {
    let mut insert = connection.prepare_cached("INSERT INTO filters (user_id, filter) VALUES (?, ?)")?;
    insert.insert([user_id, filter])
}

/// The filter of a user with an ID.
pub(crate) fn find(connection: &Connection, user_id: &str, filter_id: i64) -> Result<Option<String>> {
    let mut select =
        connection.prepare_cached("SELECT filter FROM filters WHERE user_id = ? AND filter_id = ?")?;
    select.query_row(params![user_id, filter_id], |row| row.get(0)).optional()
}
