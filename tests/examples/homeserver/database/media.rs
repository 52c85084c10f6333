//! Uploaded files.

use rusqlite::{Connection, OptionalExtension, Result, params};

/// A file as it was uploaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Media {
    pub(crate) content_type: Option<String>,
    pub(crate) bytes: Vec<u8>,
}

pub(crate) fn insert(
    connection: &Connection,
    media_id: &str,
    content_type: Option<&str>,
    bytes: &[u8],
) -> Result<()> {
    let mut insert =
        connection.prepare_cached("INSERT INTO media (media_id, content_type, bytes) VALUES (?, ?, ?)")?;
    insert.execute(params![media_id, content_type, bytes]).map(drop)
}

pub(crate) fn find(connection: &Connection, media_id: &str) -> Result<Option<Media>> {
    let mut select = connection.prepare_cached("SELECT content_type, bytes FROM media WHERE media_id = ?")?;
    select.query_row([media_id], |row| Ok(Media { content_type: row.get(0)?, bytes: row.get(1)? })).optional()
}

/// How many bytes all files take together.
pub(crate) fn total_bytes(connection: &Connection) -> Result<u64> {
    let mut select = connection.prepare_cached("SELECT ifnull(sum(length(bytes)), 0) FROM media")?;
    select.query_row([], |row| row.get::<_, i64>(0)).map(i64::unsigned_abs)
}
