//! A snapshot to start with, and what happens after it.

use std::time::Duration;

use matrix_client_server::security::AccessToken;
use matrix_client_server::sync::{SyncApi, get_events, get_events_by_event_id, get_initial_sync};

use super::{events, refusals};
use crate::homeserver::Homeserver;
use crate::homeserver::limits::check_count;
use crate::homeserver::sync::{Point, Room};

impl SyncApi for Homeserver {
    async fn get_events(
        &self,
        request: get_events::Request,
        token: AccessToken,
    ) -> Result<get_events::Response, get_events::Error> {
        let user = self.caller(token.reveal()).await?;
        let from = request.from.map(|from| from.parse()).transpose()?;
        let wait = check_count("timeout", request.timeout)?.map(Duration::from_millis);
        let news = self.news(&user, from, wait).await?;
        Ok(get_events::Response::new()
            .with_start(news.start.to_string())
            .with_end(news.end.to_string())
            .with_chunk(news.events.into_iter().map(events::in_room).collect()))
    }

    async fn get_initial_sync(
        &self,
        request: get_initial_sync::Request,
        token: AccessToken,
    ) -> Result<get_initial_sync::Response, get_initial_sync::Error> {
        let user = self.caller(token.reveal()).await?;
        let limit = check_count("limit", request.limit)?;
        let limit = limit.map(|limit| u32::try_from(limit).unwrap_or(u32::MAX));
        let snapshot = self.snapshot(&user, limit).await?;
        let end = snapshot.end;
        let rooms = snapshot.rooms.into_iter().map(|room| room_info(room, end)).collect();
        let presence = events::of_presence(snapshot.presence);
        Ok(get_initial_sync::Response::new(end.to_string(), presence, rooms))
    }

    async fn get_events_by_event_id(
        &self,
        request: get_events_by_event_id::Request,
        token: AccessToken,
    ) -> Result<get_events_by_event_id::Response, get_events_by_event_id::Error> {
        let user = self.caller(token.reveal()).await?;
        let event = self.event(&user, request.event_id).await?;
        Ok(get_events_by_event_id::Response::new(events::anywhere(event)))
    }
}

fn room_info(room: Room, end: Point) -> get_initial_sync::RoomInfo {
    let start = room.start(end).to_string();
    let messages = room.messages.into_iter().map(events::in_room).collect();
    let messages = get_initial_sync::PaginationChunk::new(start, end.to_string(), messages);
    get_initial_sync::RoomInfo::new(room.room_id, room.membership.as_str().into())
        .with_messages(messages)
        .with_state(room.state.into_iter().map(events::of_state).collect())
        .with_visibility(room.visibility.into())
}

refusals! {
    get_events { 400 => BadRequest }
    get_initial_sync { 404 => NotFound }
    get_events_by_event_id { 404 => NotFound }
}
