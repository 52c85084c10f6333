//! The stream of events: a snapshot to start with, and what happens after it.

#[cfg(test)]
mod tests;

use std::time::Duration;

use super::Homeserver;
use super::database::events::{self, Event};
use super::database::members::{self, Membership};
use super::database::presence::{self, Presence};
use super::database::rooms;
use super::failure::Failure;
use super::identifiers::UserId;

/// No request waits longer, so that proxies do not cut it off.
const MAX_WAIT: Duration = Duration::from_secs(30);
/// How many events one answer carries at most. The rest comes with the next one.
const MAX_EVENTS: u32 = 100;
/// How many messages per room a snapshot has, if the client does not say.
const MESSAGES: u32 = 20;

/// A point in the stream, written `s` and a number: everything up to that position lies before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Point(i64);

/// What happened between two points.
#[derive(Debug)]
pub(crate) struct News {
    pub(crate) start: Point,
    pub(crate) end: Point,
    pub(crate) events: Vec<Event>,
}

/// Everything a client needs to start.
#[derive(Debug)]
pub(crate) struct Snapshot {
    pub(crate) end: Point,
    pub(crate) presence: Vec<Presence>,
    pub(crate) rooms: Vec<Room>,
}

/// One room, as a user sees it.
#[derive(Debug)]
pub(crate) struct Room {
    pub(crate) room_id: String,
    pub(crate) membership: Membership,
    pub(crate) visibility: String,
    pub(crate) messages: Vec<Event>,
    pub(crate) state: Vec<Event>,
}

impl Homeserver {
    /// What happened since `from`. If nothing did, waits for it.
    pub(crate) async fn news(
        &self,
        user: &UserId,
        from: Option<Point>,
        wait: Option<Duration>,
    ) -> Result<News, Failure> {
        let deadline = tokio::time::Instant::now() + wait.unwrap_or(MAX_WAIT).min(MAX_WAIT);
        // Subscribed before looking, so that nothing slips through in between.
        let mut changes = self.changes.subscribe();
        let from = match from {
            Some(point) => point,
            None => self.database.run(|db| Ok(Point(events::last_position(db)?))).await?,
        };
        loop {
            changes.mark_unchanged();
            let news = self.news_now(user, from).await?;
            let is_last_look = !news.events.is_empty() || tokio::time::Instant::now() >= deadline;
            if is_last_look {
                return Ok(news);
            }
            // Whichever comes first, a change or the end of the time: look once more.
            let _ = tokio::time::timeout_at(deadline, changes.changed()).await;
        }
    }

    /// The rooms of a user, each with its latest `limit` messages.
    pub(crate) async fn snapshot(&self, user: &UserId, limit: Option<u32>) -> Result<Snapshot, Failure> {
        let user = user.clone();
        let limit = limit.unwrap_or(MESSAGES).min(MAX_EVENTS);
        let take = self.database.run(move |db| {
            let rooms = members::rooms_of(db, user.as_str())?.into_iter();
            Ok(Snapshot {
                end: Point(events::last_position(db)?),
                presence: presence::of_room_mates(db, user.as_str())?,
                rooms: rooms
                    .map(|(id, membership)| room(db, id, membership, limit))
                    .collect::<Result<_, _>>()?,
            })
        });
        take.await
    }

    /// One event, which the user may see.
    pub(crate) async fn event(&self, user: &UserId, event_id: String) -> Result<Event, Failure> {
        let user = user.clone();
        let found = self.database.run(move |db| Ok(events::find(db, user.as_str(), &event_id)?)).await?;
        found.ok_or_else(|| Failure::not_found("There is no such event, or you may not see it."))
    }

    async fn news_now(&self, user: &UserId, from: Point) -> Result<News, Failure> {
        let user = user.clone();
        let look = self.database.run(move |db| {
            let last = events::last_position(db)?;
            if from.0 > last {
                return Err(Failure::invalid(format!(
                    "{:?} is not a point in the stream.",
                    from.to_string()
                )));
            }
            let events = events::after(db, user.as_str(), from.0, MAX_EVENTS)?;
            // A full answer may have left some out: continue right after what it holds.
            let is_full = events.len() >= MAX_EVENTS as usize;
            let end = events.last().filter(|_| is_full).map_or(last, |event| event.position);
            Ok(News { start: from, end: Point(end), events })
        });
        look.await
    }
}

fn room(
    db: &rusqlite::Connection,
    room_id: String,
    membership: Membership,
    limit: u32,
) -> Result<Room, Failure> {
    let visibility = rooms::visibility(db, &room_id)?.unwrap_or_else(|| "private".to_owned());
    // Who is only invited learns of the room, not of what is in it.
    let is_member = membership == Membership::Join;
    let messages = if is_member { events::latest_messages(db, &room_id, limit)? } else { Vec::new() };
    let state = if is_member { events::state(db, &room_id)? } else { Vec::new() };
    Ok(Room { room_id, membership, visibility, messages, state })
}

impl Room {
    /// The point just before the oldest message. `end` is that of the snapshot.
    pub(crate) fn start(&self, end: Point) -> Point {
        self.messages.first().map_or(end, |oldest| Point(oldest.position - 1))
    }
}

impl std::fmt::Display for Point {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "s{}", self.0)
    }
}

impl std::str::FromStr for Point {
    type Err = Failure;

    fn from_str(text: &str) -> Result<Self, Failure> {
        let number =
            text.strip_prefix('s').and_then(|digits| digits.parse().ok()).filter(|point| *point >= 0);
        number.map(Self).ok_or_else(|| Failure::invalid(format!("{text:?} is not a point in the stream.")))
    }
}
