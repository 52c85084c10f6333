//! What is said in a room, and how it reaches others.

use matrix_client_server::r0::message_pagination::get_room_events::{self, Dir};
use matrix_client_server::r0::receipts::post_receipt;
use matrix_client_server::r0::room_send::send_message;
use matrix_client_server::r0::rooms::get_one_room_event;
use matrix_client_server::r0::sync::sync::{self, JoinedRoom};
use matrix_client_server::r0::typing::set_typing;
use matrix_client_server::runtime::{CallError, JsonObject};

use crate::stage::{Stage, User};
use crate::steps::{Fault, Steps, ensure, some};

pub(crate) async fn run(steps: &mut Steps, stage: &Stage, room: &str) -> Option<()> {
    let Stage { greta, henry, .. } = stage;
    let since = steps.step("r0 sync: where it stands", sync_first(greta, room)).await?;
    let event = steps.step("r0 send", say(greta, room, "m1", "Soup!")).await?;
    steps.step("r0 send: once for each transaction", say_again(greta, room, &event)).await;
    let since =
        steps.step("r0 sync: the sender sees the message", hears(greta, room, &since, &event)).await?;
    steps.step("r0 sync: the other sees it too", hears(henry, room, "", &event)).await;
    steps.step("r0 messages", reads_back(henry, room, &event)).await;
    steps.step("r0 event", finds(henry, room, &event)).await;
    steps.step("r0 event: 404 for none", finds_none(henry, room)).await;
    steps.step("r0 typing", types(henry, room)).await;
    let since =
        steps.step("r0 sync: who is typing", sees(greta, room, &since, "m.typing", &henry.id)).await?;
    steps.step("r0 receipt", has_read(henry, room, &event)).await;
    steps.step("r0 sync: who has read", sees(greta, room, &since, "m.receipt", &henry.id)).await?;
    Some(())
}

/// What a sync says about a room that the user is in, and where to go on.
async fn news(user: &User, room: &str, since: &str) -> Result<(String, JoinedRoom), Fault> {
    let mut request = sync::Request::new().with_timeout(5000);
    if !since.is_empty() {
        request = request.with_since(since);
    }
    let answer = user.r0().sync(request).await?;
    let rooms = answer.rooms.and_then(|rooms| rooms.join).unwrap_or_default();
    let room = some(rooms.get(room).cloned(), "news of the room")?;
    Ok((answer.next_batch, room))
}

async fn sync_first(user: &User, room: &str) -> Result<String, Fault> {
    let (next, room) = news(user, room, "").await?;
    let state = room.state.and_then(|state| state.events).unwrap_or_default();
    let timeline = room.timeline.and_then(|timeline| timeline.events).unwrap_or_default();
    // A state event may be in either; that it is one tells its key, which only some events have.
    let in_timeline = timeline.iter().filter(|event| event.additional.contains_key("state_key"));
    let kinds: Vec<_> =
        in_timeline.map(|event| &event.r#type).chain(state.iter().map(|event| &event.r#type)).collect();
    ensure(kinds.iter().any(|kind| *kind == "m.room.create"), format!("{kinds:?}"))?;
    Ok(next)
}

async fn say(user: &User, room: &str, id: &str, words: &str) -> Result<String, Fault> {
    let message = [("msgtype", "m.text"), ("body", words)];
    let message = message.map(|(name, value)| (name.to_owned(), value.into()));
    let request = send_message::Request::new(room, "m.room.message", id);
    let answer = user.r0().send_message(request.with_body(JsonObject::from_iter(message))).await?;
    Ok(answer.event_id)
}

async fn say_again(user: &User, room: &str, event: &str) -> Result<(), Fault> {
    let again = say(user, room, "m1", "Soup!").await?;
    ensure(again == event, format!("{again} is not {event}"))
}

async fn hears(user: &User, room: &str, since: &str, event: &str) -> Result<String, Fault> {
    let (next, room) = news(user, room, since).await?;
    let events = room.timeline.and_then(|timeline| timeline.events).unwrap_or_default();
    let found = some(events.iter().find(|known| known.event_id == event), "such event")?;
    ensure(found.content.get("body").is_some_and(|body| body == "Soup!"), format!("{found:?}"))?;
    Ok(next)
}

async fn reads_back(user: &User, room: &str, event: &str) -> Result<(), Fault> {
    let (next, _) = news(user, room, "").await?;
    let request = get_room_events::Request::new(room, next, Dir::from("b")).with_limit(5);
    let page = user.r0().get_room_events(request).await?;
    let events = some(page.chunk, "`chunk`")?;
    ensure(events.iter().any(|known| known.event_id == event), "the message is not among the last five")?;
    ensure(page.end.is_some(), "there is no `end`, though there is more")
}

async fn finds(user: &User, room: &str, event: &str) -> Result<(), Fault> {
    let found = user.r0().get_one_room_event(get_one_room_event::Request::new(room, event)).await?.body;
    // What the definition does not name is kept.
    let id = found.additional.get("event_id").and_then(|id| id.as_str());
    ensure(id == Some(event) && found.r#type == "m.room.message", format!("{found:?}"))
}

async fn finds_none(user: &User, room: &str) -> Result<(), Fault> {
    let request = get_one_room_event::Request::new(room, "$nothing:localhost");
    match user.r0().get_one_room_event(request).await {
        Err(CallError::Answer(get_one_room_event::Error::NotFound(error))) => {
            ensure(error.errcode == "M_NOT_FOUND", error.errcode)
        }
        other => Err(format!("{other:?}").into()),
    }
}

async fn types(user: &User, room: &str) -> Result<(), Fault> {
    let request = set_typing::Request::new(&user.id, room, true).with_timeout(20_000);
    user.r0().set_typing(request).await?;
    Ok(())
}

async fn has_read(user: &User, room: &str, event: &str) -> Result<(), Fault> {
    let request = post_receipt::Request::new(room, "m.read".into(), event).with_body(JsonObject::new());
    user.r0().post_receipt(request).await?;
    Ok(())
}

/// Whether an ephemeral event of the type says something about somebody.
async fn sees(user: &User, room: &str, since: &str, kind: &str, whom: &str) -> Result<String, Fault> {
    let (next, room) = news(user, room, since).await?;
    let events = room.ephemeral.and_then(|batch| batch.events).unwrap_or_default();
    let event = some(events.iter().find(|event| event.r#type == kind), kind)?;
    ensure(serde_json::to_string(&event.content)?.contains(whom), format!("{event:?}"))?;
    Ok(next)
}
