//! Creating a room, as the server does itself when it first starts, and as users do.

use rusqlite::Connection;
use serde_json::json;

use super::Actor;
use crate::homeserver::database::{members::Membership, rooms};
use crate::homeserver::failure::Failure;
use crate::homeserver::identifiers;

/// What a room is to be like.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NewRoom<'a> {
    pub(crate) name: &'a str,
    /// Whether anyone may enter and the public directory lists it.
    pub(crate) public: bool,
}

/// Creates the room, with the actor as its first member, and returns its ID.
pub(crate) fn create(
    connection: &Connection,
    actor: Actor<'_>,
    room: NewRoom<'_>,
) -> Result<String, Failure> {
    let (visibility, join_rule) = if room.public { ("public", "public") } else { ("private", "invite") };
    let room_id = identifiers::new_room_id(actor.server);
    rooms::insert(connection, &room_id, visibility)?;
    let power_levels = json!({ "users": { actor.user_id: 100 }, "users_default": 0, "invite": 0 });
    actor.set_state(connection, &room_id, "m.room.create", json!({ "creator": actor.user_id }))?;
    actor.set_membership(connection, &room_id, actor.user_id, Membership::Join)?;
    actor.set_state(connection, &room_id, "m.room.power_levels", power_levels)?;
    actor.set_state(connection, &room_id, "m.room.join_rules", json!({ "join_rule": join_rule }))?;
    actor.set_state(connection, &room_id, "m.room.name", json!({ "name": room.name }))?;
    Ok(room_id)
}
