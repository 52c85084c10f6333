//! Speaking in a room.

use serde_json::Value;

use crate::homeserver::database::events::{self, NewEvent};
use crate::homeserver::database::members::{self, Membership};
use crate::homeserver::database::transactions;
use crate::homeserver::failure::Failure;
use crate::homeserver::identifiers::{self, UserId};
use crate::homeserver::{Homeserver, clock};

/// What somebody says.
#[derive(Debug, Clone)]
pub(crate) struct Message {
    pub(crate) room_id: String,
    /// The type of the event.
    pub(crate) kind: String,
    /// The client's own ID of the message: sent again, it is the same message.
    pub(crate) transaction: String,
    pub(crate) content: Value,
}

impl Homeserver {
    /// Sends a message to a room that the user is in, and returns the ID of its event.
    pub(crate) async fn send(&self, user: UserId, message: Message) -> Result<String, Failure> {
        self.change_rooms(user, move |connection, actor| {
            let Message { room_id, kind, transaction, content } = message;
            if let Some(event_id) = transactions::find(connection, actor.user_id, &transaction)? {
                return Ok(event_id);
            }
            if members::find(connection, &room_id, actor.user_id)? != Some(Membership::Join) {
                return Err(Failure::forbidden("You are not in this room."));
            }
            let event_id = identifiers::new_event_id(actor.server);
            let event = NewEvent {
                event_id: event_id.clone(),
                room_id: &room_id,
                kind: &kind,
                state_key: None,
                sender: actor.user_id,
                origin_server_ts: clock::now(),
                content,
            };
            events::append(connection, &event)?;
            transactions::insert(connection, actor.user_id, &transaction, &event_id)?;
            Ok(event_id)
        })
        .await
    }
}
