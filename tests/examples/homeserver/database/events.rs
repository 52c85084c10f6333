//! What happened in the rooms, in one stream.

use rusqlite::{Connection, OptionalExtension, Result, Row, params};
use serde_json::{Map, Value, json};

/// Something that is about to be written down.
#[derive(Debug, Clone)]
pub(crate) struct NewEvent<'a> {
    pub(crate) event_id: String,
    pub(crate) room_id: &'a str,
    pub(crate) kind: &'a str,
    /// State if there is one, a message if not.
    pub(crate) state_key: Option<&'a str>,
    pub(crate) sender: &'a str,
    pub(crate) origin_server_ts: i64,
    pub(crate) content: Value,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Event {
    /// Its place in the stream, counted from 1.
    pub(crate) position: i64,
    pub(crate) event_id: String,
    pub(crate) room_id: String,
    pub(crate) kind: String,
    pub(crate) state_key: Option<String>,
    pub(crate) sender: String,
    pub(crate) origin_server_ts: i64,
    pub(crate) content: Value,
}

impl Event {
    /// What the event says beside the members that the documents describe: `event_id`, `room_id`, `state_key`.
    pub(crate) fn details(&self, now: i64) -> Map<String, Value> {
        let details = json!({
            "type": self.kind,
            "user_id": self.sender,
            "origin_server_ts": self.origin_server_ts,
            "age": now.saturating_sub(self.origin_server_ts),
            "content": self.content,
        });
        match details {
            Value::Object(details) => details,
            _ => Map::new(),
        }
    }
}

const COLUMNS: &str = "position, event_id, room_id, kind, state_key, sender, origin_server_ts, content";

/// Whether the user `?1` may see an event: as a member of its room, or because it is about the user's own
/// membership, as an invitation is.
const VISIBLE: &str = "(room_id IN (SELECT room_id FROM members WHERE user_id = ?1 AND membership = 'join')
     OR (kind = 'm.room.member' AND state_key = ?1))";

pub(crate) fn append(connection: &Connection, event: &NewEvent<'_>) -> Result<()> {
    let mut insert = connection.prepare_cached(
        "INSERT INTO events (event_id, room_id, kind, state_key, sender, origin_server_ts, content)
         VALUES (?, ?, ?, ?, ?, ?, ?)",
    )?;
    let NewEvent { event_id, room_id, kind, state_key, sender, origin_server_ts, content } = event;
    let content = content.to_string();
    insert.execute(params![event_id, room_id, kind, state_key, sender, origin_server_ts, content]).map(drop)
}

/// The end of the stream: the position of the newest event, 0 if there is none.
pub(crate) fn last_position(connection: &Connection) -> Result<i64> {
    connection.prepare_cached("SELECT ifnull(max(position), 0) FROM events")?.query_row([], |row| row.get(0))
}

/// The oldest `limit` events after `position` that the user may see, oldest first.
pub(crate) fn after(connection: &Connection, user_id: &str, position: i64, limit: u32) -> Result<Vec<Event>> {
    let query =
        format!("SELECT {COLUMNS} FROM events WHERE position > ?2 AND {VISIBLE} ORDER BY position LIMIT ?3");
    connection.prepare_cached(&query)?.query_map(params![user_id, position, limit], read)?.collect()
}

/// One event, if the user may see it.
pub(crate) fn find(connection: &Connection, user_id: &str, event_id: &str) -> Result<Option<Event>> {
    let query = format!("SELECT {COLUMNS} FROM events WHERE event_id = ?2 AND {VISIBLE}");
    connection.prepare_cached(&query)?.query_row([user_id, event_id], read).optional()
}

/// The latest `limit` messages of a room, oldest first.
pub(crate) fn latest_messages(connection: &Connection, room_id: &str, limit: u32) -> Result<Vec<Event>> {
    let query = format!(
        "SELECT {COLUMNS} FROM events WHERE room_id = ?1 AND state_key IS NULL ORDER BY position DESC LIMIT ?2"
    );
    let mut select = connection.prepare_cached(&query)?;
    let mut messages: Vec<Event> = select.query_map(params![room_id, limit], read)?.collect::<Result<_>>()?;
    messages.reverse();
    Ok(messages)
}

/// The facts that hold in a room: of each kind and key the latest event.
pub(crate) fn state(connection: &Connection, room_id: &str) -> Result<Vec<Event>> {
    let query = format!(
        "SELECT {COLUMNS} FROM events WHERE position IN (
             SELECT max(position) FROM events WHERE room_id = ?1 AND state_key IS NOT NULL
             GROUP BY kind, state_key)
         ORDER BY position"
    );
    connection.prepare_cached(&query)?.query_map([room_id], read)?.collect()
}

/// The content of one fact about a room.
pub(crate) fn fact(connection: &Connection, room_id: &str, kind: &str) -> Result<Option<Value>> {
    let mut select = connection.prepare_cached(
        "SELECT content FROM events WHERE room_id = ? AND kind = ? AND state_key = ''
         ORDER BY position DESC LIMIT 1",
    )?;
    Ok(select.query_row([room_id, kind], |row| row.get::<_, String>(0)).optional()?.map(|text| parse(&text)))
}

fn read(row: &Row<'_>) -> Result<Event> {
    Ok(Event {
        position: row.get(0)?,
        event_id: row.get(1)?,
        room_id: row.get(2)?,
        kind: row.get(3)?,
        state_key: row.get(4)?,
        sender: row.get(5)?,
        origin_server_ts: row.get(6)?,
        content: parse(&row.get::<_, String>(7)?),
    })
}

/// Only `append` writes this column, and it writes JSON.
fn parse(content: &str) -> Value {
    serde_json::from_str(content).unwrap_or_default()
}
