//! Which rooms there are.

use rusqlite::{Connection, OptionalExtension, Result};

pub(crate) fn insert(connection: &Connection, room_id: &str, visibility: &str) -> Result<()> {
    let mut insert = connection.prepare_cached("INSERT INTO rooms (room_id, visibility) VALUES (?, ?)")?;
    insert.execute([room_id, visibility]).map(drop)
}

/// Whether the public room directory lists the room: `public` or `private`. `None` if there is no such room.
pub(crate) fn visibility(connection: &Connection, room_id: &str) -> Result<Option<String>> {
    let mut select = connection.prepare_cached("SELECT visibility FROM rooms WHERE room_id = ?")?;
    select.query_row([room_id], |row| row.get(0)).optional()
}
