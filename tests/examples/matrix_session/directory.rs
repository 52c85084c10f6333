//! Aliases of rooms.

use matrix_client_server::r0::directory::{
    delete_room_alias, get_local_aliases, get_room_id_by_alias, set_room_alias,
};
use matrix_client_server::r0::joining::join_room;
use matrix_client_server::runtime::CallError;

use crate::stage::{Stage, User};
use crate::steps::{Fault, Steps, ensure, some};

pub(crate) async fn run(steps: &mut Steps, stage: &Stage, room: &str) {
    let Stage { greta, henry, run, .. } = stage;
    // What RFC 3986 reserves and what is not ASCII, to be sure.
    let server = greta.id.split_once(':').map_or("localhost", |(_, server)| server);
    let alias = &format!("#küche/1+2?{run}:{server}");
    steps.step("r0 set an alias", set(greta, room, alias)).await;
    steps.step("r0 alias: 409 for one that is taken", is_taken(greta, room, alias)).await;
    steps.step("r0 look an alias up", look_up(henry, room, alias)).await;
    steps.step("r0 local aliases", is_local(greta, room, alias)).await;
    steps.step("r0 join by alias", join(henry, room, alias)).await;
    steps.step("r0 delete an alias", delete(greta, alias)).await;
    steps.step("r0 alias: 404 for one that is gone", is_gone(henry, alias)).await;
}

async fn set(user: &User, room: &str, alias: &str) -> Result<(), Fault> {
    user.r0().set_room_alias(set_room_alias::Request::new(alias, room)).await?;
    Ok(())
}

async fn is_taken(user: &User, room: &str, alias: &str) -> Result<(), Fault> {
    match user.r0().set_room_alias(set_room_alias::Request::new(alias, room)).await {
        Err(CallError::Answer(set_room_alias::Error::Conflict(_))) => Ok(()),
        other => Err(format!("{other:?}").into()),
    }
}

async fn look_up(user: &User, room: &str, alias: &str) -> Result<(), Fault> {
    let answer = user.r0().get_room_id_by_alias(get_room_id_by_alias::Request::new(alias)).await?;
    ensure(answer.room_id.as_deref() == Some(room), format!("{answer:?}"))?;
    ensure(!some(answer.servers, "`servers`")?.is_empty(), "no server has the room")
}

async fn is_local(user: &User, room: &str, alias: &str) -> Result<(), Fault> {
    let aliases = user.r0().get_local_aliases(get_local_aliases::Request::new(room)).await?.aliases;
    ensure(aliases == [alias], format!("{aliases:?}"))
}

async fn join(user: &User, room: &str, alias: &str) -> Result<(), Fault> {
    let request = join_room::Request::new(alias).with_body(join_room::RequestBody::new());
    let joined = user.r0().join_room(request).await?.room_id;
    ensure(joined == room, joined)
}

async fn delete(user: &User, alias: &str) -> Result<(), Fault> {
    user.r0().delete_room_alias(delete_room_alias::Request::new(alias)).await?;
    Ok(())
}

async fn is_gone(user: &User, alias: &str) -> Result<(), Fault> {
    match user.r0().get_room_id_by_alias(get_room_id_by_alias::Request::new(alias)).await {
        Err(CallError::Answer(get_room_id_by_alias::Error::NotFound(error))) => {
            ensure(error.errcode == "M_NOT_FOUND", error.errcode)
        }
        other => Err(format!("{other:?}").into()),
    }
}
