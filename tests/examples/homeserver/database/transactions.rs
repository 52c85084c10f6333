//! Which message came of which transaction of a client.

use rusqlite::{Connection, OptionalExtension, Result};

pub(crate) fn insert(
    connection: &Connection,
    user_id: &str,
    transaction: &str,
    event_id: &str,
) -> Result<()> {
    let mut insert = connection
        .prepare_cached("INSERT INTO transactions (user_id, transaction_id, event_id) VALUES (?, ?, ?)")?;
    insert.execute([user_id, transaction, event_id]).map(drop)
}

/// The event that the transaction of a user made before.
pub(crate) fn find(connection: &Connection, user_id: &str, transaction: &str) -> Result<Option<String>> {
    let mut select = connection
        .prepare_cached("SELECT event_id FROM transactions WHERE user_id = ? AND transaction_id = ?")?;
    select.query_row([user_id, transaction], |row| row.get(0)).optional()
}
