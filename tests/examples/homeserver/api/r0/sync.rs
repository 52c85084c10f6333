//! Syncing: a snapshot first, then what happened since.

use std::collections::BTreeMap;
use std::time::Duration;

use matrix_client_server::r0::sync::{SyncApi, sync};
use matrix_client_server::r0::types::{EventBatch, StateEventBatch, TimelineBatch};
use matrix_client_server::runtime::Additional;
use matrix_client_server::security::AccessToken;

use super::events::{in_state, in_timeline, stripped};
use crate::homeserver::Homeserver;
use crate::homeserver::api::refusals;
use crate::homeserver::database::events::Event;
use crate::homeserver::database::members::Membership;
use crate::homeserver::failure::Failure;
use crate::homeserver::identifiers::UserId;
use crate::homeserver::limits::check_count;
use crate::homeserver::sync::{Point, Room};

impl SyncApi for Homeserver {
    async fn sync(&self, request: sync::Request, token: AccessToken) -> Result<sync::Response, sync::Error> {
        let user = self.caller(token.reveal()).await?;
        let (next, rooms) = match &request.since {
            None => self.first_sync(&user).await?,
            Some(since) => {
                let wait = check_count("timeout", request.timeout)?.unwrap_or_default();
                self.next_sync(&user, since.parse()?, Duration::from_millis(wait)).await?
            }
        };
        Ok(sync::Response::new(next.to_string())
            .with_rooms(rooms)
            .with_presence(nothing())
            .with_account_data(nothing())
            .with_device_one_time_keys_count(Additional::new()))
    }
}

impl Homeserver {
    async fn first_sync(&self, user: &UserId) -> Result<(Point, sync::Rooms), Failure> {
        let snapshot = self.snapshot(user, None).await?;
        let end = snapshot.end;
        let (mut join, mut invite) = (Additional::new(), Additional::new());
        for room in snapshot.rooms {
            if room.membership == Membership::Join {
                join.insert(room.room_id.clone(), whole(room, end));
            } else {
                invite.insert(room.room_id, sync::InvitedRoom::new());
            }
        }
        Ok((end, rooms(join, invite, Additional::new())))
    }

    async fn next_sync(
        &self,
        user: &UserId,
        since: Point,
        wait: Duration,
    ) -> Result<(Point, sync::Rooms), Failure> {
        let news = self.news(user, Some(since), Some(wait)).await?;
        let mut by_room: BTreeMap<String, Vec<Event>> = BTreeMap::new();
        for event in news.events {
            by_room.entry(event.room_id.clone()).or_default().push(event);
        }
        let (mut join, mut invite, mut leave) = (Additional::new(), Additional::new(), Additional::new());
        for (room_id, events) in by_room {
            match own_membership(&events, user) {
                // The state before that is new as well.
                Some("join") => {
                    let rooms = self.snapshot(user, None).await?.rooms;
                    let room = rooms.into_iter().find(|room| room.room_id == room_id);
                    join.extend(room.map(|room| (room_id, whole(room, news.end))));
                }
                Some("invite") => drop(invite.insert(room_id, invited(events))),
                Some(_) => drop(leave.insert(room_id, sync::LeftRoom::new().with_timeline(timeline(events)))),
                None => drop(join.insert(room_id, joined(events))),
            }
        }
        Ok((news.end, rooms(join, invite, leave)))
    }
}

/// What became of the user, if the events say.
fn own_membership<'e>(events: &'e [Event], user: &UserId) -> Option<&'e str> {
    let own =
        |event: &&Event| event.kind == "m.room.member" && event.state_key.as_deref() == Some(user.as_str());
    events.iter().rev().find(own)?.content.get("membership")?.as_str()
}

fn rooms(
    join: Additional<sync::JoinedRoom>,
    invite: Additional<sync::InvitedRoom>,
    leave: Additional<sync::LeftRoom>,
) -> sync::Rooms {
    sync::Rooms::new().with_join(join).with_invite(invite).with_leave(leave)
}

/// A room from its beginning, or as much of it as fits.
fn whole(room: Room, end: Point) -> sync::JoinedRoom {
    let before = room.start(end).to_string();
    let state = room.state.into_iter().map(in_state).collect();
    let timeline = timeline(room.messages).with_prev_batch(before);
    joined(Vec::new()).with_state(StateEventBatch::new().with_events(state)).with_timeline(timeline)
}

fn joined(events: Vec<Event>) -> sync::JoinedRoom {
    sync::JoinedRoom::new()
        .with_state(StateEventBatch::new().with_events(Vec::new()))
        .with_timeline(timeline(events))
        .with_ephemeral(nothing())
        .with_account_data(nothing())
        .with_unread_notifications(sync::UnreadNotificationCounts::new())
}

fn invited(events: Vec<Event>) -> sync::InvitedRoom {
    let state = sync::InviteState::new().with_events(events.into_iter().map(stripped).collect());
    sync::InvitedRoom::new().with_invite_state(state)
}

fn timeline(events: Vec<Event>) -> TimelineBatch {
    TimelineBatch::new().with_events(events.into_iter().map(in_timeline).collect()).with_limited(false)
}

fn nothing() -> EventBatch {
    EventBatch::new().with_events(Vec::new())
}

refusals! {
    sync {}
}
