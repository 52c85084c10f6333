//! Entering a room.

use rusqlite::Connection;
use serde_json::Value;

use super::Actor;
use crate::homeserver::database::members::{self, Membership};
use crate::homeserver::database::{aliases, events, rooms};
use crate::homeserver::failure::Failure;

/// Makes the actor a member of a room, named by its ID or by an alias, and returns the room's ID.
pub(crate) fn join(connection: &Connection, actor: Actor<'_>, room: &str) -> Result<String, Failure> {
    let room_id = find(connection, room)?;
    match members::find(connection, &room_id, actor.user_id)? {
        Some(Membership::Join) => return Ok(room_id),
        Some(Membership::Ban) => return Err(Failure::forbidden("You are banned from this room.")),
        Some(Membership::Invite) => {}
        Some(Membership::Leave) | None if is_public(connection, &room_id)? => {}
        Some(Membership::Leave) | None => {
            return Err(Failure::forbidden("You are not invited to this room."));
        }
    }
    actor.set_membership(connection, &room_id, actor.user_id, Membership::Join)?;
    Ok(room_id)
}

/// The ID of the room with this ID or alias.
fn find(connection: &Connection, room: &str) -> Result<String, Failure> {
    let unknown = || Failure::not_found(format!("There is no room {room:?}."));
    if room.starts_with('#') {
        return Ok(aliases::find(connection, room)?.ok_or_else(unknown)?.room_id);
    }
    rooms::visibility(connection, room)?.map(|_| room.to_owned()).ok_or_else(unknown)
}

fn is_public(connection: &Connection, room_id: &str) -> Result<bool, Failure> {
    let rules = events::fact(connection, room_id, "m.room.join_rules")?;
    Ok(rules.as_ref().and_then(|rules| rules.get("join_rule")).and_then(Value::as_str) == Some("public"))
}
