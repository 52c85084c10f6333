//! Inviting others into a room.

use rusqlite::Connection;
use serde_json::Value;

use super::Actor;
use crate::homeserver::database::members::{self, Membership};
use crate::homeserver::database::{events, users};
use crate::homeserver::failure::Failure;

/// Invites `invitee` into a room. Inviting twice is not an error.
pub(crate) fn invite(
    connection: &Connection,
    actor: Actor<'_>,
    room_id: &str,
    invitee: &str,
) -> Result<(), Failure> {
    if members::find(connection, room_id, actor.user_id)? != Some(Membership::Join) {
        return Err(Failure::forbidden("You are not a member of this room."));
    }
    if !may_invite(connection, room_id, actor.user_id)? {
        return Err(Failure::forbidden("Your power level is too low to invite others."));
    }
    match members::find(connection, room_id, invitee)? {
        Some(Membership::Ban) => Err(Failure::forbidden(format!("{invitee} is banned from this room."))),
        Some(Membership::Join) => Err(Failure::forbidden(format!("{invitee} is a member already."))),
        Some(Membership::Invite) => Ok(()),
        Some(Membership::Leave) | None if !users::exists(connection, invitee)? => {
            Err(Failure::not_found(format!("There is no user {invitee:?}.")))
        }
        Some(Membership::Leave) | None => {
            Ok(actor.set_membership(connection, room_id, invitee, Membership::Invite)?)
        }
    }
}

/// Whether the user's power level reaches what the room demands of those who invite.
fn may_invite(connection: &Connection, room_id: &str, user_id: &str) -> Result<bool, Failure> {
    let levels = events::fact(connection, room_id, "m.room.power_levels")?.unwrap_or_default();
    let level = |value: Option<&Value>| value.and_then(Value::as_i64);
    let demanded = level(levels.get("invite")).unwrap_or(0);
    let own = levels.get("users").and_then(|users| users.get(user_id));
    let held = level(own).or_else(|| level(levels.get("users_default"))).unwrap_or(0);
    Ok(held >= demanded)
}
