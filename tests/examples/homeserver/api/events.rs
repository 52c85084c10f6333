//! Events as the documents have them: the members they describe, and all others beside these.

use matrix_client_server::runtime::Additional;
use matrix_client_server::types;
use serde_json::{Value, json};

use crate::homeserver::clock;
use crate::homeserver::database::events::Event;
use crate::homeserver::database::presence::Presence;

/// An event of any kind.
pub(super) fn anywhere(mut event: Event) -> types::Event {
    let mut additional = details(&event);
    additional.insert("room_id".to_owned(), event.room_id.into());
    if let Some(state_key) = event.state_key.take() {
        additional.insert("state_key".to_owned(), state_key.into());
    }
    types::Event::new(event.event_id).with_additional(additional)
}

/// An event in a room: a message or a fact.
pub(super) fn in_room(mut event: Event) -> types::RoomEvent {
    let mut additional = details(&event);
    if let Some(state_key) = event.state_key.take() {
        additional.insert("state_key".to_owned(), state_key.into());
    }
    types::RoomEvent::new(event.event_id, event.room_id).with_additional(additional)
}

/// A fact about a room.
pub(super) fn of_state(event: Event) -> types::StateEvent {
    let additional = details(&event);
    let state_key = event.state_key.unwrap_or_default();
    types::StateEvent::new(event.event_id, event.room_id, state_key).with_additional(additional)
}

/// What users published, as one event each.
pub(super) fn of_presence(presence: Vec<Presence>) -> Vec<types::Event> {
    let now = clock::now();
    presence.iter().map(|presence| presence_event(presence, now)).collect()
}

fn presence_event(presence: &Presence, now: i64) -> types::Event {
    let mut content = json!({
        "user_id": presence.user_id,
        "presence": presence.state,
        "last_active_ago": presence.age(now),
    });
    if let Some(status_msg) = &presence.status_msg {
        content["status_msg"] = status_msg.as_str().into();
    }
    let additional = [("type".to_owned(), "m.presence".into()), ("content".to_owned(), content)];
    types::Event::new(presence.event_id()).with_additional(additional.into())
}

fn details(event: &Event) -> Additional<Value> {
    event.details(clock::now()).into_iter().collect()
}
