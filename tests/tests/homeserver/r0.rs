//! Release r0, as far as the homeserver has it, with the client of r0.

use matrix_client_server::r0::create_room::create_room;
use matrix_client_server::r0::filter::{define_filter, get_filter};
use matrix_client_server::r0::joining::join_room;
use matrix_client_server::r0::login::login;
use matrix_client_server::r0::room_send::send_message;
use matrix_client_server::r0::sync::sync;
use matrix_client_server::r0::types::{RoomEventFilter, SyncFilter, SyncFilterRoom};
use matrix_client_server::r0::whoami::get_token_owner;
use matrix_client_server::r0::{self, types::UserIdentifier};
use matrix_client_server::runtime::{CallError, JsonObject};
use matrix_client_server::security::AccessToken;

use crate::running::{PASSWORD, Running, USER};

fn credentials(password: &str) -> login::Request {
    let mut who = UserIdentifier::new("m.id.user");
    who.additional.insert("user".to_owned(), "demo".into());
    let body =
        login::RequestBody::new("m.login.password".into()).with_identifier(who).with_password(password);
    login::Request::new().with_body(body)
}

/// A client with a session that was opened over r0.
async fn demo(homeserver: &Running) -> r0::Client {
    let session = homeserver.client().r0().login(credentials(PASSWORD)).await.expect("the right password");
    assert_eq!(session.user_id.as_deref(), Some(USER));
    let token = session.access_token.expect("a token");
    homeserver.client().with_access_token(AccessToken::new(token)).r0()
}

fn soup(room: &str) -> send_message::Request {
    let content =
        [("msgtype", "m.text"), ("body", "Soup!")].map(|(name, value)| (name.to_owned(), value.into()));
    send_message::Request::new(room, "m.room.message", "m1").with_body(JsonObject::from_iter(content))
}

#[tokio::test]
async fn failures_to_log_in_are_typed() {
    let homeserver = Running::in_memory().await;
    let client = homeserver.client().r0();
    match client.login(credentials("wrong")).await {
        Err(CallError::Answer(login::Error::Forbidden(error))) => assert_eq!(error.errcode, "M_FORBIDDEN"),
        other => panic!("{other:?}"),
    }
    match client.login(login::Request::new()).await {
        Err(CallError::Answer(login::Error::BadRequest(_))) => {}
        other => panic!("{other:?}"),
    }
    homeserver.stop().await;
}

#[tokio::test]
async fn what_is_said_is_heard_with_the_next_sync() {
    let homeserver = Running::in_memory().await;
    let client = demo(&homeserver).await;
    let who = client.get_token_owner(get_token_owner::Request::new()).await.expect("a session");
    assert_eq!(who.user_id, USER);

    let body = create_room::RequestBody::new().with_name("Kitchen").with_topic("What is for dinner?");
    let room = client.create_room(create_room::Request::new().with_body(body)).await.expect("a room").room_id;
    let first = client.sync(sync::Request::new()).await.expect("a snapshot");
    let joined = first.rooms.and_then(|rooms| rooms.join).expect("rooms");
    let state = joined[&room].state.as_ref().and_then(|state| state.events.as_deref()).expect("state");
    assert!(state.iter().any(|event| event.r#type == "m.room.topic"));

    let sent = client.send_message(soup(&room)).await.expect("an event");
    let again = client.send_message(soup(&room)).await.expect("the same event");
    assert_eq!(sent.event_id, again.event_id);
    let request = sync::Request::new().with_since(first.next_batch).with_timeout(5000);
    let news = client.sync(request).await.expect("news");
    let joined = news.rooms.and_then(|rooms| rooms.join).expect("rooms");
    let timeline = joined[&room].timeline.as_ref().and_then(|timeline| timeline.events.as_deref());
    let heard: Vec<_> = timeline.expect("a timeline").iter().map(|event| event.event_id.as_str()).collect();
    assert_eq!(heard, [sent.event_id]);
    homeserver.stop().await;
}

#[tokio::test]
async fn only_members_speak() {
    let homeserver = Running::in_memory().await;
    let client = demo(&homeserver).await;
    let welcome = client.join_room(join_room::Request::new("#welcome:localhost")).await.expect("open to all");
    client.send_message(soup(&welcome.room_id)).await.expect("a member");
    let stranger = send_message::Request::new("!elsewhere:localhost", "m.room.message", "m2");
    match client.send_message(stranger).await {
        Err(CallError::Answer(send_message::Error::Undocumented(answer))) => assert_eq!(answer.status(), 403),
        other => panic!("{other:?}"),
    }
    homeserver.stop().await;
}

#[tokio::test]
async fn a_filter_is_kept_for_who_defines_it() {
    let homeserver = Running::in_memory().await;
    let client = demo(&homeserver).await;
    let timeline = RoomEventFilter::new().with_limit(3);
    let filter = SyncFilter::new().with_room(SyncFilterRoom::new().with_timeline(timeline));
    let request = define_filter::Request::new(USER, filter.clone());
    let id = client.define_filter(request).await.expect("a filter").filter_id;
    let known = client.get_filter(get_filter::Request::new(USER, id)).await.expect("the filter");
    assert_eq!(known.body, filter);
    match client.get_filter(get_filter::Request::new(USER, "4711")).await {
        Err(CallError::Answer(get_filter::Error::NotFound(_))) => {}
        other => panic!("{other:?}"),
    }
    homeserver.stop().await;
}
