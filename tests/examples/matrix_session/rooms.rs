//! A room: created, joined by invitation, described.

use matrix_client_server::r0::create_room::create_room::{self, Preset};
use matrix_client_server::r0::inviting::invite_user;
use matrix_client_server::r0::joining::join_room_by_id;
use matrix_client_server::r0::list_joined_rooms::get_joined_rooms;
use matrix_client_server::r0::room_state::{set_room_state, set_room_state_with_key};
use matrix_client_server::r0::rooms::{
    get_joined_members_by_room, get_members_by_room, get_room_state, get_room_state_by_type,
    get_room_state_with_key,
};
use matrix_client_server::r0::sync::sync;
use matrix_client_server::runtime::{CallError, JsonObject};

use crate::stage::{Stage, User};
use crate::steps::{Fault, Steps, ensure, some};

pub(crate) async fn run(steps: &mut Steps, stage: &Stage) -> Option<String> {
    let Stage { greta, henry, .. } = stage;
    let room = steps.step("r0 create a room", create(greta)).await?;
    steps.step("r0 join: 403 without an invite", may_not_join(henry, &room)).await;
    steps.step("r0 invite", invite(greta, henry, &room)).await?;
    steps.step("r0 sync: the invite", sees_invite(henry, &room)).await;
    steps.step("r0 join", join(henry, &room)).await?;
    steps.step("r0 joined rooms", is_listed(henry, &room)).await;
    steps.step("r0 members", are_members(greta, henry, &room)).await;
    steps.step("r0 joined members", have_names(greta, henry, &room)).await;
    steps.step("r0 set state", set_state(greta, &room)).await;
    steps.step("r0 set state: 403 for a mere member", may_not_set_state(henry, &room)).await;
    steps.step("r0 get state", get_state(henry, &room)).await;
    steps.step("r0 set state without a key", set_name(greta, &room)).await;
    steps.step("r0 get state without a key", get_name(henry, &room)).await;
    steps.step("r0 get state: 404 for what nobody stated", get_no_state(henry, &room)).await;
    steps.step("r0 get all state", get_all_state(henry, &room)).await;
    Some(room)
}

async fn create(user: &User) -> Result<String, Fault> {
    let body = create_room::RequestBody::new().with_preset(Preset::from("private_chat")).with_name("Kitchen");
    let request = create_room::Request::new().with_body(body);
    Ok(user.r0().create_room(request).await?.room_id)
}

async fn may_not_join(user: &User, room: &str) -> Result<(), Fault> {
    match user.r0().join_room_by_id(join_room_by_id::Request::new(room)).await {
        Err(CallError::Answer(join_room_by_id::Error::Forbidden(error))) => {
            ensure(error.errcode == "M_FORBIDDEN", error.errcode)
        }
        other => Err(format!("{other:?}").into()),
    }
}

async fn invite(user: &User, other: &User, room: &str) -> Result<(), Fault> {
    user.r0().invite_user(invite_user::Request::new(room, &other.id)).await?;
    Ok(())
}

async fn sees_invite(user: &User, room: &str) -> Result<(), Fault> {
    let rooms = user.r0().sync(sync::Request::new().with_timeout(0)).await?.rooms;
    let invites = some(rooms.and_then(|rooms| rooms.invite), "`rooms.invite`")?;
    let invite = some(invites.get(room), "invite into the room")?;
    let events = invite.invite_state.as_ref().and_then(|state| state.events.as_deref()).unwrap_or_default();
    ensure(events.iter().any(|event| event.r#type == "m.room.member"), "the invite says nothing of who")
}

async fn join(user: &User, room: &str) -> Result<(), Fault> {
    let request = join_room_by_id::Request::new(room).with_body(join_room_by_id::RequestBody::new());
    let joined = user.r0().join_room_by_id(request).await?.room_id;
    ensure(joined == room, joined)
}

async fn is_listed(user: &User, room: &str) -> Result<(), Fault> {
    let rooms = user.r0().get_joined_rooms(get_joined_rooms::Request::new()).await?.joined_rooms;
    ensure(rooms == [room], format!("{rooms:?}"))
}

async fn are_members(user: &User, other: &User, room: &str) -> Result<(), Fault> {
    let request = get_members_by_room::Request::new(room).with_membership("join".into());
    let members = some(user.r0().get_members_by_room(request).await?.chunk, "`chunk`")?;
    let is_there = |id: &str| members.iter().any(|member| member.state_key == id);
    ensure(members.len() == 2 && is_there(&user.id) && is_there(&other.id), format!("{members:?}"))
}

async fn have_names(user: &User, other: &User, room: &str) -> Result<(), Fault> {
    let request = get_joined_members_by_room::Request::new(room);
    let members = some(user.r0().get_joined_members_by_room(request).await?.joined, "`joined`")?;
    let ids: Vec<_> = members.keys().collect();
    ensure(ids == [&user.id, &other.id], format!("{ids:?}"))
}

/// A fact of a type of our own, with a key that takes some encoding.
const KIND: &str = "com.example.kitchen";
const KEY: &str = "oven/left, 2nd?";

fn fact(room: &str, words: &str) -> set_room_state_with_key::Request {
    let body = JsonObject::from_iter([("says".to_owned(), words.into())]);
    set_room_state_with_key::Request::new(room, KIND, KEY).with_body(body)
}

async fn set_state(user: &User, room: &str) -> Result<(), Fault> {
    user.r0().set_room_state_with_key(fact(room, "It is hot.")).await?;
    Ok(())
}

async fn may_not_set_state(user: &User, room: &str) -> Result<(), Fault> {
    match user.r0().set_room_state_with_key(fact(room, "It is mine.")).await {
        Err(CallError::Answer(set_room_state_with_key::Error::Forbidden(error))) => {
            ensure(error.errcode == "M_FORBIDDEN", error.errcode)
        }
        other => Err(format!("{other:?}").into()),
    }
}

async fn get_state(user: &User, room: &str) -> Result<(), Fault> {
    let request = get_room_state_with_key::Request::new(room, KIND, KEY);
    let content = user.r0().get_room_state_with_key(request).await?.body;
    ensure(content.get("says").is_some_and(|words| words == "It is hot."), format!("{content:?}"))
}

async fn set_name(user: &User, room: &str) -> Result<(), Fault> {
    let body = JsonObject::from_iter([("name".to_owned(), "Kitchen, 1st floor".into())]);
    user.r0().set_room_state(set_room_state::Request::new(room, "m.room.name").with_body(body)).await?;
    Ok(())
}

async fn get_name(user: &User, room: &str) -> Result<(), Fault> {
    let request = get_room_state_by_type::Request::new(room, "m.room.name");
    let content = user.r0().get_room_state_by_type(request).await?.body;
    ensure(content.get("name").is_some_and(|name| name == "Kitchen, 1st floor"), format!("{content:?}"))
}

async fn get_no_state(user: &User, room: &str) -> Result<(), Fault> {
    let request = get_room_state_with_key::Request::new(room, KIND, "oven/right");
    match user.r0().get_room_state_with_key(request).await {
        Err(CallError::Answer(get_room_state_with_key::Error::NotFound(_))) => Ok(()),
        other => Err(format!("{other:?}").into()),
    }
}

async fn get_all_state(user: &User, room: &str) -> Result<(), Fault> {
    let state = user.r0().get_room_state(get_room_state::Request::new(room)).await?.body;
    let has = |kind: &str| state.iter().any(|event| event.r#type == kind);
    ensure(has("m.room.create") && has("m.room.power_levels") && has(KIND), format!("{state:?}"))
}
