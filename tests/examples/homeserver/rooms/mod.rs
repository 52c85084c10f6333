//! The rules of rooms: who may enter, who may invite.

mod create;
mod invite;
mod join;
mod order;
mod send;

pub(crate) use create::{NewRoom, create};
pub(crate) use invite::invite;
pub(crate) use join::join;
pub(crate) use order::Wanted;
pub(crate) use send::Message;

#[cfg(test)]
mod tests;

use rusqlite::Connection;
use serde_json::{Value, json};

use super::database::events::{self, NewEvent};
use super::database::members::{self, Membership};
use super::database::users;
use super::failure::Failure;
use super::identifiers::UserId;
use super::{Homeserver, clock, identifiers};

impl Homeserver {
    /// Makes a user a member of a room, named by its ID or by an alias, and returns the room's ID.
    pub(crate) async fn join(&self, user: UserId, room: String) -> Result<String, Failure> {
        self.change_rooms(user, move |connection, actor| join(connection, actor, &room)).await
    }

    /// Invites another user into a room.
    pub(crate) async fn invite(&self, user: UserId, room_id: String, invitee: String) -> Result<(), Failure> {
        self.change_rooms(user, move |connection, actor| invite(connection, actor, &room_id, &invitee)).await
    }

    /// Lets a user act, and tells those who wait for events.
    async fn change_rooms<T: Send + 'static>(
        &self,
        user: UserId,
        act: impl FnOnce(&Connection, Actor<'_>) -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Failure> {
        let server = self.name.clone();
        let change = self
            .database
            .run(move |connection| act(connection, Actor { user_id: user.as_str(), server: &server }));
        let done = change.await?;
        self.announce();
        Ok(done)
    }
}

/// Who acts, and for which server.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Actor<'a> {
    pub(crate) user_id: &'a str,
    pub(crate) server: &'a str,
}

impl Actor<'_> {
    /// Sends a message to a room.
    pub(crate) fn say(&self, connection: &Connection, room_id: &str, body: &str) -> rusqlite::Result<()> {
        let content = json!({ "msgtype": "m.text", "body": body });
        self.append(connection, room_id, "m.room.message", None, content)
    }

    /// States a fact about a room.
    fn set_state(
        &self,
        connection: &Connection,
        room_id: &str,
        kind: &str,
        content: Value,
    ) -> rusqlite::Result<()> {
        self.append(connection, room_id, kind, Some(""), content)
    }

    /// Changes how `user_id` stands to a room, with the profile that the others will see.
    fn set_membership(
        &self,
        connection: &Connection,
        room_id: &str,
        user_id: &str,
        membership: Membership,
    ) -> rusqlite::Result<()> {
        let profile = users::profile(connection, user_id)?.unwrap_or_default();
        let content = json!({
            "membership": membership.as_str(),
            "displayname": profile.displayname,
            "avatar_url": profile.avatar_url,
        });
        members::set(connection, room_id, user_id, membership)?;
        self.append(connection, room_id, "m.room.member", Some(user_id), content)
    }

    fn append(
        &self,
        connection: &Connection,
        room_id: &str,
        kind: &str,
        state_key: Option<&str>,
        content: Value,
    ) -> rusqlite::Result<()> {
        let event = NewEvent {
            event_id: identifiers::new_event_id(self.server),
            room_id,
            kind,
            state_key,
            sender: self.user_id,
            origin_server_ts: clock::now(),
            content,
        };
        events::append(connection, &event)
    }
}
