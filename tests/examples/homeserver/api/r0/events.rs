//! Events as r0 has them, within an answer that says which room they are in.

use matrix_client_server::r0::types::{
    RoomEventBatchEventsItem as RoomEvent, StateEventBatchEventsItem as StateEvent, StrippedState,
};
use matrix_client_server::runtime::JsonObject;
use serde_json::Value;

use crate::homeserver::database::events::Event;

/// A message, or a fact among messages.
pub(super) fn in_timeline(event: Event) -> RoomEvent {
    let content = object(event.content);
    let mut told = RoomEvent::new(content, event.kind, event.event_id, event.sender, event.origin_server_ts);
    if let Some(state_key) = event.state_key {
        told.additional.insert("state_key".to_owned(), state_key.into());
    }
    told
}

/// A fact.
pub(super) fn in_state(event: Event) -> StateEvent {
    let state_key = event.state_key.unwrap_or_default();
    let content = object(event.content);
    StateEvent::new(content, event.kind, event.event_id, event.sender, event.origin_server_ts, state_key)
}

/// A fact for somebody who is not a member.
pub(super) fn stripped(event: Event) -> StrippedState {
    let state_key = event.state_key.unwrap_or_default();
    StrippedState::new(object(event.content), state_key, event.kind, event.sender)
}

fn object(content: Value) -> JsonObject {
    match content {
        Value::Object(content) => content,
        _ => JsonObject::new(),
    }
}
